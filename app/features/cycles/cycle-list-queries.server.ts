import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { cycle, cycleDecision, learningQuestion, ramp, school, stageChange, team } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { ownTeam, perReach, readableTeam } from '~/features/people/team-scope.server';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { CycleSummary } from './cycle';

/** What every list of cycles says of one; the query joins `ramp` and, on the left, `cycle_decision`. */
export const summaryColumns = {
  id: cycle.id,
  teamId: cycle.teamId,
  rampId: cycle.rampId,
  number: cycle.number,
  changeIdea: ramp.changeIdea,
  objective: cycle.objective,
  scale: cycle.scale,
  stage: cycle.stage,
  plannedStart: cycle.plannedStart,
  plannedEnd: cycle.plannedEnd,
  decision: cycleDecision.decision,
};

const backInPlanAt = sql<
  number | null
>`case when ${cycle.stage} = 'plan' then (select max(s.changed_at) from ${stageChange} s where s.cycle_id = ${cycle.id} and s.to_stage = 'plan' and s.from_stage is not null) end`;

function selectSummaries(db: Connection, actor: Actor, condition: SQL | undefined) {
  return db
    .select({ ...summaryColumns, backInPlanAt })
    .from(cycle)
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .leftJoin(cycleDecision, eq(cycleDecision.cycleId, cycle.id))
    .where(and(readableTeam(actor, cycle.teamId), condition))
    .orderBy(asc(cycle.plannedStart), asc(cycle.number), asc(cycle.id));
}

export async function listCyclesOfTeam(
  db: Connection,
  actor: Actor,
  teamId: string,
): Promise<CycleSummary[]> {
  return selectSummaries(db, actor, eq(cycle.teamId, teamId));
}

const openCyclesQuery = perReach((db, actor) => {
  const own = sql`case when ${ownTeam(actor, cycle.teamId)} then 0 else 1 end`;
  const urgency = sql`case ${cycle.stage} when 'act' then 0 when 'study' then 1 when 'do' then case when ${cycle.plannedEnd} <= ${sql.placeholder('today')} then 2 else 3 end else 4 end`;
  return db
    .select({
      ...summaryColumns,
      backInPlanAt,
      schoolName: school.name,
      teamName: team.name,
      total: sql<number>`count(*) over ()`,
    })
    .from(cycle)
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .innerJoin(team, eq(team.id, cycle.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .leftJoin(cycleDecision, eq(cycleDecision.cycleId, cycle.id))
    .where(and(inArray(cycle.stage, ['plan', 'do', 'study', 'act']), readableTeam(actor, cycle.teamId)))
    .orderBy(own, urgency, asc(cycle.plannedEnd), asc(cycle.id))
    .limit(sql.placeholder('most'))
    .prepare();
});

/**
 * Cycles still worked on in the teams an actor may read, those that ask for attention first: own teams, then ready to
 * decide, ready to study, past their planned end, under way, planned.
 */
export async function listOpenCycles(
  db: Connection,
  actor: Actor,
  { most, today }: { most: number; today: SchoolDay },
): Promise<{ cycles: (CycleSummary & { place: string })[]; total: number }> {
  const rows = await openCyclesQuery(db, actor).execute({ most, today });
  return {
    cycles: rows.map(({ schoolName, teamName, total: _total, ...row }) => ({
      ...row,
      place: `${schoolName} · ${teamName}`,
    })),
    total: rows[0]?.total ?? 0,
  };
}

/** When each cycle with a question on these measures ran, for the bands of their charts. */
export async function listCycleSpans(db: Connection, actor: Actor, measureIds: string[]) {
  if (measureIds.length === 0) return [];
  return db
    .selectDistinct({
      cycleId: cycle.id,
      measureId: learningQuestion.measureId,
      number: cycle.number,
      changeIdea: ramp.changeIdea,
      stage: cycle.stage,
      from: cycle.plannedStart,
      to: cycle.plannedEnd,
    })
    .from(learningQuestion)
    .innerJoin(cycle, eq(cycle.id, learningQuestion.cycleId))
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .where(
      and(
        inArray(learningQuestion.measureId, measureIds),
        readableTeam(actor, cycle.teamId),
        inArray(cycle.stage, ['do', 'study', 'act', 'complete']),
      ),
    )
    .orderBy(asc(cycle.plannedStart), asc(cycle.id));
}
