import { and, asc, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import { notification, outgoingMail, person } from '#db/schema';
import type { MailKind } from '#db/vocabulary';
import type { Connection, Database } from '~/platform/database.server';
import type { MailFate } from './delivery-rules';

/**
 * A mail in this process's hands, until `lease` (UTC milliseconds). The lease is what tells this try from every other: a
 * process that was asleep when its lease ran out can change nothing any more.
 */
export type ClaimedMail = {
  id: string;
  kind: MailKind;
  /** The meeting of an invitation or of minutes. */
  meetingId: string | null;
  slot: string;
  tries: number;
  lease: number;
  person: { id: string; name: string; email: string };
};

/** The mail is held by this very try. */
const heldBy = (mail: Pick<ClaimedMail, 'id' | 'lease'>) =>
  and(eq(outgoingMail.id, mail.id), eq(outgoingMail.nextTryAt, mail.lease));

/**
 * Takes over what a process left behind: a mail whose words were not handed over waits again; one whose words were on
 * their way is unsure, since only the mail server knows whether it arrived.
 */
export async function takeUpLeftMails(database: Database, now: number): Promise<void> {
  await database.inTransaction(async (tx) => {
    const isOver = lte(outgoingMail.nextTryAt, now);
    await tx
      .update(outgoingMail)
      .set({ state: 'waiting', attempts: sql`attempts + 1`, problem: 'Boldline stopped while sending it.' })
      .where(and(eq(outgoingMail.state, 'sending'), isOver));
    await tx
      .update(outgoingMail)
      .set({
        state: 'unsure',
        attempts: sql`attempts + 1`,
        problem: 'Boldline stopped before the mail server had answered.',
      })
      .where(and(eq(outgoingMail.state, 'handing_over'), isOver));
  });
}

/** Takes the mails that are due, the oldest first, for `leaseMs`; of several servers one gets each. */
export async function claimMails(
  database: Database,
  { now, most, leaseMs }: { now: number; most: number; leaseMs: number },
): Promise<ClaimedMail[]> {
  const lease = now + leaseMs;
  const ids = await database.inTransaction(async (tx) => {
    const due = await tx
      .select({ id: outgoingMail.id })
      .from(outgoingMail)
      .where(and(eq(outgoingMail.state, 'waiting'), lte(outgoingMail.nextTryAt, now)))
      .orderBy(asc(outgoingMail.nextTryAt), asc(outgoingMail.id))
      .limit(most);
    const dueIds = due.map(({ id }) => id);
    if (dueIds.length > 0)
      await tx
        .update(outgoingMail)
        .set({ state: 'sending', nextTryAt: lease })
        .where(and(inArray(outgoingMail.id, dueIds), eq(outgoingMail.state, 'waiting')));
    return dueIds;
  });
  const rows = await database.reader
    .select({
      ...{ id: outgoingMail.id, kind: outgoingMail.kind, tries: outgoingMail.attempts },
      ...{ meetingId: outgoingMail.meetingId, slot: outgoingMail.slot },
      ...{ personId: person.id, name: person.name, email: person.email },
    })
    .from(outgoingMail)
    .innerJoin(person, eq(person.id, outgoingMail.personId))
    .where(inArray(outgoingMail.id, ids));
  return rows.map(({ personId, name, email, tries, ...mail }) => ({
    ...mail,
    ...{ tries: tries + 1, lease, person: { id: personId, name, email } },
  }));
}

/** What a mail is about and was not read meanwhile. */
export async function unreadNoticesOf(db: Connection, mailId: string): Promise<string[]> {
  const rows = await db
    .select({ id: notification.id })
    .from(notification)
    .where(and(eq(notification.mailId, mailId), isNull(notification.readAt)));
  return rows.map(({ id }) => id);
}

/** Mails that this process took and did not come to; nobody blames them. */
export async function putBackMails(
  database: Database,
  mails: readonly ClaimedMail[],
  now: number,
  problem: string,
): Promise<void> {
  if (mails.length === 0) return;
  await database.inTransaction(async (tx) => {
    for (const mail of mails)
      await tx
        .update(outgoingMail)
        .set({ state: 'waiting', nextTryAt: now, ...(problem === '' ? {} : { problem }) })
        .where(and(heldBy(mail), eq(outgoingMail.state, 'sending')));
  });
}

/**
 * Says that a mail's words are about to leave. Gives the try as it is held from now on, or null when it is no longer
 * this process's.
 */
export async function beginHandingOver(
  tx: Connection,
  mail: ClaimedMail,
  { now, leaseMs }: { now: number; leaseMs: number },
): Promise<ClaimedMail | null> {
  const lease = now + leaseMs;
  const rows = await tx
    .update(outgoingMail)
    .set({ state: 'handing_over', nextTryAt: lease })
    .where(and(heldBy(mail), eq(outgoingMail.state, 'sending')))
    .returning({ id: outgoingMail.id });
  return rows.length === 0 ? null : { ...mail, lease };
}

/** Writes what became of a try. An answer that comes after its lease ran out still settles what was unsure. */
export async function recordFate(
  tx: Connection,
  mail: ClaimedMail,
  fate: MailFate,
  now: number,
): Promise<void> {
  const change = {
    ...{ state: fate.state, attempts: mail.tries },
    ...(fate.state === 'sent' ? { sentAt: now, problem: '' } : { problem: fate.problem }),
    ...(fate.state === 'waiting' ? { nextTryAt: fate.nextTryAt } : {}),
  };
  const held = inArray(outgoingMail.state, ['sending', 'handing_over', 'unsure']);
  await tx
    .update(outgoingMail)
    .set(change)
    .where(and(heldBy(mail), held));
}

/** A mail with nothing left to tell is over, and was never sent. */
export async function closeQuietly(tx: Connection, mail: ClaimedMail): Promise<void> {
  await tx
    .update(outgoingMail)
    .set({ state: 'sent', sentAt: null, problem: 'There was nothing left to tell.' })
    .where(and(heldBy(mail), eq(outgoingMail.state, 'sending')));
}
