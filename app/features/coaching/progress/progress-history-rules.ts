import type { RunChartRules } from '#db/vocabulary';
import type { Measure, Series } from '~/features/measures/measure';
import type { SchoolDay } from '~/lib/school-day';
import { addMonths, lastDayOf } from '~/lib/school-month';
import { measureStanding } from './measure-standing-rules';
import type { MonthFacts } from './month-facts-rules';
import { scoreProgress } from './progress-rules';
import type { Progress } from './progress-rules';

/**
 * What is known of a team, with the days on which it came about. A goal, an aim's words and the marks on charts count as
 * they are now; when somebody joined is not kept, so a member counts until the day the membership ended.
 */
export type TeamRecord = {
  began: SchoolDay;
  aimSince: SchoolDay | null;
  /** One for each member ever: the last day, null while it lasts. */
  memberEnds: (SchoolDay | null)[];
  cycles: { began: SchoolDay; enteredDo: SchoolDay | null; enteredStudy: SchoolDay | null }[];
  measures: { measure: Measure; since: SchoolDay; series: Series }[];
};

const isBy = (day: SchoolDay | null, until: SchoolDay) => day !== null && day <= until;

function factsUntil(record: TeamRecord, until: SchoolDay, rules: RunChartRules): MonthFacts | null {
  const isThere = record.measures.filter(
    ({ since, series }) => isBy(since, until) || hasPoint(series, until),
  );
  const cycles = record.cycles.filter(({ began }) => began <= until);
  const numbers = isThere.reduce(
    (sum, { series }) => sum + series.points.filter(({ date }) => date <= until).length,
    0,
  );
  if (record.began > until && cycles.length === 0 && numbers === 0) return null;
  return {
    hasAim: isBy(record.aimSince, until),
    members: record.memberEnds.filter((end) => end === null || end > until).length,
    ...{ measures: isThere.length, cycles: cycles.length, numbers },
    doing: cycles.filter(({ enteredDo }) => isBy(enteredDo, until)).length,
    tested: cycles.filter(({ enteredStudy }) => isBy(enteredStudy, until)).length,
    standings: isThere.flatMap(
      ({ measure, series }) => measureStanding(measure, series, { rules, until }) ?? [],
    ),
  };
}

const hasPoint = ({ points }: Series, until: SchoolDay) => points.some(({ date }) => date <= until);

/**
 * The progress of each month, as of its last day or of today, whichever comes first; null before the team began. What the
 * month before its first says is looked up too, since some steps ask how long something has lasted.
 * @param months first days of months that follow each other, oldest first
 */
export function progressHistory(
  record: TeamRecord,
  months: SchoolDay[],
  { today, rules }: { today: SchoolDay; rules: RunChartRules },
): (Progress | null)[] {
  const [first] = months;
  if (first === undefined) return [];
  const facts = [addMonths(first, -2), addMonths(first, -1), ...months].map((month) => {
    const last = lastDayOf(month);
    return factsUntil(record, last < today ? last : today, rules);
  });
  return months.map((_, index) => {
    const now = facts[index + 2] ?? null;
    const [twoBefore, before] = [facts[index] ?? null, facts[index + 1] ?? null];
    return now === null ? null : scoreProgress({ now, before, twoBefore });
  });
}
