import { and, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { activityEvent, notification, outgoingMail } from '#db/schema';
import { findNetwork } from '~/features/people/actor-queries.server';
import type { Connection, Database } from '~/platform/database.server';
import { digestSlotKey, latestDigestSlot } from './digest-rules';
import type { DigestSlot } from './digest-rules';
import { preferencesOf } from './mail-preferences.server';

const dayMs = 86_400_000;
/** For so long after it happened something is sent at once; later a digest takes it. */
export const immediateForMs = dayMs;
/** What is older is told in the inbox only. */
const oldestMs = 30 * dayMs;
/** People whose digests are made in one transaction. */
const peopleAtOnce = 200;

/** Whoever wants immediate mails gets them from `makeImmediateMails`, for a day; the rest is the digest's. */
type Owed = { personId: string; slot: DigestSlot; immediate: boolean };

/** What was not mailed, not read, and had happened when the digest's hour came. */
function unmailed(slot: DigestSlot, immediate: boolean, now: number) {
  const happened = sql`select id from activity_event where happened_at <= ${slot.at} and happened_at > ${now - oldestMs}`;
  const waitsForItsOwn = sql`event_id in (select id from activity_event where happened_at > ${now - immediateForMs})`;
  return and(
    isNull(notification.mailId),
    isNull(notification.readAt),
    sql`event_id in (${happened})`,
    immediate ? or(eq(notification.urgency, 'digest'), sql`not (${waitsForItsOwn})`) : undefined,
  );
}

async function peopleWithNews(db: Connection, now: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ personId: notification.personId })
    .from(notification)
    .innerJoin(activityEvent, eq(activityEvent.id, notification.eventId))
    .where(
      and(
        isNull(notification.mailId),
        isNull(notification.readAt),
        // Nobody is told before it happens, so this leaves out what is too old without looking its event up.
        gt(notification.toldAt, now - oldestMs),
        gt(activityEvent.happenedAt, now - oldestMs),
        lte(activityEvent.happenedAt, now),
      ),
    );
  return rows.map(({ personId }) => personId);
}

/** Their digests by turn: all of one batch share the instant and whether immediate mails are wanted. */
function batchesOf(owed: readonly Owed[]): Owed[][] {
  const batches: Owed[][] = [];
  const filling = new Map<string, Owed[]>();
  for (const one of owed) {
    const turn = `${one.slot.at} ${one.slot.day} ${one.immediate}`;
    const batch = filling.get(turn) ?? [];
    if (batch.length === 0) batches.push(batch);
    batch.push(one);
    filling.set(turn, batch.length < peopleAtOnce ? batch : []);
  }
  return batches;
}

async function owedDigests(db: Connection, now: number): Promise<Owed[]> {
  const network = await findNetwork(db);
  if (!network) return [];
  const people = await peopleWithNews(db, now);
  const chosenBy = await preferencesOf(db, people, network.timeZone);
  return people.flatMap((personId) => {
    const { preference, chosenAt } = chosenBy(personId);
    const slot = latestDigestSlot(preference, now, chosenAt);
    return slot === null ? [] : [{ personId, slot, immediate: preference.immediate }];
  });
}

/** Digests that are still to be sent: they take what came since, rather than being followed by a second one. */
async function waitingDigests(tx: Connection, people: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: outgoingMail.id, personId: outgoingMail.personId })
    .from(outgoingMail)
    .where(
      and(
        eq(outgoingMail.kind, 'digest'),
        eq(outgoingMail.state, 'waiting'),
        inArray(outgoingMail.personId, [...people]),
      ),
    );
  return new Map(rows.map(({ personId, id }) => [personId, id]));
}

async function makeBatch(tx: Connection, batch: readonly Owed[], now: number): Promise<number> {
  const first = batch[0];
  if (!first) return 0;
  const condition = unmailed(first.slot, first.immediate, now);
  const people = batch.map(({ personId }) => personId);
  const withNews = await tx
    .selectDistinct({ personId: notification.personId })
    .from(notification)
    .where(and(inArray(notification.personId, people), condition));
  if (withNews.length === 0) return 0;
  const waiting = await waitingDigests(tx, people);
  const rows = withNews
    .filter(({ personId }) => !waiting.has(personId))
    .map(({ personId }) => ({
      ...{ id: uuidv7(), personId, kind: 'digest' as const, slot: digestSlotKey(personId, first.slot.day) },
      ...{ nextTryAt: now, madeAt: now },
    }));
  const made =
    rows.length === 0
      ? []
      : await tx.insert(outgoingMail).values(rows).onConflictDoNothing().returning({ id: outgoingMail.id });
  const mails = [...made.map(({ id }) => id), ...waiting.values()];
  if (mails.length === 0) return 0;
  const list = sql.join(
    mails.map((id) => sql`${id}`),
    sql`, `,
  );
  const itsMail = sql`(select made.id from outgoing_mail made where made.id in (${list}) and made.person_id = notification.person_id)`;
  const taken = sql`person_id in (select made.person_id from outgoing_mail made where made.id in (${list}))`;
  await tx.update(notification).set({ mailId: itsMail }).where(and(taken, condition));
  return made.length;
}

/**
 * Makes the digests whose hour has come: one for each person with something new, at most one for each day of theirs, and
 * each thing in one mail only. A turn that was missed is made up for once. Transactions of at most 200 people.
 * @returns how many were made
 */
export async function makeDigests(database: Database, { now }: { now: number }): Promise<number> {
  let made = 0;
  for (const batch of batchesOf(await owedDigests(database.reader, now)))
    made += await database.inTransaction((tx) => makeBatch(tx, batch, now));
  return made;
}
