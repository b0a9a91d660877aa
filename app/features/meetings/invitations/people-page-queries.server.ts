import type { MeetingRole } from '#db/vocabulary';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { Meeting } from '../meeting';
import { listEarlierRoles, listInvitable, listInvitations } from './invitation-queries.server';
import type { Guest } from './invitation';
import { facilitatorIds, guestGroups, invitableGroups, joinedSince } from './people-rules';
import type { InvitableGroup } from './people-rules';
import { suggestRoles } from './rotate-roles-rules';

export type PeopleOfMeeting = {
  groups: InvitableGroup[];
  /** How many belong to an invited group and were never asked. */
  joined: number;
  /** Those who are expected, with the group they come with. */
  guests: (Guest & { groupName: string })[];
  roles: Partial<Record<MeetingRole, string>>;
  suggestion: Partial<Record<MeetingRole, string>>;
};

/** Everything of the page on which those who run a meeting choose its people. */
export async function loadPeopleOfMeeting(
  db: Connection,
  meeting: Meeting,
  today: SchoolDay,
): Promise<PeopleOfMeeting> {
  const people = await listInvitable(db, meeting, today);
  const invitations = await listInvitations(db, meeting.id);
  const guests = guestGroups(people, invitations).flatMap(({ name, guests: ofGroup }) =>
    ofGroup.map((guest) => ({ ...guest, groupName: name })),
  );
  const runners = facilitatorIds(people);
  const roles: Partial<Record<MeetingRole, string>> = {};
  for (const { role, personId } of guests) if (role !== null) roles[role] = personId;
  return {
    ...{ groups: invitableGroups(people, invitations), guests, roles },
    joined: joinedSince(people, invitations).length,
    suggestion: suggestRoles(
      guests.map(({ personId, answer }) => ({ personId, answer, runs: runners.has(personId) })),
      await listEarlierRoles(db, meeting),
      meeting.id,
    ),
  };
}
