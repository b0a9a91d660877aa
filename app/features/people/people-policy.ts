import type { NetworkRole } from '#db/vocabulary';
import type { Actor } from './actor';

export function memberTeamIds(actor: Actor): string[] {
  return actor.memberships.map((membership) => membership.teamId);
}

/** Only the team itself writes in its cycles, measures and data. */
export function worksInTeam(actor: Actor, teamId: string): boolean {
  return actor.memberships.some((membership) => membership.teamId === teamId);
}

/** Only its own coaches review a team's cycles. */
export function coachesTeam(actor: Actor, teamId: string): boolean {
  return actor.coachedTeamIds.includes(teamId);
}

/** Only its facilitators write what holds for a whole cohort. */
export function facilitates(actor: Actor, cohortId: string): boolean {
  return actor.facilitatedCohortIds.includes(cohortId);
}

export function canInvite(actor: Actor): boolean {
  return actor.isAdministrator || actor.facilitatedCohortIds.length > 0;
}

/** Administrators keep all days off, facilitators those of the LEAs of their cohorts. */
export function keepsDaysOff(actor: Actor): boolean {
  return actor.isAdministrator || actor.facilitatedCohortIds.length > 0;
}

/** Facilitators bring teachers and coaches to teams of their own cohorts; administrators invite anybody. */
export function invitableRoles(actor: Actor): readonly NetworkRole[] {
  if (actor.isAdministrator) return ['teacher', 'coach', 'facilitator', 'sponsor', 'administrator'];
  return canInvite(actor) ? ['teacher', 'coach'] : [];
}

/** Coaches, facilitators and members read teams; sponsors and administrators have no team page. */
export function readsTeams(actor: Actor): boolean {
  return actor.memberships.length + actor.coachedTeamIds.length + actor.facilitatedCohortIds.length > 0;
}

/** Coaches and facilitators follow teams that they do not work in. */
export function followsTeams(actor: Actor): boolean {
  return actor.coachedTeamIds.length + actor.facilitatedCohortIds.length > 0;
}

/** Two letters for the round badge. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.[0] ?? '?';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return (first + last).toUpperCase();
}
