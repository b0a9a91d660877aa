import { and, asc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import {
  cycle,
  cycleTask,
  dataPoint,
  measure,
  measureGroup,
  ramp,
  school,
  team,
  teamMembership,
} from '#db/schema';
import { workingStages } from '#db/vocabulary';
import type { Actor } from '~/features/people/actor';
import { daysOffOf } from '~/features/people/days-off';
import { listDaysOffAbout } from '~/features/people/days-off-queries.server';
import { worksInTeam } from '~/features/people/people-policy';
import { ownTeam } from '~/features/people/team-scope.server';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { cycleEntries, dueEntry, taskEntry } from './calendar-entries';
import type { CalendarEntry, DueMeasure } from './calendar-entries';
import { nextDueDay } from './calendar-rules';
import { listCommitmentEntries } from './commitment-entries-queries.server';
import { listMeetingEntries } from './meeting-entries-queries.server';

const collectorLeft = sql`not exists (select 1 from ${teamMembership} t where t.team_id = ${measure.teamId} and t.person_id = ${measure.collectorId} and t.ended_on is null)`;
const newestDate = sql<SchoolDay | null>`(select max(p.date) from ${dataPoint} p where p.measure_id = ${measure.id} and p.group_id = ${measureGroup.groupId})`;

/** The groups of the measures that a person collects, or that nobody in particular does, as in the quick log. */
function listCollected(db: Connection, actor: Actor) {
  return db
    .select({
      ...{ measureId: measure.id, measureName: measure.name, frequency: measure.frequency },
      ...{ teamName: team.name, leaId: school.leaId, newestDate },
    })
    .from(measure)
    .innerJoin(team, eq(team.id, measure.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .innerJoin(measureGroup, and(eq(measureGroup.measureId, measure.id), isNull(measureGroup.endedOn)))
    .where(
      and(
        ownTeam(actor, measure.teamId),
        or(isNull(measure.collectorId), eq(measure.collectorId, actor.personId), collectorLeft),
      ),
    )
    .orderBy(asc(measure.createdAt), asc(measure.id));
}

/** A measure is due on the first day on which one of its groups is. */
async function listDue(db: Connection, actor: Actor, today: SchoolDay): Promise<DueMeasure[]> {
  const daysOff = await listDaysOffAbout(db, today);
  const due = new Map<string, DueMeasure>();
  for (const row of await listCollected(db, actor)) {
    const { measureId, measureName, teamName, leaId, frequency } = row;
    const day = nextDueDay(frequency, row.newestDate, today, daysOffOf(daysOff, leaId));
    const known = due.get(measureId);
    if (day === null || (known !== undefined && known.day <= day)) continue;
    due.set(measureId, { measureId, measureName, teamName, day });
  }
  return [...due.values()];
}

/** Open cycles of the teams somebody works in or coaches today. */
function followedCycle(actor: Actor): SQL | undefined {
  const coached = actor.coachedTeamIds;
  return and(
    inArray(cycle.stage, [...workingStages]),
    or(ownTeam(actor, cycle.teamId), coached.length > 0 ? inArray(cycle.teamId, coached) : undefined),
  );
}

async function listCycleEntries(db: Connection, actor: Actor): Promise<CalendarEntry[]> {
  const rows = await db
    .select({
      ...{ cycleId: cycle.id, number: cycle.number, changeIdea: ramp.changeIdea, teamId: cycle.teamId },
      ...{ plannedStart: cycle.plannedStart, plannedEnd: cycle.plannedEnd },
      ...{ teamName: team.name, schoolName: school.name },
    })
    .from(cycle)
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .innerJoin(team, eq(team.id, cycle.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(followedCycle(actor))
    .orderBy(asc(cycle.plannedEnd), asc(cycle.id));
  return rows.flatMap(({ teamId, ...row }) => cycleEntries({ ...row, isOwn: worksInTeam(actor, teamId) }));
}

async function listTaskEntries(db: Connection, actor: Actor): Promise<CalendarEntry[]> {
  const rows = await db
    .select({
      ...{ taskId: cycleTask.id, what: cycleTask.what, dueOn: cycleTask.dueOn },
      ...{ cycleId: cycle.id, teamName: team.name },
    })
    .from(cycleTask)
    .innerJoin(cycle, eq(cycle.id, cycleTask.cycleId))
    .innerJoin(team, eq(team.id, cycle.teamId))
    .where(
      and(
        inArray(cycle.stage, [...workingStages]),
        ...[ownTeam(actor, cycle.teamId), isNotNull(cycleTask.dueOn), isNull(cycleTask.doneAt)],
      ),
    )
    .orderBy(asc(cycleTask.dueOn), asc(cycleTask.id));
  return rows.flatMap(({ dueOn, ...row }) => (dueOn === null ? [] : [taskEntry({ ...row, dueOn })]));
}

/**
 * What stands in a person's calendar: days by which to log, planned days of cycles, days of tasks and commitments, and
 * meetings, in today's scope.
 */
export async function listCalendarEntries(
  db: Connection,
  actor: Actor,
  { today, now }: { today: SchoolDay; now: number },
): Promise<CalendarEntry[]> {
  const due = await listDue(db, actor, today);
  return [
    ...due.map(dueEntry),
    ...(await listCycleEntries(db, actor)),
    ...(await listTaskEntries(db, actor)),
    ...(await listCommitmentEntries(db, actor)),
    ...(await listMeetingEntries(db, actor, now)),
  ];
}
