import type { MeasureFrequency } from '#db/vocabulary';
import { addDays, daysBetween, mondayOf, weekday } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';

/** A Monday from which fortnights are counted, so that every measure of a network shares them. */
const fortnightOrigin = '2024-01-01';

/** The first and last day of the stretch that owes one number, containing `day`. */
export function periodOf(frequency: MeasureFrequency, day: SchoolDay): { from: SchoolDay; to: SchoolDay } {
  if (frequency === 'daily') return { from: day, to: day };
  if (frequency === 'monthly') {
    const from = `${day.slice(0, 7)}-01`;
    const next = firstOfNextMonth(day);
    return { from, to: addDays(next, -1) };
  }
  const monday = mondayOf(day);
  if (frequency === 'weekly') return { from: monday, to: addDays(monday, 6) };
  const intoFortnight = (daysBetween(fortnightOrigin, monday) / 7) % 2;
  const from = intoFortnight === 0 ? monday : addDays(monday, -7);
  return { from, to: addDays(from, 13) };
}

function firstOfNextMonth(day: SchoolDay): SchoolDay {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}

/** True when the present period has no number yet. A daily measure owes nothing on Saturday and Sunday. */
export function isDue(frequency: MeasureFrequency, newest: SchoolDay | null, today: SchoolDay): boolean {
  if (frequency === 'daily' && [0, 6].includes(weekday(today))) return false;
  if (newest === null) return true;
  return newest < periodOf(frequency, today).from;
}

/** How long a silence between two points may last before it is a gap on the chart, in days. */
export function longestStep(frequency: MeasureFrequency): { step: number; tolerance: number } {
  const steps = { daily: 1, weekly: 7, every_two_weeks: 14, monthly: 30 };
  const tolerances = { daily: 4, weekly: 11, every_two_weeks: 21, monthly: 46 };
  return { step: steps[frequency], tolerance: tolerances[frequency] };
}

export type NextDue = {
  /** `late`: a whole period went by without a number; `silent`: many did; `due`: the present one has none yet. */
  state: 'late' | 'silent' | 'due' | 'later';
  /** The last day to log in time; for `later` the first day of the next period, for `silent` that of the newest number. */
  on: SchoolDay;
};

/** Longer than a summer: nobody is late with a measure that has come to rest. */
const silentAfter = 120;

/** The last day of the first period after the newest number that has none. */
function firstMissed(frequency: MeasureFrequency, newest: SchoolDay): SchoolDay {
  return periodOf(frequency, nextStart(frequency, periodOf(frequency, newest).to)).to;
}

/** When a measure owes its next number. A measure without any is due, never late. */
export function nextDue(frequency: MeasureFrequency, newest: SchoolDay | null, today: SchoolDay): NextDue {
  const period = periodOf(frequency, today);
  if (newest !== null && newest >= period.from)
    return { state: 'later', on: nextStart(frequency, period.to) };
  if (newest === null) return { state: 'due', on: period.to };
  const before = periodOf(frequency, lastDayBefore(frequency, period.from));
  if (daysBetween(newest, today) > silentAfter) return { state: 'silent', on: newest };
  if (newest < before.from) return { state: 'late', on: firstMissed(frequency, newest) };
  return isDue(frequency, newest, today)
    ? { state: 'due', on: period.to }
    : { state: 'later', on: nextStart(frequency, period.to) };
}

/** The last day on which a number could have been owed before a period; a daily measure rests at weekends. */
function lastDayBefore(frequency: MeasureFrequency, from: SchoolDay): SchoolDay {
  let day = addDays(from, -1);
  while (frequency === 'daily' && [0, 6].includes(weekday(day))) day = addDays(day, -1);
  return day;
}

function nextStart(frequency: MeasureFrequency, to: SchoolDay): SchoolDay {
  let day = addDays(to, 1);
  while (frequency === 'daily' && [0, 6].includes(weekday(day))) day = addDays(day, 1);
  return day;
}
