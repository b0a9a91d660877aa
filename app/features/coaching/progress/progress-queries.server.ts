import { and, asc, eq, gte, sql } from 'drizzle-orm';
import {
  activityEvent,
  aim,
  cycle,
  measure,
  person,
  stageChange,
  team,
  teamMembership,
  teamScore,
} from '#db/schema';
import type { RunChartRules } from '#db/vocabulary';
import { listMeasuresOfTeam } from '~/features/measures/measure-queries.server';
import { loadSeries } from '~/features/measures/series-queries.server';
import type { Actor } from '~/features/people/actor';
import { readableTeam } from '~/features/people/team-scope.server';
import { schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { monthsUntil } from '~/lib/school-month';
import type { Connection } from '~/platform/database.server';
import { progressHistory } from './progress-history-rules';
import type { TeamRecord } from './progress-history-rules';
import type { GivenScore, ProgressMonth } from './team-progress';

type Asked = {
  teamId: string;
  today: SchoolDay;
  timeZone: string;
  rules: RunChartRules;
  /** How many months, this one included. */
  months: number;
};

/**
 * The last months of a team, oldest first, with the three scores of each; null when the team is not there or not for
 * this actor. Eight statements, however many months, cycles and numbers there are.
 */
export async function loadProgress(
  db: Connection,
  actor: Actor,
  asked: Asked,
): Promise<ProgressMonth[] | null> {
  const record = await loadRecord(db, actor, asked);
  if (record === null) return null;
  const months = monthsUntil(asked.today, asked.months);
  const computed = progressHistory(record, months, asked);
  const given = await loadScores(db, asked.teamId, months[0] ?? asked.today);
  return months.map((month, index) => ({
    month,
    computed: computed[index] ?? null,
    team: given.get(`${month} team`) ?? null,
    coach: given.get(`${month} coach`) ?? null,
  }));
}

async function loadRecord(
  db: Connection,
  actor: Actor,
  { teamId, timeZone }: Asked,
): Promise<TeamRecord | null> {
  const dayOf = (instant: number | null) => (instant === null ? null : schoolDayAt(instant, timeZone));
  const firstWritten = db
    .select({ at: sql<number | null>`min(${activityEvent.happenedAt})` })
    .from(activityEvent)
    .where(and(eq(activityEvent.teamId, team.id), eq(activityEvent.kind, 'aim_changed')));
  const found = await db
    .select({
      createdAt: team.createdAt,
      aimChangedAt: aim.changedAt,
      aimFirstAt: sql<number | null>`(${firstWritten})`,
    })
    .from(team)
    .leftJoin(aim, eq(aim.teamId, team.id))
    .where(and(eq(team.id, teamId), readableTeam(actor, team.id)));
  const head = found[0];
  if (!head) return null;
  const aimSince =
    head.aimChangedAt === null ? null : Math.min(head.aimChangedAt, head.aimFirstAt ?? head.aimChangedAt);
  const members = await db
    .select({ endedOn: teamMembership.endedOn })
    .from(teamMembership)
    .where(eq(teamMembership.teamId, teamId));
  return {
    began: schoolDayAt(head.createdAt, timeZone),
    aimSince: dayOf(aimSince),
    memberEnds: members.map(({ endedOn }) => endedOn),
    cycles: (await loadCycleDays(db, teamId)).map(({ createdAt, doAt, studyAt }) => ({
      began: schoolDayAt(createdAt, timeZone),
      ...{ enteredDo: dayOf(doAt), enteredStudy: dayOf(studyAt) },
    })),
    measures: await loadMeasures(db, actor, teamId, timeZone),
  };
}

function loadCycleDays(db: Connection, teamId: string) {
  const firstTo = (stage: 'do' | 'study') =>
    sql<number | null>`min(case when ${stageChange.toStage} = ${stage} then ${stageChange.changedAt} end)`;
  return db
    .select({ createdAt: cycle.createdAt, doAt: firstTo('do'), studyAt: firstTo('study') })
    .from(cycle)
    .leftJoin(stageChange, eq(stageChange.cycleId, cycle.id))
    .where(eq(cycle.teamId, teamId))
    .groupBy(cycle.id);
}

async function loadMeasures(
  db: Connection,
  actor: Actor,
  teamId: string,
  timeZone: string,
): Promise<TeamRecord['measures']> {
  const measures = await listMeasuresOfTeam(db, actor, teamId);
  const made = await db
    .select({ id: measure.id, createdAt: measure.createdAt })
    .from(measure)
    .where(eq(measure.teamId, teamId));
  const series = await loadSeries(
    db,
    measures.map(({ id }) => id),
    { brief: true },
  );
  return measures.map((one) => ({
    measure: one,
    since: schoolDayAt(made.find(({ id }) => id === one.id)?.createdAt ?? 0, timeZone),
    series: { ...series, points: series.points.filter(({ measureId }) => measureId === one.id) },
  }));
}

async function loadScores(
  db: Connection,
  teamId: string,
  since: SchoolDay,
): Promise<Map<string, GivenScore>> {
  const rows = await db
    .select({
      month: teamScore.month,
      scorer: teamScore.scorer,
      score: teamScore.score,
      because: teamScore.because,
      version: teamScore.version,
      scoredByName: person.name,
      scoredAt: teamScore.scoredAt,
    })
    .from(teamScore)
    .innerJoin(person, eq(person.id, teamScore.scoredBy))
    .where(and(eq(teamScore.teamId, teamId), gte(teamScore.month, since)))
    .orderBy(asc(teamScore.month));
  return new Map(rows.map(({ month, scorer, ...given }) => [`${month} ${scorer}`, given]));
}
