import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { Meeting } from '../meeting';
import type { GuestGroup } from './invitation';
import { listInvitable, listInvitations } from './invitation-queries.server';
import { guestGroups } from './people-rules';

/** Who is expected in a meeting that `findMeeting` gave: invited, and still of its cohort or team. Four statements. */
export async function listGuests(
  db: Connection,
  meeting: Pick<Meeting, 'id' | 'cohortId' | 'teamId'>,
  today: SchoolDay,
): Promise<GuestGroup[]> {
  return guestGroups(await listInvitable(db, meeting, today), await listInvitations(db, meeting.id));
}
