import { and, asc, eq, gte, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { QueryBuilder, union, unionAll } from 'drizzle-orm/sqlite-core';
import {
  activityEvent,
  cohort,
  cohortTeam,
  cycle,
  dataPlan,
  lea,
  learningQuestion,
  measure,
  measureGroup,
  nudge,
  person,
  ramp,
  school,
  stageChange,
  studentGroup,
  team,
  teamMembership,
} from '#db/schema';
import { coachingActivityKinds, workingStages } from '#db/vocabulary';
import { groupColumns, measureColumns } from '~/features/measures/measure-queries.server';
import type { Measure } from '~/features/measures/measure';
import type { Actor } from '~/features/people/actor';
import { addDays, mondayOf, schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { LastNudge } from './caseload';
import type { CaseloadScope } from './caseload-filter';
import { perScope } from './followed-scope.server';

const quietKinds = sql.raw(`(${coachingActivityKinds.map((kind) => `'${kind}'`).join(', ')})`);

/** The newest event of a team's own members that tells of its work: no step of a coach, no post. */
export const lastOwnEvent = (column: 'id' | 'happened_at') =>
  sql`(select a.${sql.raw(column)} from ${activityEvent} a where a.team_id = ${team.id} and a.post_id is null and a.kind not in ${quietKinds} and exists (select 1 from ${teamMembership} m where m.team_id = a.team_id and m.person_id = a.actor_id) order by a.happened_at desc limit 1)`;

const teamsQuery = perScope((db, followed) =>
  db
    .select({
      id: team.id,
      name: team.name,
      schoolId: school.id,
      schoolName: school.name,
      leaId: lea.id,
      leaName: lea.name,
      createdAt: team.createdAt,
      lastOwnAt: sql<number | null>`${lastOwnEvent('happened_at')}`,
      newestCohortStart: sql<
        string | null
      >`(select max(c.starts_on) from ${cohortTeam} t inner join ${cohort} c on c.id = t.cohort_id where t.team_id = ${team.id})`,
      lastCohortDay: sql<
        string | null
      >`(select max(c.ends_on) from ${cohortTeam} t inner join ${cohort} c on c.id = t.cohort_id where t.team_id = ${team.id})`,
    })
    .from(team)
    .innerJoin(school, eq(school.id, team.schoolId))
    .innerJoin(lea, eq(lea.id, school.leaId))
    .where(followed(team.id))
    .orderBy(asc(school.name), asc(team.name), asc(team.id))
    .prepare(),
);

export type FollowedTeam = Awaited<ReturnType<typeof listFollowedTeams>>[number];

/** The teams of a scope, by school and name. */
export function listFollowedTeams(db: Connection, actor: Actor, scope: CaseloadScope) {
  return teamsQuery(db, actor, scope).execute();
}

const open = inArray(cycle.stage, [...workingStages]);

const cyclesQuery = perScope((db, followed) =>
  db
    .select({
      id: cycle.id,
      teamId: cycle.teamId,
      number: cycle.number,
      changeIdea: ramp.changeIdea,
      stage: cycle.stage,
      plannedStart: cycle.plannedStart,
      plannedEnd: cycle.plannedEnd,
      enteredAt: sql<number>`coalesce((select max(s.changed_at) from ${stageChange} s where s.cycle_id = ${cycle.id}), ${cycle.createdAt})`,
    })
    .from(cycle)
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .where(and(open, followed(cycle.teamId)))
    .orderBy(asc(cycle.plannedEnd), asc(cycle.id))
    .prepare(),
);

/** The open cycles of a scope, the earliest planned end first. */
export function listFollowedCycles(db: Connection, actor: Actor, scope: CaseloadScope) {
  return cyclesQuery(db, actor, scope).execute();
}

const isExpected = or(
  isNotNull(learningQuestion.expectedValue),
  isNotNull(learningQuestion.expectedDirection),
);

const expects = sql<number>`case when ${isExpected} then 1 else 0 end`;

const usesQuery = perScope((db, followed) =>
  unionAll(
    db
      .select({
        cycleId: learningQuestion.cycleId,
        measureId: sql<string | null>`${learningQuestion.measureId}`,
        expects: expects.as('expects'),
      })
      .from(learningQuestion)
      .innerJoin(cycle, eq(cycle.id, learningQuestion.cycleId))
      .where(and(open, or(isNotNull(learningQuestion.measureId), isExpected), followed(cycle.teamId))),
    db
      .select({
        cycleId: dataPlan.cycleId,
        measureId: sql<string | null>`${dataPlan.measureId}`,
        expects: sql<number>`0`.as('expects'),
      })
      .from(dataPlan)
      .innerJoin(cycle, eq(cycle.id, dataPlan.cycleId))
      .where(and(open, followed(cycle.teamId))),
  ).prepare(),
);

/** Which measures the open cycles use, those of questions before those of data plans, and whether they expect something of them, or of no measure. */
export function listMeasureUses(db: Connection, actor: Actor, scope: CaseloadScope) {
  return usesQuery(db, actor, scope).execute();
}

const begun = inArray(cycle.stage, ['do', 'study', 'act']);

const measuresQuery = perScope((db, followed) => {
  const asked = new QueryBuilder()
    .select({ id: sql<string>`${learningQuestion.measureId}`.as('id') })
    .from(learningQuestion)
    .innerJoin(cycle, eq(cycle.id, learningQuestion.cycleId))
    .where(and(begun, isNotNull(learningQuestion.measureId), followed(cycle.teamId)));
  const planned = new QueryBuilder()
    .select({ id: sql<string>`${dataPlan.measureId}`.as('id') })
    .from(dataPlan)
    .innerJoin(cycle, eq(cycle.id, dataPlan.cycleId))
    .where(and(begun, followed(cycle.teamId)));
  return db
    .select({ ...measureColumns, group: groupColumns })
    .from(measure)
    .innerJoin(measureGroup, and(eq(measureGroup.measureId, measure.id), isNull(measureGroup.endedOn)))
    .innerJoin(studentGroup, eq(studentGroup.id, measureGroup.groupId))
    .where(and(followed(measure.teamId), inArray(measure.id, union(asked, planned))))
    .orderBy(asc(measure.createdAt), asc(measure.id), asc(measureGroup.position))
    .prepare();
});

/** The measures that cycles past Plan use, with their groups. */
export async function listMeasuresInUse(
  db: Connection,
  actor: Actor,
  scope: CaseloadScope,
): Promise<Measure[]> {
  const measures = new Map<string, Measure>();
  for (const { group, ...row } of await measuresQuery(db, actor, scope).execute()) {
    const known = measures.get(row.id);
    if (known) known.groups.push(group);
    else measures.set(row.id, { ...row, definition: '', groups: [group] });
  }
  return [...measures.values()];
}

const nudgesQuery = perScope((db, followed) =>
  db
    .select({
      teamId: nudge.teamId,
      coachId: nudge.coachId,
      coachName: person.name,
      sentAt: nudge.sentAt,
    })
    .from(nudge)
    .innerJoin(person, eq(person.id, nudge.coachId))
    .where(and(gte(nudge.week, sql.placeholder('week')), followed(nudge.teamId)))
    .orderBy(asc(nudge.sentAt), asc(nudge.id))
    .prepare(),
);

/** The newest nudge of this week or the one before, by team. */
export async function listLastNudges(
  db: Connection,
  actor: Actor,
  scope: CaseloadScope,
  { today, timeZone }: { today: SchoolDay; timeZone: string },
): Promise<Map<string, LastNudge>> {
  const rows = await nudgesQuery(db, actor, scope).execute({ week: addDays(mondayOf(today), -7) });
  return new Map(
    rows.map(({ teamId, coachId, coachName, sentAt }) => [
      teamId,
      { on: schoolDayAt(sentAt, timeZone), coachName, mine: coachId === actor.personId },
    ]),
  );
}
