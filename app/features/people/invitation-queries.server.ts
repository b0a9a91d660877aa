import { createHash } from 'node:crypto';
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { cohort, cohortTeam, invitation, person, school, team } from '#db/schema';
import type { Connection } from '~/platform/database.server';
import type { Actor } from './actor';

/** Only this of an invitation's secret is kept. */
export const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** Schools, teams and cohorts an inviter may bring people to: all for administrators, their cohorts' for facilitators. */
export async function listInvitationTargets(db: Connection, actor: Actor) {
  const scope = actor.isAdministrator
    ? undefined
    : inArray(
        team.id,
        db
          .select({ id: cohortTeam.teamId })
          .from(cohortTeam)
          .where(inArray(cohortTeam.cohortId, [...actor.facilitatedCohortIds, ''])),
      );
  const teams = await db
    .select({ id: team.id, name: team.name, schoolName: school.name })
    .from(team)
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(scope)
    .orderBy(school.name, team.name);
  if (!actor.isAdministrator) return { teams, cohorts: [], schools: [] };
  return {
    teams,
    cohorts: await db.select({ id: cohort.id, name: cohort.name }).from(cohort).orderBy(cohort.startsOn),
    schools: await db.select({ id: school.id, name: school.name }).from(school).orderBy(school.name),
  };
}

/** The newest invitations: an administrator's view holds all, a facilitator's their own. */
export async function listInvitations(db: Connection, actor: Actor) {
  return db
    .select({
      id: invitation.id,
      name: invitation.name,
      email: invitation.email,
      role: invitation.role,
      teamName: team.name,
      createdAt: invitation.createdAt,
      expiresAt: invitation.expiresAt,
      acceptedAt: invitation.acceptedAt,
    })
    .from(invitation)
    .leftJoin(team, eq(team.id, invitation.teamId))
    .where(actor.isAdministrator ? undefined : eq(invitation.invitedBy, actor.personId))
    .orderBy(desc(invitation.createdAt))
    .limit(50);
}

/** The invitation behind a link that is still good; null otherwise, whatever the reason. */
export async function findInvitation(db: Connection, token: string, now: number) {
  const rows = await db
    .select()
    .from(invitation)
    .where(and(eq(invitation.tokenHash, hashOf(token)), isNull(invitation.acceptedAt)));
  const found = rows[0];
  return found && found.expiresAt > now ? found : null;
}

/** The name of somebody in the network, for a page that says who invited. */
export async function nameOf(db: Connection, personId: string): Promise<string> {
  const rows = await db.select({ name: person.name }).from(person).where(eq(person.id, personId));
  return rows[0]?.name ?? '';
}
