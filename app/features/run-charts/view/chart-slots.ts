import type { MeasureKind } from '#db/vocabulary';
import { addDays, daysBetween } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { onePointPerDate } from '../analysis';
import type { Observations } from '../analysis';
import type { ChartRow, ChartSubject } from './chart-model';

export type ChartSlots = { dates: SchoolDay[]; rows: ChartRow[][]; observations: Observations };

const usesRatio = (kind: MeasureKind) => kind === 'proportion' || kind === 'rate';

/**
 * One slot per date, and one empty slot in the middle of each silence longer than the pace allows, so that the line
 * breaks there. Empty slots are never counted.
 */
export function chartSlots({ kind, rows, pace }: Pick<ChartSubject, 'kind' | 'rows' | 'pace'>): ChartSlots {
  const byDate = new Map<SchoolDay, ChartRow[]>();
  for (const row of rows) {
    const there = byDate.get(row.date);
    if (there) there.push(row);
    else byDate.set(row.date, [row]);
  }
  const spaced: ChartRow[] = [...rows];
  const dates = [...byDate.keys()].toSorted();
  for (const [index, date] of dates.entries()) {
    const before = dates[index - 1];
    if (before === undefined) continue;
    const silence = daysBetween(before, date);
    if (silence < pace.tolerance) continue;
    const middle = addDays(before, Math.max(1, Math.min(pace.step, silence - 1)));
    spaced.push({ id: '', date: middle, value: null, numerator: null, denominator: null, note: '' });
  }
  const { dates: slots, observations } = onePointPerDate(spaced, usesRatio(kind) ? 'ratios' : 'values');
  return { dates: slots, rows: slots.map((date) => byDate.get(date) ?? []), observations };
}
