import type { SchoolDay } from '~/lib/school-day';
import { xAxisFor } from '../chart-axes';
import type { RunChartModel } from '../chart-model';

/** A school year, from July 1 to June 30: `2025-26`. */
export type SchoolYear = { name: string; from: SchoolDay; to: SchoolDay };

export function schoolYearOf(day: SchoolDay): SchoolYear {
  const year = Number(day.slice(0, 4));
  const first = day.slice(5) >= '07-01' ? year : year - 1;
  const next = String(first + 1);
  return { name: `${first}-${next.slice(2)}`, from: `${first}-07-01`, to: `${next}-06-30` };
}

/** The school years that have points, newest first. */
export function schoolYearsOf(model: Pick<RunChartModel, 'points'>): SchoolYear[] {
  const years = new Map<string, SchoolYear>();
  for (const { date, y } of model.points) {
    if (y === null) continue;
    const year = schoolYearOf(date);
    years.set(year.name, year);
  }
  return [...years.values()].toReversed();
}

/**
 * The part of a chart between two days, on the same height. What is said of the chart stays: medians, signals and the
 * verdict rest on all its points.
 */
export function chartWithin(
  model: RunChartModel,
  { from, to }: { from: SchoolDay; to: SchoolDay },
): RunChartModel {
  const first = model.points.findIndex((point) => point.date >= from);
  const last = model.points.findLastIndex((point) => point.date <= to);
  if (first < 0 || last < first) return model;
  const points = model.points.slice(first, last + 1);
  const cut = <T extends { from: number; to: number }>(span: T): T[] =>
    span.to < first || span.from > last
      ? []
      : [{ ...span, from: Math.max(span.from, first) - first, to: Math.min(span.to, last) - first }];
  const bands = model.bands.filter((band) => band.to >= from && band.from <= to);
  return {
    ...model,
    points,
    phases: model.phases.flatMap((phase) =>
      cut(phase).map((span) => ({ ...span, computedTo: Math.min(phase.computedTo, last) - first })),
    ),
    brackets: model.brackets.flatMap(cut),
    bands,
    annotations: model.annotations.filter((one) => one.date >= from && one.date <= to),
    xAxis: xAxisFor(
      points.filter((point) => point.y !== null).map((point) => point.date),
      bands.map((band) => band.from),
    ),
  };
}
