import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { caseloadRest } from '#db/schema';
import type { RunChartRules, WorkingStage } from '#db/vocabulary';
import type { Measure } from '~/features/measures/measure';
import type { ReadWallChart } from '~/features/measures/wall/build-wall';
import { recallWall } from '~/features/measures/wall/wall-memory.server';
import type { Actor } from '~/features/people/actor';
import { daysOffOf } from '~/features/people/days-off';
import type { DayOff } from '~/features/people/days-off';
import { listDaysOffAbout } from '~/features/people/days-off-queries.server';
import { schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import type { CaseloadCycle, CaseloadGroup, CaseloadMeasure, Reason, Rest, TeamFacts } from './caseload';
import {
  listFollowedCycles,
  listFollowedTeams,
  listLastNudges,
  listMeasuresInUse,
  listMeasureUses,
} from './caseload-facts.server';
import type { FollowedTeam } from './caseload-facts.server';
import type { CaseloadScope } from './caseload-filter';
import { reasonsOf, withoutResting } from './caseload-rules';
import { listOpenReviews } from './open-reviews.server';
import { groupOf, withoutWaiting } from './waiting-rules';

export type CaseloadDay = { today: SchoolDay; timeZone: string; rules: RunChartRules };

/** A followed team with all that the rules say of it. */
export type JudgedTeam = {
  team: FollowedTeam;
  facts: TeamFacts;
  group: CaseloadGroup;
  /** Those that put it under `now`, and those that wait while a coach's words are with it. */
  pressing: Reason[];
  held: Reason[];
  resting: Rest[];
};

/** The day of a member's last step; before any, the one on which the team's year began. */
function lastOwnDayOf(
  { lastOwnAt, createdAt, newestCohortStart }: FollowedTeam,
  timeZone: string,
): SchoolDay {
  if (lastOwnAt !== null) return schoolDayAt(lastOwnAt, timeZone);
  const made = schoolDayAt(createdAt, timeZone);
  return newestCohortStart !== null && newestCohortStart > made ? newestCohortStart : made;
}

const restsQuery = perConnection((db) =>
  db
    .select({
      id: caseloadRest.id,
      teamId: caseloadRest.teamId,
      reason: caseloadRest.reason,
      aboutId: caseloadRest.aboutId,
      until: caseloadRest.until,
      restedAt: caseloadRest.restedAt,
    })
    .from(caseloadRest)
    .where(
      and(
        eq(caseloadRest.personId, sql.placeholder('personId')),
        gt(caseloadRest.until, sql.placeholder('today')),
      ),
    )
    .orderBy(asc(caseloadRest.until), asc(caseloadRest.id))
    .prepare(),
);

function byTeam<T extends { teamId: string }>(rows: T[]): (teamId: string) => T[] {
  const sorted = new Map<string, T[]>();
  for (const row of rows) {
    const known = sorted.get(row.teamId);
    if (known) known.push(row);
    else sorted.set(row.teamId, [row]);
  }
  return (teamId) => sorted.get(teamId) ?? [];
}

/** What of a measure's charts the rules look at. */
function caseloadMeasure({ id, name, frequency }: Measure, charts: ReadWallChart[]): CaseloadMeasure {
  let newest: SchoolDay | null = null;
  const signals: CaseloadMeasure['signals'] = [];
  for (const chart of charts) {
    const { date } = chart.newest ?? { date: null };
    if (date !== null && (newest === null || date > newest)) newest = date;
    const { tone, headline } = chart.verdict;
    if (date === null || (tone !== 'toward' && tone !== 'away')) continue;
    const { groupId, groupName, run } = chart;
    signals.push({ groupId, groupName, tone, headline, from: run?.from ?? null, to: run?.to ?? date });
  }
  return { id, name, frequency, newest, signals };
}

const isWorking = (stage: string): stage is WorkingStage =>
  stage === 'plan' || stage === 'do' || stage === 'study' || stage === 'act';

type Uses = Awaited<ReturnType<typeof listMeasureUses>>;
type CycleRow = Awaited<ReturnType<typeof listFollowedCycles>>[number];
type PlacedCycle = CaseloadCycle & { teamId: string };

function caseloadCycles(rows: CycleRow[], uses: Uses, timeZone: string): PlacedCycle[] {
  const cycles = new Map<string, PlacedCycle>();
  for (const { enteredAt, stage, ...row } of rows)
    if (isWorking(stage))
      cycles.set(row.id, {
        ...row,
        ...{ stage, enteredOn: schoolDayAt(enteredAt, timeZone), prediction: 'none', measureIds: [] },
      });
  for (const { cycleId, measureId, expects } of uses) {
    const cycle = cycles.get(cycleId);
    if (!cycle) continue;
    if (expects === 1 && cycle.prediction !== 'measurable')
      cycle.prediction = measureId === null ? 'no_measure' : 'measurable';
    if (measureId === null) continue;
    if (!cycle.measureIds.includes(measureId)) cycle.measureIds.push(measureId);
  }
  return [...cycles.values()];
}

/** The days off of each LEA, worked out once for all its teams. */
function daysOffByLea(daysOff: DayOff[]): (leaId: string) => DayOff[] {
  const known = new Map<string, DayOff[]>();
  return (leaId) => {
    const there = known.get(leaId) ?? daysOffOf(daysOff, leaId);
    known.set(leaId, there);
    return there;
  };
}

/** The teams of a scope, by school and name, each with its reasons; the charts of their measures beside. */
export async function judgeTeams(
  db: Connection,
  actor: Actor,
  scope: CaseloadScope,
  { today, timeZone, rules }: CaseloadDay,
): Promise<{ teams: JudgedTeam[]; charts: Map<string, ReadWallChart[]> }> {
  const followed = await listFollowedTeams(db, actor, scope);
  if (followed.length === 0) return { teams: [], charts: new Map() };
  const daysOff = daysOffByLea(await listDaysOffAbout(db, today));
  const uses = await listMeasureUses(db, actor, scope);
  const cyclesOf = byTeam(caseloadCycles(await listFollowedCycles(db, actor, scope), uses, timeZone));
  const measures = await listMeasuresInUse(db, actor, scope);
  const charts = await recallWall(db, measures, rules);
  const measuresOf = byTeam(measures);
  const reviews = await listOpenReviews(db, actor, scope, timeZone);
  const nudges = await listLastNudges(db, actor, scope, { today, timeZone });
  const rests = await restsQuery(db).execute({ personId: actor.personId, today });
  const restsOf = byTeam(
    rests.map(({ restedAt, ...rest }) => ({ ...rest, restedOn: schoolDayAt(restedAt, timeZone) })),
  );
  const teams = followed.map((team) => {
    const facts: TeamFacts = {
      ...{ teamId: team.id, today, daysOff: daysOff(team.leaId), cycles: cyclesOf(team.id) },
      measures: measuresOf(team.id).map((one) => caseloadMeasure(one, charts.get(one.id) ?? [])),
      reviews: reviews.toRead.get(team.id) ?? [],
      returned: reviews.returned.get(team.id) ?? [],
      nudge: nudges.get(team.id) ?? null,
      lastOwnDay: lastOwnDayOf(team, timeZone),
      hasActed: team.lastOwnAt !== null,
      yearIsOver: team.lastCohortDay !== null && team.lastCohortDay < today,
    };
    const { standing, resting } = withoutResting(reasonsOf(facts), restsOf(team.id), today);
    const { pressing, held } = withoutWaiting(standing, facts);
    return { team, facts, pressing, held, resting, group: groupOf({ facts, pressing, resting }) };
  });
  return { teams, charts };
}
