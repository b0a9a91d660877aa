import { and, eq, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/sqlite-core';
import {
  administratorAssignment,
  coachAssignment,
  facilitatorAssignment,
  network,
  sponsorAssignment,
  teamMembership,
} from '#db/schema';
import type { TeamMemberRole } from '#db/vocabulary';
import type { SchoolDay } from '~/lib/school-day';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import type { Actor, Network } from './actor';
import { inForce } from './in-force.server';

const networkQuery = perConnection((db) =>
  db
    .select({
      id: network.id,
      name: network.name,
      timeZone: network.timeZone,
      runChartRules: network.runChartRules,
      minimumGroup: network.minimumGroup,
    })
    .from(network)
    .prepare(),
);

/** The network of this installation; null before it is set up. */
export async function findNetwork(db: Connection): Promise<Network | null> {
  return (await networkQuery(db).execute())[0] ?? null;
}

const today = sql.placeholder('today');

const asWord = (word: string) => sql<string>`${word}`.as('kind');
const noWord = sql<string | null>`null`;

const actorQuery = perConnection((db) =>
  unionAll(
    db
      .select({
        kind: asWord('member'),
        target: sql<string | null>`${teamMembership.teamId}`.as('target'),
        role: sql<string | null>`${teamMembership.role}`.as('role'),
      })
      .from(teamMembership)
      .where(
        and(eq(teamMembership.personId, sql.placeholder('personId')), inForce(teamMembership.endedOn, today)),
      ),
    db
      .select({ kind: asWord('coach'), target: sql<string | null>`${coachAssignment.teamId}`, role: noWord })
      .from(coachAssignment)
      .where(
        and(
          eq(coachAssignment.personId, sql.placeholder('personId')),
          inForce(coachAssignment.endedOn, today),
        ),
      ),
    db
      .select({
        kind: asWord('facilitator'),
        target: sql<string | null>`${facilitatorAssignment.cohortId}`,
        role: noWord,
      })
      .from(facilitatorAssignment)
      .where(
        and(
          eq(facilitatorAssignment.personId, sql.placeholder('personId')),
          inForce(facilitatorAssignment.endedOn, today),
        ),
      ),
    db
      .select({
        kind: asWord('sponsor'),
        target: sql<string | null>`${sponsorAssignment.schoolId}`,
        role: sql<string | null>`${sponsorAssignment.leaId}`,
      })
      .from(sponsorAssignment)
      .where(
        and(
          eq(sponsorAssignment.personId, sql.placeholder('personId')),
          inForce(sponsorAssignment.endedOn, today),
        ),
      ),
    db
      .select({ kind: asWord('administrator'), target: noWord, role: noWord })
      .from(administratorAssignment)
      .where(eq(administratorAssignment.personId, sql.placeholder('personId'))),
  ).prepare(),
);

/** Everything that decides what a person may see, in one statement. */
export async function loadActor(
  db: Connection,
  who: { id: string; name: string; email: string },
  today: SchoolDay,
): Promise<Actor> {
  const personId = who.id;
  const rows = await actorQuery(db).execute({ personId, today });
  const targets = (kind: string) =>
    rows.flatMap((row) => (row.kind === kind && row.target !== null ? [row.target] : []));
  return {
    personId,
    name: who.name,
    email: who.email,
    memberships: rows.flatMap((row) =>
      row.kind === 'member' && row.target !== null
        ? [{ teamId: row.target, role: (row.role ?? 'other') as TeamMemberRole }]
        : [],
    ),
    coachedTeamIds: targets('coach'),
    facilitatedCohortIds: targets('facilitator'),
    sponsoredSchoolIds: targets('sponsor'),
    sponsoredLeaIds: rows.flatMap((row) => (row.kind === 'sponsor' && row.role !== null ? [row.role] : [])),
    isAdministrator: rows.some((row) => row.kind === 'administrator'),
  };
}
