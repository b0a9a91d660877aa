import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { notification, outgoingMail } from '#db/schema';
import { findNetwork } from '~/features/people/actor-queries.server';
import type { Database } from '~/platform/database.server';
import { noticeSlotKey } from './digest-rules';
import { immediateForMs } from './make-digests.server';
import { preferencesOf } from './mail-preferences.server';

/** Notifications whose mails are made in one transaction. */
const noticesAtOnce = 200;

const isOwed = (now: number) =>
  and(
    eq(notification.urgency, 'immediate'),
    isNull(notification.mailId),
    isNull(notification.readAt),
    sql`event_id in (select id from activity_event where happened_at > ${now - immediateForMs})`,
  );

/**
 * Makes a mail for each direct question and returned review of the last day, for those who want them at once. Others find
 * them in their digest.
 * @returns how many were made
 */
export async function makeImmediateMails(database: Database, { now }: { now: number }): Promise<number> {
  const network = await findNetwork(database.reader);
  if (!network) return 0;
  const owed = await database.reader
    .select({ id: notification.id, personId: notification.personId })
    .from(notification)
    .where(isOwed(now))
    .orderBy(asc(notification.toldAt));
  const chosenBy = await preferencesOf(
    database.reader,
    [...new Set(owed.map(({ personId }) => personId))],
    network.timeZone,
  );
  const wanted = owed.filter(({ personId }) => chosenBy(personId).preference.immediate);
  let made = 0;
  for (let from = 0; from < wanted.length; from += noticesAtOnce)
    made += await makeMails(
      database,
      wanted.slice(from, from + noticesAtOnce).map(({ id }) => id),
      now,
    );
  return made;
}

function makeMails(database: Database, noticeIds: string[], now: number): Promise<number> {
  return database.inTransaction(async (tx) => {
    const still = await tx
      .select({ id: notification.id, personId: notification.personId })
      .from(notification)
      .where(and(inArray(notification.id, noticeIds), isOwed(now)));
    if (still.length === 0) return 0;
    const rows = still.map(({ id, personId }) => ({
      ...{ id: uuidv7(), personId, kind: 'immediate' as const, slot: noticeSlotKey(id) },
      ...{ nextTryAt: now, madeAt: now },
    }));
    const made = await tx
      .insert(outgoingMail)
      .values(rows)
      .onConflictDoNothing()
      .returning({ id: outgoingMail.id });
    const itsMail = sql`(select made.id from outgoing_mail made where made.slot = 'notice/' || notification.id)`;
    const ids = still.map(({ id }) => id);
    await tx.update(notification).set({ mailId: itsMail }).where(inArray(notification.id, ids));
    return made.length;
  });
}
