import type { MeasureFrequency } from '../vocabulary';

const dayMs = 86_400_000;

export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** An instant on a school day, at an hour of the school day in the demo's time zone (UTC − 5). */
export const instantOn = (day: string, hour = 15): number =>
  Date.parse(`${day}T00:00:00Z`) + (hour + 5) * 3_600_000;

const mondayOf = (day: string): string =>
  dayAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

/** Weeks before this one without school. */
const holidays = new Set([6, 7, 17, 30]);

/** What a break in a month is called. */
function breakName(monday: string): string {
  const month = Number(monday.slice(5, 7));
  if (month === 12 || month === 1) return 'Winter break';
  if (month === 3 || month === 4) return 'Spring break';
  if (month >= 6 && month <= 8) return 'Summer break';
  return month === 2 ? 'February break' : 'Fall break';
}

type DemoBreak = { name: string; startsOn: string; endsOn: string };

/** Thursday and Friday of Thanksgiving week, in the four weeks before it. */
function comingThanksgiving(today: string): DemoBreak[] {
  const first = `${today.slice(0, 4)}-11-01`;
  const weekday = new Date(`${first}T00:00:00Z`).getUTCDay();
  const thursday = dayAfter(first, ((4 - weekday + 7) % 7) + 21);
  if (today >= thursday || today < dayAfter(thursday, -28)) return [];
  return [{ name: 'Thanksgiving', startsOn: thursday, endsOn: dayAfter(thursday, 1) }];
}

/**
 * The breaks of the last year, Monday to Friday, and one that is near, as an administrator would have entered them.
 */
export function demoBreaks(today: string): DemoBreak[] {
  const weeks = [...holidays].sort((a, b) => b - a);
  const runs: number[][] = [];
  for (const ago of weeks) {
    const last = runs.at(-1);
    if (last?.at(-1) === ago + 1) last.push(ago);
    else runs.push([ago]);
  }
  const past = runs.map((run) => {
    const startsOn = dayAfter(mondayOf(today), -7 * (run[0] ?? 0));
    return {
      name: breakName(startsOn),
      startsOn,
      endsOn: dayAfter(mondayOf(today), -7 * (run.at(-1) ?? 0) + 4),
    };
  });
  return [...past, ...comingThanksgiving(today)];
}

export type DemoWeek = { ago: number; monday: string };

/** The school weeks from `from` weeks ago to this week, oldest first. */
export function schoolWeeks(today: string, from: number, to = 0): DemoWeek[] {
  const monday = mondayOf(today);
  return Array.from({ length: from - to + 1 }, (_, index) => from - index)
    .filter((ago) => !holidays.has(ago % 48))
    .map((ago) => ({ ago, monday: dayAfter(monday, -7 * ago) }));
}

/** The days on which a measure of this frequency is counted in the given weeks, none after today. */
export function countingDays(
  weeks: DemoWeek[],
  frequency: MeasureFrequency,
  weekdayOffset: number,
  today: string,
): string[] {
  const days = weeks.flatMap(({ ago, monday }) => {
    if (frequency === 'daily')
      return ago <= 8
        ? [0, 1, 2, 3, 4].map((offset) => dayAfter(monday, offset))
        : [dayAfter(monday, weekdayOffset)];
    if (frequency === 'every_two_weeks' && ago % 2 === 1) return [];
    if (frequency === 'monthly' && ago % 4 !== 1) return [];
    return [dayAfter(monday, weekdayOffset)];
  });
  return days.filter((day) => day < today);
}
