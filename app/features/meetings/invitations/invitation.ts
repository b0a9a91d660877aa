import type { InvitationAnswer, MeetingRole } from '#db/vocabulary';

/** Somebody who may be invited to a meeting today, with each thing they are in its cohort or team. */
export type Invitable = {
  personId: string;
  name: string;
  places: Place[];
};

/** A team they work in; coaches and facilitators come without one. */
export type Place =
  { as: 'member'; teamId: string; teamName: string; schoolName: string } | { as: 'coach' | 'facilitator' };

/** An invitation as it is stored, standing or withdrawn. */
export type Invitation = {
  id: string;
  personId: string;
  name: string;
  teamId: string | null;
  role: MeetingRole | null;
  answer: InvitationAnswer | null;
  isWithdrawn: boolean;
};

/** One who is expected: their invitation stands and they still belong to the cohort or team. */
export type Guest = Omit<Invitation, 'isWithdrawn' | 'teamId'>;

/** People who come together: a team, or those who come with none. */
export type GuestGroup = { key: string; name: string; guests: Guest[] };

export type AnswerCounts = Record<InvitationAnswer | 'open', number>;
