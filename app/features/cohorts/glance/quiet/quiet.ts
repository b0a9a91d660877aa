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

/** What is known of the quiet in a cohort of `of` teams. */
export type Quiet = {
  teams: QuietTeam[];
  /** Teams that have not noted anything yet and joined too lately to be quiet. */
  unbegun: number;
  of: number;
  /** Nobody is called quiet once the year is over. */
  isOver: boolean;
};

/** The teams without a step for three weeks, as the caseload counts them, in the order given; none once the year is over. */
export function quietTeams(
  steps: readonly LastStep[],
  daysOff: readonly DayOff[],
  { today, endsOn }: { today: SchoolDay; endsOn: SchoolDay },
): Quiet {
  const of = steps.length;
  if (endsOn < today) return { teams: [], unbegun: 0, of, isOver: true };
  const daysOffByLea = new Map<string, DayOff[]>();
  const counted = steps.map(({ leaId, ...step }) => {
    const off = daysOffByLea.get(leaId) ?? daysOffOf(daysOff, leaId);
    daysOffByLea.set(leaId, off);
    return { ...step, days: daysWithoutBreaks(step.day, today, off) };
  });
  const teams = counted.filter(({ days }) => days >= quietAfter);
  const unbegun = counted.filter(({ days, hasActed }) => days < quietAfter && !hasActed).length;
  return { teams, unbegun, of, isOver: false };
}

/** `Last step on Oct 28, four weeks ago.` Says nothing of why. */
export function quietWords({ day, days, hasActed }: QuietTeam, today: SchoolDay): string {
  const weeks = Math.floor(days / 7);
  const ago = `${numberWord(weeks)} weeks ago, days off not counted`;
  if (!hasActed) return `No step yet; the year began on ${formatDay(day, today)}, ${ago}.`;
  return `Last step on ${formatDay(day, today)}, ${ago}.`;
}

const teamsWords = (count: number) =>
  capitalised(count > 10 ? counted(count, 'team') : `${numberWord(count)} team${count === 1 ? '' : 's'}`);

/** `Three teams have been quiet for three weeks or more. One team is new: nothing noted yet.` */
export function quietCountWords({ teams: { length: count }, unbegun, of, isOver }: Quiet): string {
  if (isOver) return 'The year is over, and nobody is called quiet.';
  if (of === 0) return 'No team yet.';
  const fresh =
    unbegun === 0 ? '' : `${teamsWords(unbegun)} ${unbegun === 1 ? 'is' : 'are'} new: nothing noted yet.`;
  const quiet =
    count > 0
      ? `${teamsWords(count)} ${count === 1 ? 'has' : 'have'} been quiet for three weeks or more.`
      : unbegun === 0
        ? 'Every team has noted something in the last three weeks.'
        : unbegun === of
          ? ''
          : 'Every other team has noted something in the last three weeks.';
  return count > 0 ? `${quiet} ${fresh}`.trim() : `${fresh} ${quiet}`.trim();
}
