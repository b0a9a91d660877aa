import { and, asc, eq, inArray, like, ne, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import {
  coachAssignment,
  cohortTeam,
  facilitatorAssignment,
  person,
  school,
  sponsorAssignment,
  team,
  teamMembership,
} from '#db/schema';
import type { Audience } from '#db/vocabulary';
import { capitalised } from '~/lib/number-format';
import { inForce } from '~/features/people/in-force.server';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { Mentionable } from './mentions';

const build = () => new QueryBuilder();

/** An assignment closes its door on the day it ends. */

/** The teams inside an audience, with their schools and LEAs. */
function placesIn(audience: Exclude<Audience, 'network'>, audienceId: string) {
  const inside: Record<typeof audience, SQL> = {
    team: eq(team.id, audienceId),
    school: eq(team.schoolId, audienceId),
    lea: eq(school.leaId, audienceId),
    cohort: inArray(
      team.id,
      build()
        .select({ teamId: cohortTeam.teamId })
        .from(cohortTeam)
        .where(eq(cohortTeam.cohortId, audienceId)),
    ),
  };
  const select = <T extends SQLiteColumn>(column: T) =>
    build()
      .select({ place: column })
      .from(team)
      .innerJoin(school, eq(school.id, team.schoolId))
      .where(inside[audience]);
  return { teams: select(team.id), schools: select(team.schoolId), leas: select(school.leaId) };
}

function facilitatorsOf(audience: Audience, audienceId: string, teams: ReturnType<typeof placesIn>['teams']) {
  if (audience === 'cohort') return eq(facilitatorAssignment.cohortId, audienceId);
  const cohorts = build()
    .select({ cohortId: cohortTeam.cohortId })
    .from(cohortTeam)
    .where(inArray(cohortTeam.teamId, teams));
  return inArray(facilitatorAssignment.cohortId, cohorts);
}

/** Condition on `person`: whom an audience lets in. The inverse of `audienceIdsOf`; a test holds the two together. */
export function seesAudience(
  { audience, audienceId }: { audience: Audience; audienceId: string },
  today: SchoolDay,
): SQL {
  if (audience === 'network') return sql`1 = 1`;
  const { teams, schools, leas } = placesIn(audience, audienceId);
  const members = build()
    .select({ personId: teamMembership.personId })
    .from(teamMembership)
    .where(and(inArray(teamMembership.teamId, teams), inForce(teamMembership.endedOn, today)));
  const coaches = build()
    .select({ personId: coachAssignment.personId })
    .from(coachAssignment)
    .where(and(inArray(coachAssignment.teamId, teams), inForce(coachAssignment.endedOn, today)));
  const facilitators = build()
    .select({ personId: facilitatorAssignment.personId })
    .from(facilitatorAssignment)
    .where(and(facilitatorsOf(audience, audienceId, teams), inForce(facilitatorAssignment.endedOn, today)));
  const sponsors = build()
    .select({ personId: sponsorAssignment.personId })
    .from(sponsorAssignment)
    .where(
      and(
        or(
          inArray(sponsorAssignment.schoolId, schools),
          inArray(sponsorAssignment.leaId, leas),
          audience === 'school' ? eq(sponsorAssignment.schoolId, audienceId) : undefined,
          audience === 'lea' ? eq(sponsorAssignment.leaId, audienceId) : undefined,
        ),
        inForce(sponsorAssignment.endedOn, today),
      ),
    );
  return (
    or(
      inArray(person.id, members),
      inArray(person.id, coaches),
      inArray(person.id, facilitators),
      audience === 'team' ? undefined : inArray(person.id, sponsors),
    ) ?? sql`1 = 0`
  );
}

type Seen = { audience: Audience; audienceId: string };

/** Everybody who may see what is shared with an audience. */
export async function listPeopleWhoSee(db: Connection, seen: Seen, today: SchoolDay): Promise<Mentionable[]> {
  return db
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(seesAudience(seen, today))
    .orderBy(asc(person.name), asc(person.id));
}

const mostSuggested = 8;

/**
 * Names of people who see an audience, one of whose words begins with `typed`; at most eight. A name that several of them
 * bear is left out, since a mention of it would mean nobody.
 */
export async function suggestPeople(
  db: Connection,
  seen: Seen,
  { typed, notFor, today }: { typed: string; notFor: string; today: SchoolDay },
): Promise<string[]> {
  const plain = typed.trim().replaceAll(/[%_\\]/g, '');
  if ((plain.match(/\p{L}/gu) ?? []).length < 2) return [];
  const begins = [plain, capitalised(plain)].flatMap((text) => [
    like(person.name, `${text}%`),
    like(person.name, `% ${text}%`),
  ]);
  const rows = await db
    .select({ name: sql<string>`min(${person.name})` })
    .from(person)
    .where(and(seesAudience(seen, today), ne(person.id, notFor), or(...begins)))
    .groupBy(sql`lower(${person.name})`)
    .having(sql`count(*) = 1`)
    .orderBy(sql`lower(${person.name})`)
    .limit(mostSuggested);
  return rows.map(({ name }) => name);
}
