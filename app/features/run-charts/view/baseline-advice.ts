import { analyseRunChart } from '../analysis';
import type { SchoolDay } from '~/lib/school-day';
import type { ChartSubject } from './chart-model';
import { chartSlots } from './chart-slots';
import { phaseSignal } from './verdict/phase-signal';
import { warnBaselineBelow } from './verdict/verdict-facts';

const fewestForBaseline = 10;

/** A day through which the baseline may be frozen; `few`: it would rest on so few points that it alarms easily. */
export type BaselineChoice = { throughDate: SchoolDay; points: number; few: boolean };

/** Why the points up to a day make no baseline to freeze; null when they do. Source: run-charts.md, 4. */
export function baselineProblem(subject: ChartSubject, throughDate: SchoolDay): string | null {
  if (subject.phaseStarts.length > 0)
    return 'This chart has phases, and each has a median of its own. Remove them first to freeze one baseline.';
  if (!subject.rows.some(({ date }) => date > throughDate))
    return 'A baseline ends before the newest number, so that something can be held against it.';
  const rows = subject.rows.filter(({ date }) => date <= throughDate);
  const { dates, observations } = chartSlots({ ...subject, rows });
  const leftOut = new Set(subject.excluded.map(({ date }) => date));
  const exclude = dates.flatMap((date, slot) => (leftOut.has(date) ? [slot] : []));
  const { y, phases } = analyseRunChart(observations, { exclude });
  const [phase] = phases;
  const counting = y.map((value, slot) => (exclude.includes(slot) ? null : value));
  if (!phase || phase.points < fewestForBaseline)
    return `A baseline needs at least ${fewestForBaseline} points; up to this day there are ${phase?.points ?? 0}.`;
  if (phaseSignal(counting, phase, subject.rules).rule !== null)
    return 'These points already show a change, so they are no steady baseline. Choose an earlier day.';
  return null;
}

/** Nobody freezes more than this many points; looking no further keeps a long chart quick. */
const longestBaseline = 60;

/** The days through which the baseline may be frozen, each with how many points it would rest on. */
export function baselineChoices(subject: ChartSubject): BaselineChoice[] {
  const leftOut = new Set(subject.excluded.map(({ date }) => date));
  const counting = subject.rows.filter(({ date }) => !leftOut.has(date));
  const days = [...new Set(counting.map(({ date }) => date))];
  const first = {
    ...subject,
    rows: subject.rows.filter(({ date }) => date <= (days[longestBaseline] ?? date)),
  };
  return days.slice(0, longestBaseline).flatMap((throughDate, index) => {
    const points = index + 1;
    const isLast = points === days.length;
    if (points < fewestForBaseline || isLast || baselineProblem(first, throughDate) !== null) return [];
    return [{ throughDate, points, few: points < warnBaselineBelow }];
  });
}
