import { addDays, daysBetween, formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { formatNumber } from '~/lib/number-format';
import type { RunChartModel } from './chart-model';

/** A step of 1, 2, 2.5 or 5 times a power of ten that gives about `count` steps over a span. */
function niceStep(span: number, count: number): number {
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((one) => one * power >= rough - 1e-12) ?? 10;
  return factor * power;
}

/** Percents run from 0 to 100 with five lines; other units from 0, or from near the lowest value when all lie far above 0. */
export function yAxisFor(values: number[], percent: boolean): RunChartModel['yAxis'] {
  const fits = values.every((value) => value >= 0 && value <= 100);
  if (percent && fits) {
    const ticks = [0, 25, 50, 75, 100].map((y) => ({ y, label: y === 100 ? '100%' : String(y) }));
    return { from: 0, to: 100, ticks };
  }
  const lowest = Math.min(...values, Infinity);
  const highest = Math.max(...values, -Infinity);
  if (!Number.isFinite(lowest) || !Number.isFinite(highest))
    return {
      from: 0,
      to: 1,
      ticks: [
        { y: 0, label: '0' },
        { y: 1, label: '1' },
      ],
    };
  const tiny = 1e-9 * Math.max(1, Math.abs(highest));
  const size = Math.abs(highest) > tiny ? Math.abs(highest) : 1;
  const spread = highest - lowest > tiny ? highest - lowest : size;
  const nearZero = lowest >= 0 && lowest <= spread * 1.5;
  const bottom = nearZero ? 0 : lowest - spread * 0.15;
  const step = niceStep(highest + spread * 0.1 - bottom, 4);
  const from = Math.floor(bottom / step + 1e-9) * step;
  const to = Math.max(from + step, Math.ceil((highest + spread * 0.05) / step - 1e-9) * step);
  const ticks = Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => {
    const y = Number((from + index * step).toPrecision(12));
    return { y, label: formatNumber(y) };
  });
  return { from, to, ticks };
}

/** A cycle that began after the newest point still shows, with this many days of it. */
const shownOfCycle = 7;

/**
 * Dates under the axis: the first, the last, and steps between that do not crowd. The year shows where it changes.
 * The axis reaches over cycles that began since.
 */
export function xAxisFor(
  dates: SchoolDay[],
  cycleStarts: SchoolDay[] = [],
  most = 6,
): RunChartModel['xAxis'] {
  const first = dates[0];
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return { from: '', to: '', ticks: [] };
  const span = daysBetween(first, last);
  const steps = Math.min(most - 1, Math.max(1, dates.length - 1));
  const years = first.slice(0, 4) !== last.slice(0, 4);
  const chosen = new Set<SchoolDay>();
  for (let step = 0; step < steps; step += 1)
    chosen.add(nearestOf(dates, addDays(first, Math.round((span * step) / steps))));
  // A gap may bring a day close to the last one, and their labels over each other.
  const spaced = [...chosen].filter((day) => day === first || daysBetween(day, last) >= (span * 0.6) / steps);
  const shown = [...new Set([...spaced, last])];
  const withYears = years && span > 300;
  const ticks = shown.map((date, index) => {
    const changed = shown[index - 1]?.slice(0, 4) !== date.slice(0, 4);
    return {
      date,
      label: withYears && changed ? `${formatDay(date)}, ${date.slice(0, 4)}` : formatDay(date),
    };
  });
  const newestCycle = cycleStarts.reduce((newest, start) => (start > newest ? start : newest), '');
  const reaches = newestCycle > addDays(last, -shownOfCycle);
  const to = reaches ? addDays(newestCycle, shownOfCycle) : last;
  return { from: first, to, ticks };
}

function nearestOf(dates: SchoolDay[], target: SchoolDay): SchoolDay {
  let low = 0;
  let high = dates.length - 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((dates[middle] ?? '') < target) low = middle + 1;
    else high = middle;
  }
  return dates[low] ?? target;
}
