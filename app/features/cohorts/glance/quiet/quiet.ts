import { quietAfter } from '~/features/coaching/caseload/quiet-rules';
import { daysOffOf, daysWithoutBreaks } from '~/features/people/days-off';
import type { DayOff } from '~/features/people/days-off';
import { capitalised, counted, numberWord } from '~/lib/number-format';
import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';

/** When a member of a team last did something that is recorded; before that, the day its year began. */
export type LastStep = {
  teamId: string;
  teamName: string;
  schoolName: string;
  leaId: string;
  day: SchoolDay;
  hasActed: boolean;
};

/** A team that has been quiet for `days`, those off not counted. */
export type QuietTeam = Omit<LastStep, 'leaId'> & { days: number };

/** The teams without a step for three weeks, as the caseload counts them, in the order given; none once the year is over. */
export function quietTeams(
  steps: readonly LastStep[],
  daysOff: readonly DayOff[],
  { today, endsOn }: { today: SchoolDay; endsOn: SchoolDay },
): QuietTeam[] {
  if (endsOn < today) return [];
  const daysOffByLea = new Map<string, DayOff[]>();
  return steps.flatMap(({ leaId, ...step }) => {
    const off = daysOffByLea.get(leaId) ?? daysOffOf(daysOff, leaId);
    daysOffByLea.set(leaId, off);
    const days = daysWithoutBreaks(step.day, today, off);
    return days < quietAfter ? [] : [{ ...step, days }];
  });
}

/** `Last step on Oct 28, four weeks ago.` Says nothing of why. */
export function quietWords({ day, days, hasActed }: QuietTeam, today: SchoolDay): string {
  const weeks = Math.floor(days / 7);
  const ago = `${numberWord(weeks)} weeks ago, days off not counted`;
  if (!hasActed) return `No step yet; the year began on ${formatDay(day, today)}, ${ago}.`;
  return `Last step on ${formatDay(day, today)}, ${ago}.`;
}

/** `Three teams have been quiet for three weeks or more.` */
export function quietCountWords(count: number): string {
  if (count === 0) return 'Every team has noted something in the last three weeks.';
  const teams = count > 10 ? counted(count, 'team') : `${numberWord(count)} team${count === 1 ? '' : 's'}`;
  return `${capitalised(teams)} ${count === 1 ? 'has' : 'have'} been quiet for three weeks or more.`;
}
