import { isPercent } from '../plotted-value';
import { analyseRunChart, suggestPhases } from '../analysis';
import type { Slots } from '../analysis';
import type { SchoolDay } from '~/lib/school-day';
import type { ChartSubject } from './chart-model';
import { chartSlots } from './chart-slots';
import { phaseSignal } from './verdict/phase-signal';

const runForPhase = 9;
const usualBaseline = 13;

export type PhaseSuggestion = { startsOn: SchoolDay; side: 'above' | 'below'; length: number };

const wantedSide = { increase: 'above', decrease: 'below', none: 'either' } as const;

/** The slots that count, of the newest phase, as plotted. */
function newestPhase(subject: ChartSubject): { dates: SchoolDay[]; y: Slots } {
  const { dates, observations } = chartSlots(subject);
  const leftOut = new Set(subject.excluded.map(({ date }) => date));
  const scale = isPercent(subject) && subject.kind === 'proportion' ? 100 : 1;
  const all = analyseRunChart(observations).y.map((value, slot) =>
    value === null || leftOut.has(dates[slot] ?? '') ? null : value * scale,
  );
  const starts = subject.phaseStarts
    .map(({ startsOn }) => startsOn)
    .filter((day) => day <= (dates.at(-1) ?? ''));
  const from = starts.length > 0 ? starts.toSorted().at(-1) : undefined;
  const first =
    from === undefined
      ? 0
      : Math.max(
          0,
          dates.findIndex((date) => date >= from),
        );
  return { dates: dates.slice(first), y: all.slice(first) };
}

/**
 * A new phase that a person may want to begin: nine useful points in a row on the wanted side after the baseline, dated at
 * the first. Nothing is ever re-phased by itself. Source: run-charts.md, "What teachers are shown", 5.
 */
export function suggestedPhase(subject: ChartSubject): PhaseSuggestion | null {
  const { dates, y } = newestPhase(subject);
  const { frozenThrough } = subject;
  const frozen = frozenThrough === null ? 0 : dates.filter((date) => date <= frozenThrough).length;
  const baseline = frozen > 0 && subject.phaseStarts.length === 0 ? frozen : usualBaseline;
  const [first, second] = suggestPhases(y, {
    baseline,
    runLength: runForPhase,
    side: wantedSide[subject.direction],
  });
  if (!first || !second) return null;
  const startsOn = dates[second.from];
  if (startsOn === undefined) return null;
  return { startsOn, side: second.median > first.median ? 'above' : 'below', length: runForPhase };
}

const fewestForBaseline = 10;
const warnBelow = 12;

export type BaselineChoice = { throughDate: SchoolDay; points: number };

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

/** A word of caution about a baseline of few points; null from twelve on. */
export function baselineWarning(points: number): string | null {
  if (points >= warnBelow) return null;
  return `${points} points are few: a frozen baseline of fewer than ${warnBelow} alarms more easily.`;
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
    return [{ throughDate, points }];
  });
}
