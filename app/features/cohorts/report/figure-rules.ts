import type { CycleStage, Decision, PredictionVerdict } from '#db/vocabulary';
import { groupedBy } from '~/lib/grouped-by';
import { addDays, mondayOf } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { DaySpan, TimeSpan } from '../time-span';
import type {
  LearnedFigures,
  MovedIdea,
  ParticipationFigures,
  TriedFigures,
  TriedIdea,
} from './report-figures';
import { toldMonths } from './told-months-rules';
import type { TeamPlace } from './told-months-rules';

/** A cycle of the cohort; `endedAt` is its decision or its stop, null while it is open. */
export type CycleInTime = TeamPlace & {
  cycleId: string;
  rampId: string;
  stage: CycleStage;
  createdAt: number;
  endedAt: number | null;
  decision: Decision | null;
};

const within = (instant: number | null, { begins, ends }: TimeSpan) =>
  instant !== null && instant >= begins && instant < ends;

/** Whether it was open at some time of the span. */
export function wasOpen({ createdAt, endedAt }: CycleInTime, { begins, ends }: TimeSpan): boolean {
  return createdAt < ends && (endedAt === null || endedAt >= begins);
}

const countOf = <T>(rows: readonly T[], key: (row: T) => string) => new Set(rows.map(key)).size;

/** The Mondays of a span in whose week `hasSchool` finds a school day. */
export function schoolWeeksOf(
  { from, through }: DaySpan,
  hasSchool: (from: SchoolDay, to: SchoolDay) => boolean,
): SchoolDay[] {
  const weeks: SchoolDay[] = [];
  for (let monday = mondayOf(from); monday <= through; monday = addDays(monday, 7)) {
    const first = monday < from ? from : monday;
    const last = addDays(monday, 6) > through ? through : addDays(monday, 6);
    if (first <= last && hasSchool(first, last)) weeks.push(monday);
  }
  return weeks;
}

export type ParticipationRows = {
  teams: readonly TeamPlace[];
  cycles: readonly CycleInTime[];
  /** The school weeks of each team, and those with a number, by their Mondays. */
  weeks: readonly { teamId: string; school: number; withNumbers: number }[];
  schoolWeeks: number;
  meetings: number;
  attendances: readonly { personId: string; teamId: string | null }[];
};

export function participationOf(
  { teams, cycles, weeks, schoolWeeks, meetings, attendances }: ParticipationRows,
  span: TimeSpan,
): ParticipationFigures {
  const open = cycles.filter((cycle) => wasOpen(cycle, span));
  const ended = (stage: CycleStage) =>
    cycles.filter((cycle) => cycle.stage === stage && within(cycle.endedAt, span)).length;
  const came = attendances.flatMap(({ teamId }) => (teamId === null ? [] : [teamId]));
  return {
    teams: teams.length,
    schools: countOf(teams, ({ schoolId }) => schoolId),
    teamsWithCycle: countOf(open, ({ teamId }) => teamId),
    begun: cycles.filter(({ createdAt }) => within(createdAt, span)).length,
    completed: ended('complete'),
    stopped: ended('stopped'),
    schoolWeeks,
    teamsWithNumbers: weeks.filter(({ withNumbers }) => withNumbers > 0).length,
    teamsRegular: weeks.filter(({ school, withNumbers }) => withNumbers > 0 && withNumbers * 2 >= school)
      .length,
    meetings,
    people: countOf(attendances, ({ personId }) => personId),
    teamsAtMeetings: new Set(came).size,
  };
}

/** What was decided in the whole months of a span; null where too few teams decided. `on`: the day of the decision. */
export function decisionsIn(
  decided: readonly (TeamPlace & { on: SchoolDay; decision: Decision })[],
  span: DaySpan,
  today: SchoolDay,
): TriedFigures['decisions'] {
  const told = toldMonths(decided, span, today);
  if (told === null) return null;
  const count = (word: Decision) => told.rows.filter(({ decision }) => decision === word).length;
  return {
    counts: { adopt: count('adopt'), adapt: count('adapt'), abandon: count('abandon') },
    months: told.months,
  };
}

/** The verdicts on predictions in the whole months of a span; null where too few teams gave one. */
export function verdictsIn(
  answers: readonly (TeamPlace & { on: SchoolDay; verdict: PredictionVerdict })[],
  span: DaySpan,
  today: SchoolDay,
): LearnedFigures['verdicts'] {
  const told = toldMonths(answers, span, today);
  if (told === null) return null;
  const count = (word: PredictionVerdict) => told.rows.filter(({ verdict }) => verdict === word).length;
  return {
    counts: {
      as_predicted: count('as_predicted'),
      partly: count('partly'),
      not_as_predicted: count('not_as_predicted'),
    },
    months: told.months,
  };
}

/** A ramp of the cohort on an idea of the catalogue that a post signed by name told the whole network of. */
export type ToldRamp = { rampId: string; teamId: string; ideaId: string; name: string };

const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name);

/** Ideas with what was open on them in the span, by name. */
export function triedIdeas(
  ramps: readonly ToldRamp[],
  cycles: readonly CycleInTime[],
  span: TimeSpan,
): TriedIdea[] {
  const open = cycles.filter((cycle) => wasOpen(cycle, span));
  return [...groupedBy(ramps, ({ ideaId }) => ideaId).entries()]
    .flatMap(([ideaId, ofIdea]) => {
      const rampIds = new Set(ofIdea.map(({ rampId }) => rampId));
      const tests = open.filter(({ rampId }) => rampIds.has(rampId));
      const name = ofIdea[0]?.name ?? '';
      const teams = countOf(tests, ({ teamId }) => teamId);
      return tests.length === 0 ? [] : [{ ideaId, name, teams, cycles: tests.length }];
    })
    .toSorted(byName);
}

/** A cycle begun from a post that its team signed by name, whose own team told that one who tries it. */
export type Move = { ideaId: string; name: string; fromSchoolId: string; toSchoolId: string };

/** Ideas that went from one school to another, by name. */
export function movedIdeas(moves: readonly Move[]): MovedIdea[] {
  const between = moves.filter(({ fromSchoolId, toSchoolId }) => fromSchoolId !== toSchoolId);
  return [...groupedBy(between, ({ ideaId }) => ideaId).entries()]
    .map(([ideaId, ofIdea]) => ({
      ...{ ideaId, name: ofIdea[0]?.name ?? '', cycles: ofIdea.length },
      schools: new Set(ofIdea.flatMap(({ fromSchoolId, toSchoolId }) => [fromSchoolId, toSchoolId])).size,
    }))
    .toSorted(byName);
}
