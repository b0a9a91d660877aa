import type { Actor } from '~/features/people/actor';
import { worksInTeam } from '~/features/people/people-policy';
import { runsMeeting } from '../meeting-policy';

type Owned = {
  personId: string | null;
  teamId: string | null;
  meeting: { cohortId: string | null; teamId: string | null };
};

/** Whoever took it on, the members of its team, and those who run the meeting it was made in. */
export function mayChangeCommitment(actor: Actor, { personId, teamId, meeting }: Owned): boolean {
  if (personId === actor.personId) return true;
  return (teamId !== null && worksInTeam(actor, teamId)) || runsMeeting(actor, meeting);
}
