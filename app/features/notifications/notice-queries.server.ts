import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { activityEvent, notification, person } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import type { Connection } from '~/platform/database.server';
import type { Notice } from './notice';

type Wanted = { ids: string[] } | { unread: true } | { newest: number; before: number | null };

/**
 * What a person is told, newest first, in the words and the scope that hold for them now: what they may no longer see is
 * left out.
 */
export async function loadNotices(db: Connection, actor: Actor, wanted: Wanted): Promise<Notice[]> {
  const rows = await db
    .select({ id: notification.id, kind: activityEvent.kind, urgency: notification.urgency })
    .from(notification)
    .innerJoin(activityEvent, eq(activityEvent.id, notification.eventId))
    .innerJoin(person, eq(person.id, activityEvent.actorId))
    .where(
      and(
        eq(notification.personId, actor.personId),
        'ids' in wanted ? inArray(notification.id, wanted.ids) : undefined,
        'unread' in wanted ? isNull(notification.readAt) : undefined,
      ),
    )
    .orderBy(desc(activityEvent.happenedAt));
  return rows.map((row) => ({
    ...{ ...row, sentence: row.kind, excerpt: '', place: '', path: '/', happenedAt: 0, read: false },
  }));
}
