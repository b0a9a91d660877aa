import type { RunChartModel } from '~/features/run-charts/view/chart-model';
import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';

export type PointChoice = { on: SchoolDay; words: string };

/** The points of a chart a comment can hang on, newest first: `Nov 17: 62%`. */
export function pointChoices(model: RunChartModel, today: SchoolDay): PointChoice[] {
  const newest = model.thinned?.newest ?? [];
  const all = new Map([...model.points, ...newest].map((point) => [point.date, point]));
  return [...all.values()]
    .filter(({ y }) => y !== null)
    .toSorted((a, b) => (a.date < b.date ? 1 : -1))
    .map(({ date, label }) => ({ on: date, words: `${formatDay(date, today)}: ${label}` }));
}
