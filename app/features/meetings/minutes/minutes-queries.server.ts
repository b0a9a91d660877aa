import { eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { meetingMinutes, person } from '#db/schema';
import type { Connection } from '~/platform/database.server';
import type { Minutes } from './minutes';

/** The minutes of a meeting that `findMeeting` gave; null while nobody has written any. What is not sent is for those who write it. */
export async function findMinutes(db: Connection, meetingId: string): Promise<Minutes | null> {
  const [changer, sender] = [alias(person, 'changer'), alias(person, 'sender')];
  const rows = await db
    .select({
      ...{ body: meetingMinutes.body, version: meetingMinutes.version, edition: meetingMinutes.edition },
      changedAt: meetingMinutes.changedAt,
      ...{ sentBody: meetingMinutes.sentBody, sentAt: meetingMinutes.sentAt },
      ...{ changedByName: changer.name, sentByName: sender.name },
    })
    .from(meetingMinutes)
    .innerJoin(changer, eq(changer.id, meetingMinutes.changedBy))
    .leftJoin(sender, eq(sender.id, meetingMinutes.sentBy))
    .where(eq(meetingMinutes.meetingId, meetingId));
  const found = rows[0];
  if (!found) return null;
  const { sentBody, sentAt, sentByName, ...minutes } = found;
  const sent =
    sentBody === null || sentAt === null
      ? null
      : { body: sentBody, byName: sentByName ?? 'Somebody', at: sentAt };
  return { ...minutes, sent };
}
