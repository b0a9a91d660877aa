import { v7 as uuidv7 } from 'uuid';
import * as schema from '#db/schema';
import { schoolDayAt } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';

type Input = {
  cohortId: string;
  /** A facilitator of the cohort. */
  by: string;
  startsAt: number;
  timeZone: string;
  /** Who came, each with the team they came with. */
  came: { personId: string; teamId: string | null }[];
  isCancelled?: boolean;
};

/** A huddle of a cohort that was announced, with those who came. Gives its id. */
export async function addHeldMeeting(
  tx: Connection,
  { cohortId, by, startsAt, timeZone, came, isCancelled = false }: Input,
): Promise<string> {
  const id = uuidv7();
  const stamps = { createdBy: by, createdAt: startsAt, changedBy: by, changedAt: startsAt };
  await tx.insert(schema.meeting).values({
    ...{ id, cohortId, kind: 'cohort_huddle', title: 'Huddle', time: '15:30', timeZone, minutes: 60 },
    ...{ day: schoolDayAt(startsAt, timeZone), startsAt, announcedAt: startsAt, ...stamps },
    ...(isCancelled ? { cancelledAt: startsAt, cancelledBy: by } : {}),
  });
  for (const { personId, teamId } of came) {
    await tx.insert(schema.meetingInvitation).values({
      ...{ id: uuidv7(), meetingId: id, personId, teamId, invitedBy: by, invitedAt: startsAt },
    });
    await tx.insert(schema.attendance).values({ meetingId: id, personId, notedBy: by, notedAt: startsAt });
  }
  return id;
}
