import type { MeetingRole } from '#db/vocabulary';
import type { Actor } from '~/features/people/actor';
import { coachesTeam, facilitates, worksInTeam } from '~/features/people/people-policy';

type Owned = { cohortId: string | null; teamId: string | null };

/** Facilitators run the meetings of their cohorts; a team and its coaches run the team's. */
export function runsMeeting(actor: Actor, { cohortId, teamId }: Owned): boolean {
  if (cohortId !== null) return facilitates(actor, cohortId);
  return teamId !== null && (worksInTeam(actor, teamId) || coachesTeam(actor, teamId));
}

/** Whoever runs it, and whoever is its facilitator or timekeeper that day, keeps its clock. */
export function keepsClock(meeting: { runs: boolean; mine: { role: MeetingRole | null } | null }): boolean {
  const role = meeting.mine?.role;
  return meeting.runs || role === 'facilitator' || role === 'timekeeper';
}

/** Whoever may plan a meeting of some cohort or team. */
export function plansMeetings(actor: Actor): boolean {
  return actor.facilitatedCohortIds.length + actor.memberships.length + actor.coachedTeamIds.length > 0;
}
