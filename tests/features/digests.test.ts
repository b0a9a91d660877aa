import { readdirSync } from 'node:fs';
import { eq, inArray } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailPreference, notification, outgoingMail } from '#db/schema';
import type { DigestRhythm } from '#db/vocabulary';
import { makeDigests } from '~/features/notifications/mail/make-digests.server';
import { makeImmediateMails } from '~/features/notifications/mail/make-immediate-mails.server';
import { pruneMails } from '~/features/notifications/mail/prune-mails.server';
import { sendMails } from '~/features/notifications/mail/send-mails.server';
import {
  addReturnedReview,
  evening,
  listMails,
  morning,
  networkWithNews,
  tell,
} from '../factories/many-notices';
import { startFakeMailServer } from '../support/fake-mail-server';
import type { FakeMailServer } from '../support/fake-mail-server';
import { postOffice } from '../support/post-office';

const hour = 3_600_000;
const day = 24 * hour;
/** Thursday's digest hour in New York. */
const seven = Date.parse('2026-10-08T11:00:00Z');

let made: Awaited<ReturnType<typeof networkWithNews>>;
let server: FakeMailServer;

beforeEach(async () => {
  made = await networkWithNews(2);
  server = await startFakeMailServer();
});
afterEach(async () => {
  await server.die();
  made.remove();
});

const [first, second] = [0, 1];
const personOf = (index: number) => made.people[index]?.id ?? '';

async function prefer(
  index: number,
  change: { rhythm?: DigestRhythm; immediate?: boolean; hour?: number },
  at = 0,
) {
  await made.database.inTransaction(async (tx) => {
    await tx.insert(mailPreference).values({
      ...{ id: uuidv7(), personId: personOf(index), rhythm: 'daily', hour: 7, weekday: 1 },
      ...{ timeZone: 'America/New_York', immediate: true, changedAt: at, ...change },
    });
  });
}

/** Both are told of another thing. */
const news = (at: number, urgency: 'immediate' | 'digest' = 'digest') =>
  made.database.inTransaction(async (tx) => {
    const event = await addReturnedReview(tx, made.network, 'do', at);
    return tell(tx, [personOf(first), personOf(second)], [event], { at, urgency });
  });

const mailsOf = async (index: number) =>
  (await listMails(made.database)).filter(({ personId }) => personId === personOf(index));
const send = (now: number) => sendMails(made.database, postOffice(server.url, { now: () => now }));
const read = (ids: string[], at: number) =>
  made.database.inTransaction(async (tx) => {
    await tx.update(notification).set({ readAt: at }).where(inArray(notification.id, ids));
  });

describe('old mails', () => {
  it('are forgotten after 90 days, and nothing is sent twice', async () => {
    await makeDigests(made.database, { now: morning });
    await send(morning);
    expect(server.taken).toHaveLength(2);
    const [waiting] = await made.database.reader.select({ id: outgoingMail.id }).from(outgoingMail);
    await made.database.inTransaction(async (tx) => {
      await tx
        .update(outgoingMail)
        .set({ state: 'unsure', sentAt: null })
        .where(eq(outgoingMail.id, waiting?.id ?? ''));
    });
    expect(await pruneMails(made.database, { now: morning + 89 * day })).toBe(0);
    const later = morning + 91 * day;
    expect(await pruneMails(made.database, { now: later })).toBe(1);
    expect(await pruneMails(made.database, { now: later })).toBe(0);
    const left = await made.database.reader.select({ id: outgoingMail.id }).from(outgoingMail);
    expect(left).toEqual([waiting]);
    expect(await makeDigests(made.database, { now: later })).toBe(0);
    expect(await makeImmediateMails(made.database, { now: later })).toBe(0);
    const notices = await made.database.reader.select().from(notification);
    expect(notices).toHaveLength(10);
    expect(notices.every(({ readAt }) => readAt === null)).toBe(true);
  });
});

describe('digests', () => {
  it('one mail for many things, once a day, and each thing once', async () => {
    expect(await makeDigests(made.database, { now: morning })).toBe(2);
    await news(morning + hour);
    expect(await makeDigests(made.database, { now: morning + 2 * hour })).toBe(0);
    await send(morning + 2 * hour);
    expect(server.taken).toHaveLength(2);
    expect(await makeDigests(made.database, { now: seven + 60_000 })).toBe(2);
    await send(seven + 60_000);
    expect(server.taken).toHaveLength(4);
    const rows = await made.database.reader.select({ mailId: notification.mailId }).from(notification);
    const perMail = new Map<string | null, number>();
    for (const { mailId } of rows) perMail.set(mailId, (perMail.get(mailId) ?? 0) + 1);
    expect([...perMail.values()].toSorted()).toEqual([1, 1, 5, 5]);
    expect((await mailsOf(first)).map(({ slot }) => slot.slice(-10))).toEqual(['2026-10-07', '2026-10-08']);
  });

  it('what happens after the hour waits for the next one', async () => {
    await makeDigests(made.database, { now: morning });
    const [late] = await news(seven + 1);
    expect(await makeDigests(made.database, { now: seven + 10 * 60_000 })).toBe(0);
    const [row] = await made.database.reader
      .select()
      .from(notification)
      .where(eq(notification.id, late ?? ''));
    expect(row?.mailId).toBeNull();
  });

  it('after two days off, one digest tells of all of it', async () => {
    await news(morning + day);
    expect(await makeDigests(made.database, { now: seven + day + 5 * hour })).toBe(2);
    expect((await mailsOf(first)).map(({ slot }) => slot.slice(-10))).toEqual(['2026-10-09']);
    expect(await makeDigests(made.database, { now: seven + day + 6 * hour })).toBe(0);
  });

  it('what was read is not mailed; a mail with nothing left is closed quietly', async () => {
    const ids = await made.database.reader
      .select({ id: notification.id, personId: notification.personId })
      .from(notification);
    const of = (index: number) =>
      ids.filter(({ personId }) => personId === personOf(index)).map(({ id }) => id);
    await read(of(first), morning);
    expect(await makeDigests(made.database, { now: morning })).toBe(1);
    await read(of(second), morning);
    expect(await send(morning)).toMatchObject({ sent: 0, closed: 1 });
    expect(server.taken).toEqual([]);
    expect(await mailsOf(second)).toMatchObject([{ state: 'sent', sentAt: null }]);
  });

  it('off is nothing, ever: neither when made, nor when it was made before', async () => {
    await prefer(first, { rhythm: 'off', immediate: false });
    await news(morning - hour, 'immediate');
    expect(await makeImmediateMails(made.database, { now: morning })).toBe(1);
    expect(await makeDigests(made.database, { now: morning })).toBe(1);
    await prefer(second, { rhythm: 'off', immediate: false });
    expect(await send(morning)).toMatchObject({ sent: 0, closed: 2 });
    expect(await mailsOf(first)).toEqual([]);
  });

  it('no digest may still mean questions at once', async () => {
    await prefer(first, { rhythm: 'off', immediate: true });
    await news(morning - hour, 'immediate');
    await news(morning - hour);
    expect(await makeImmediateMails(made.database, { now: morning })).toBe(2);
    await makeDigests(made.database, { now: morning });
    await send(morning);
    expect((await mailsOf(first)).map(({ slot, state }) => `${slot.split('/')[0] ?? ''} ${state}`)).toEqual([
      'notice sent',
    ]);
  });

  it('what happened days ago comes with the digest, not at once', async () => {
    await news(morning - 3 * day, 'immediate');
    expect(await makeImmediateMails(made.database, { now: morning })).toBe(0);
    expect(await makeDigests(made.database, { now: morning })).toBe(2);
  });

  it('a weekly one comes on its day, and a new hour that has passed waits for the morning', async () => {
    await prefer(first, { rhythm: 'weekly' });
    await prefer(second, { hour: 5 }, morning - 1);
    expect(await makeDigests(made.database, { now: morning })).toBe(0);
    expect(await makeDigests(made.database, { now: seven })).toBe(1);
    expect(await makeDigests(made.database, { now: seven + 4 * day })).toBe(1);
    expect((await mailsOf(first)).map(({ slot }) => slot.slice(-10))).toEqual(['2026-10-12']);
  });

  it('a digest that waits for the mail server takes what came since', async () => {
    await makeDigests(made.database, { now: morning });
    await server.die();
    await send(morning);
    await news(morning + hour);
    expect(await makeDigests(made.database, { now: seven })).toBe(0);
    await server.start();
    expect(await send(seven)).toMatchObject({ sent: 2 });
    const rows = await made.database.reader.select({ mailId: notification.mailId }).from(notification);
    expect(new Set(rows.map(({ mailId }) => mailId)).size).toBe(2);
  });
});

describe('immediate mails', () => {
  it('go at once, one for each, and are in no digest', async () => {
    await news(morning - hour, 'immediate');
    await news(morning - hour + 1, 'immediate');
    expect(await makeImmediateMails(made.database, { now: morning })).toBe(4);
    expect(await makeImmediateMails(made.database, { now: morning })).toBe(0);
    expect(await makeDigests(made.database, { now: seven })).toBe(2);
    await send(seven);
    expect(server.taken).toHaveLength(6);
    expect(new Set((await mailsOf(first)).map(({ slot }) => slot.split('/')[0]))).toEqual(
      new Set(['digest', 'notice']),
    );
  });

  it('wait for the digest of those who want no immediate ones, and when they are older than a day', async () => {
    await prefer(first, { immediate: false });
    await news(evening, 'immediate');
    expect(await makeDigests(made.database, { now: morning })).toBe(2);
    await send(morning);
    expect(await makeImmediateMails(made.database, { now: morning + 2 * day })).toBe(0);
    expect(await makeDigests(made.database, { now: morning + 2 * day })).toBe(1);
    const of = (index: number) =>
      made.database.reader
        .select()
        .from(notification)
        .where(eq(notification.personId, personOf(index)));
    expect((await of(first)).every(({ mailId }) => mailId !== null)).toBe(true);
    expect((await of(second)).every(({ mailId }) => mailId !== null)).toBe(true);
    expect(
      (await made.database.reader.select().from(outgoingMail)).every(({ kind }) => kind === 'digest'),
    ).toBe(true);
  });
});

describe('the message', () => {
  it('says who may stop it, that nobody wrote it, and keeps its id', async () => {
    await makeDigests(made.database, { now: morning });
    await send(morning);
    const [mail] = await mailsOf(first);
    const message =
      server.taken.find(({ to }) => to === mail?.email)?.text.replaceAll(/\r?\n[ \t]+/g, ' ') ?? '';
    const stop = new RegExp(
      `^List-Unsubscribe: <https://boldline\\.example\\.test/unsubscribe/${personOf(first)}\\.[\\w-]{43}>\\r?$`,
      'm',
    );
    expect(message).toMatch(stop);
    expect(message).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
    expect(message).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
    expect(message).toMatch(/^Date: Wed, 07 Oct 2026 12:00:00 \+0000\r?$/m);
    expect(message).toContain(`Message-ID: <${mail?.id ?? '?'}@boldline.example.test>`);
    expect(message).toContain('multipart/alternative');
    expect(message).toContain('Hello Person,');
  });

  it('becomes one file of the outbox folder where there is no mail server', async () => {
    await makeDigests(made.database, { now: morning });
    const outboxFolder = `${made.folder}/outbox`;
    const office = postOffice(null, { now: () => morning, outboxFolder });
    expect(await sendMails(made.database, office)).toMatchObject({ sent: 2 });
    expect(readdirSync(outboxFolder).toSorted()).toEqual(
      (await listMails(made.database)).map(({ id }) => `${id}.eml`).toSorted(),
    );
  });
});
