import { and, asc, eq, exists, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import { cohortTeam, dayOff, lea, person, school, team } from '#db/schema';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { Actor } from './actor';
import type { DayOffInList } from './day-off-list';

/** The LEAs whose days off an actor keeps: all for administrators, those of their cohorts' schools for facilitators. */
function keptLea(actor: Actor): SQL {
  if (actor.isAdministrator) return sql`1 = 1`;
  return exists(
    new QueryBuilder()
      .select({ one: sql`1` })
      .from(cohortTeam)
      .innerJoin(team, eq(team.id, cohortTeam.teamId))
      .innerJoin(school, eq(school.id, team.schoolId))
      .where(
        and(eq(school.leaId, lea.id), inArray(cohortTeam.cohortId, [...actor.facilitatedCohortIds, ''])),
      ),
  );
}

/** The LEAs an actor may give days off to, by name. */
export async function listLeasToRest(db: Connection, actor: Actor): Promise<{ id: string; name: string }[]> {
  return db.select({ id: lea.id, name: lea.name }).from(lea).where(keptLea(actor)).orderBy(asc(lea.name));
}

function selectDaysOff(db: Connection, actor: Actor, condition: SQL | undefined) {
  return db
    .select({
      id: dayOff.id,
      leaId: dayOff.leaId,
      leaName: lea.name,
      name: dayOff.name,
      startsOn: dayOff.startsOn,
      endsOn: dayOff.endsOn,
      version: dayOff.version,
      changedByName: person.name,
    })
    .from(dayOff)
    .innerJoin(person, eq(person.id, dayOff.changedBy))
    .leftJoin(lea, eq(lea.id, dayOff.leaId))
    .where(and(or(isNull(dayOff.leaId), keptLea(actor)), condition))
    .orderBy(asc(dayOff.startsOn), asc(dayOff.id));
}

const marked = (actor: Actor) => (row: Awaited<ReturnType<typeof selectDaysOff>>[number]) => ({
  ...row,
  mayChange: actor.isAdministrator || row.leaId !== null,
});

/** The days off that touch a stretch of days: the network's, and those of the LEAs the actor keeps. */
export async function listDaysOff(
  db: Connection,
  actor: Actor,
  { from, to }: { from: SchoolDay; to: SchoolDay },
): Promise<DayOffInList[]> {
  const rows = await selectDaysOff(db, actor, and(gte(dayOff.endsOn, from), lte(dayOff.startsOn, to)));
  return rows.map(marked(actor));
}

/** Days off within the actor's reach; null for all others. */
export async function findDayOff(db: Connection, actor: Actor, id: string): Promise<DayOffInList | null> {
  const rows = await selectDaysOff(db, actor, eq(dayOff.id, id));
  return rows.map(marked(actor))[0] ?? null;
}
