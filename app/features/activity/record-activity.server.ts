import { v7 as uuidv7 } from 'uuid';
import { activityEvent } from '#db/schema';
import type { ActivityKind } from '#db/vocabulary';
import type { Connection } from '~/platform/database.server';

export type ActivityRecord = {
  kind: ActivityKind;
  actorId: string;
  teamId: string;
  cycleId?: string;
  measureId?: string;
  postId?: string;
  reviewId?: string;
  meetingId?: string;
  /** Whom it concerns: who was mentioned, who coaches from now on. */
  aboutPersonId?: string;
  /** The comment, answer or note it tells of. */
  aboutId?: string;
  /** A few words for people to read; never a number of students. */
  detail?: string;
};

/** Writes who did what, in the transaction of the change itself. */
export async function recordActivity(tx: Connection, record: ActivityRecord, now: number): Promise<void> {
  await tx
    .insert(activityEvent)
    .values({ id: uuidv7(), ...record, detail: record.detail ?? '', happenedAt: now });
}
