import { and, asc, countDistinct, desc, eq, exists, inArray, like, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { QueryBuilder, alias } from 'drizzle-orm/sqlite-core';
import {
  coachAssignment,
  coachHandover,
  cohortTeam,
  facilitatorAssignment,
  person,
  school,
  team,
  teamMembership,
} from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { coachesTeam } from '~/features/people/people-policy';
import { readableTeam } from '~/features/people/team-scope.server';
import { addDays } from '~/lib/school-day';
import { inForce } from '~/features/people/in-force.server';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { CoachedTeam, CoachToChoose, DoneHandover, Handover } from './handover';

/** The coaches of a team today, in the order they came. */
export async function listCoachesOf(db: Connection, teamId: string, today: SchoolDay) {
  return db
    .select({
      assignmentId: coachAssignment.id,
      personId: coachAssignment.personId,
      name: person.name,
      beganOn: coachAssignment.beganOn,
    })
    .from(coachAssignment)
    .innerJoin(person, eq(person.id, coachAssignment.personId))
    .where(and(eq(coachAssignment.teamId, teamId), inForce(coachAssignment.endedOn, today)))
    .orderBy(asc(coachAssignment.beganOn), asc(coachAssignment.id));
}

/** A facilitator of one of the team's cohorts. */
async function facilitatesTeam(db: Connection, actor: Actor, teamId: string): Promise<boolean> {
  if (actor.facilitatedCohortIds.length === 0) return false;
  const rows = await db
    .select({ id: cohortTeam.id })
    .from(cohortTeam)
    .where(and(eq(cohortTeam.teamId, teamId), inArray(cohortTeam.cohortId, actor.facilitatedCohortIds)))
    .limit(1);
  return rows.length > 0;
}

/**
 * A team whose coaches an actor may end or move: its own coach (that one assignment), its cohorts' facilitators,
 * administrators. `not_allowed` for those who read the team and do not; null for all others.
 */
export async function findCoachedTeam(
  db: Connection,
  actor: Actor,
  teamId: string,
  today: SchoolDay,
): Promise<CoachedTeam | 'not_allowed' | null> {
  const scope = actor.isAdministrator ? undefined : readableTeam(actor, team.id);
  const rows = await db
    .select({ teamId: team.id, teamName: team.name, schoolName: school.name })
    .from(team)
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(and(eq(team.id, teamId), scope));
  const there = rows[0];
  if (!there) return null;
  const facilitates = await facilitatesTeam(db, actor, teamId);
  const managesAll = actor.isAdministrator || facilitates;
  if (!managesAll && !coachesTeam(actor, teamId)) return 'not_allowed';
  return {
    ...there,
    coaches: await listCoachesOf(db, teamId, today),
    isOwnOnly: !managesAll,
    isReader: facilitates || coachesTeam(actor, teamId),
  };
}

/** Ended this recently, somebody is still known as a coach: what ended by mistake can be put right. */
const stillKnown = 30;
export const mostToChoose = 50;

type Choice = { teamId: string; isOwnOnly: boolean; search: string; today: SchoolDay };

/** True for people who coach teams (of the same cohorts, for a coach), or facilitate (those cohorts). */
function mayCoach({ teamId, isOwnOnly, today }: Choice): SQL | undefined {
  const cohorts = new QueryBuilder()
    .select({ id: cohortTeam.cohortId })
    .from(cohortTeam)
    .where(eq(cohortTeam.teamId, teamId));
  const sameCohorts = new QueryBuilder()
    .select({ id: cohortTeam.teamId })
    .from(cohortTeam)
    .where(inArray(cohortTeam.cohortId, cohorts));
  const one = { one: sql`1` };
  return or(
    exists(
      new QueryBuilder()
        .select(one)
        .from(coachAssignment)
        .where(
          and(
            eq(coachAssignment.personId, person.id),
            inForce(coachAssignment.endedOn, addDays(today, -stillKnown)),
            isOwnOnly ? inArray(coachAssignment.teamId, sameCohorts) : undefined,
          ),
        ),
    ),
    exists(
      new QueryBuilder()
        .select(one)
        .from(facilitatorAssignment)
        .where(
          and(
            eq(facilitatorAssignment.personId, person.id),
            inForce(facilitatorAssignment.endedOn, today),
            isOwnOnly ? inArray(facilitatorAssignment.cohortId, cohorts) : undefined,
          ),
        ),
    ),
  );
}

/** Nobody coaches the team they work in. */
function worksThere(teamId: string, today: SchoolDay): SQL {
  return exists(
    new QueryBuilder()
      .select({ one: sql`1` })
      .from(teamMembership)
      .where(
        and(
          eq(teamMembership.personId, person.id),
          eq(teamMembership.teamId, teamId),
          inForce(teamMembership.endedOn, today),
        ),
      ),
  );
}

function candidates(db: Connection, choice: Choice, condition: SQL | undefined) {
  const words = choice.search.replaceAll(/[%_\\]/g, '');
  return db
    .select({ id: person.id, name: person.name, teams: countDistinct(coachAssignment.teamId) })
    .from(person)
    .leftJoin(
      coachAssignment,
      and(eq(coachAssignment.personId, person.id), inForce(coachAssignment.endedOn, choice.today)),
    )
    .where(
      and(
        mayCoach(choice),
        sql`not ${worksThere(choice.teamId, choice.today)}`,
        words === '' ? undefined : like(person.name, `%${words}%`),
        condition,
      ),
    )
    .groupBy(person.id, person.name)
    .orderBy(asc(person.name), asc(person.id));
}

/** Who may coach a team, by name, fifty at most and whether there are more. */
export async function listCoachesToChoose(
  db: Connection,
  choice: Choice,
): Promise<{ people: CoachToChoose[]; isMore: boolean }> {
  const people = await candidates(db, choice, undefined).limit(mostToChoose + 1);
  return { people: people.slice(0, mostToChoose), isMore: people.length > mostToChoose };
}

/** One of those who may coach a team; null for everybody else. */
export async function findCoachToChoose(
  db: Connection,
  choice: Omit<Choice, 'search'>,
  personId: string,
): Promise<CoachToChoose | null> {
  const rows = await candidates(db, { ...choice, search: '' }, eq(person.id, personId));
  return rows[0] ?? null;
}

/** What the coaches of a team passed on, newest first. The team came from a query in scope. */
export async function listHandovers(db: Connection, teamId: string): Promise<Handover[]> {
  const next = alias(person, 'next');
  const by = alias(person, 'by');
  return db
    .select({
      id: coachHandover.id,
      coachName: person.name,
      nextCoachId: coachHandover.nextCoachId,
      nextCoachName: next.name,
      note: coachHandover.note,
      handedOverByName: by.name,
      handedOverAt: coachHandover.handedOverAt,
    })
    .from(coachHandover)
    .innerJoin(coachAssignment, eq(coachAssignment.id, coachHandover.assignmentId))
    .innerJoin(person, eq(person.id, coachAssignment.personId))
    .innerJoin(by, eq(by.id, coachHandover.handedOverBy))
    .leftJoin(next, eq(next.id, coachHandover.nextCoachId))
    .where(eq(coachHandover.teamId, teamId))
    .orderBy(desc(coachHandover.handedOverAt), desc(coachHandover.id));
}

/** What somebody handed over themselves, for them to read that it went through; names only. */
export async function findOwnHandover(
  db: Connection,
  actor: Actor,
  handoverId: string | null,
): Promise<DoneHandover | null> {
  if (handoverId === null) return null;
  const next = alias(person, 'next');
  const rows = await db
    .select({
      ...{ teamId: coachHandover.teamId, teamName: team.name, coachName: person.name },
      nextCoachName: next.name,
    })
    .from(coachHandover)
    .innerJoin(team, eq(team.id, coachHandover.teamId))
    .innerJoin(coachAssignment, eq(coachAssignment.id, coachHandover.assignmentId))
    .innerJoin(person, eq(person.id, coachAssignment.personId))
    .leftJoin(next, eq(next.id, coachHandover.nextCoachId))
    .where(and(eq(coachHandover.id, handoverId), eq(coachHandover.handedOverBy, actor.personId)));
  return rows[0] ?? null;
}
