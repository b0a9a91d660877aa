import { formatMeasureValue, formatRecorded, isPercent } from '../plotted-value';
import { xAxisFor, yAxisFor } from './chart-axes';
import { phaseMarks } from './chart-basis';
import type { ChartSubject, ModelPoint, RunChartModel } from './chart-model';
import { readRunChart } from './read-run-chart';
import type { ChartReading } from './read-run-chart';

function modelPoint(
  subject: ChartSubject,
  { slots, tones, excluded }: ChartReading,
  value: number | null,
  slot: number,
): ModelPoint {
  const rows = slots.rows[slot] ?? [];
  const single = rows.length === 1 ? rows[0] : undefined;
  return {
    date: slots.dates[slot] ?? '',
    y: value,
    label: value === null ? '' : formatMeasureValue(subject, value),
    recorded: single && single.value === null ? formatRecorded(single) : '',
    note: rows
      .map((row) => row.note)
      .filter(Boolean)
      .join(' · '),
    tone: tones[slot] ?? null,
    excluded: excluded.get(slot) ?? null,
    rowId: single?.id ?? null,
  };
}

/** Every number a chart shows, worked out once on the server: what is drawn, said and tabled follows from it. */
export function buildRunChart(subject: ChartSubject): RunChartModel {
  const reading = readRunChart(subject);
  const { slots, y, phases, brackets, verdict } = reading;
  const { goal } = subject;
  const heights = [...y, goal, ...phases.map((phase) => phase.center)].filter((value) => value !== null);
  return {
    ...{ phases, brackets, verdict },
    points: y.map((value, slot) => modelPoint(subject, reading, value, slot)),
    goal: goal === null ? null : { y: goal, label: `goal ${formatMeasureValue(subject, goal)}` },
    bands: subject.cycles,
    annotations: [...subject.annotations, ...phaseMarks(subject, slots)],
    yAxis: yAxisFor(heights, isPercent(subject)),
    xAxis: xAxisFor(
      slots.dates.filter((_, index) => y[index] !== null),
      subject.cycles.map((band) => band.from),
    ),
    headroom: false,
    thinned: null,
  };
}
