import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { activityEvent, notification, outgoingMail, person } from '#db/schema';
import { makeDigests } from '~/features/notifications/mail/make-digests.server';
import { sendMails } from '~/features/notifications/mail/send-mails.server';
import type { Database } from '~/platform/database.server';
import { addPeople, addReturnedReview, tell } from '../factories/many-notices';
import { makeSmallNetwork } from '../factories/small-network';
import { startFakeMailServer } from '../support/fake-mail-server';
import type { Manner } from '../support/fake-mail-server';
import { postOffice } from '../support/post-office';
import { openTestDatabase } from '../support/test-database';

/** Wednesday, an hour after everybody's digest. */
const morning = Date.parse('2026-10-07T12:00:00Z');
const evening = morning - 14 * 3_600_000;
const numberOf = (email: string) => Number(/\d+/.exec(email)?.[0] ?? Number.NaN);

const cleanUps: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

async function networkWithNews(people: number) {
  const opened = openTestDatabase();
  cleanUps.push(() => opened.remove());
  const { database } = opened;
  const network = await makeSmallNetwork(database);
  const added = await addPeople(database, network, people);
  await database.inTransaction(async (tx) => {
    const events: string[] = [];
    for (const stage of ['plan', 'do', 'study', 'act', 'complete'] as const)
      events.push(await addReturnedReview(tx, network, stage, evening + events.length));
    await tell(
      tx,
      added.map(({ id }) => id),
      events,
      { at: evening },
    );
  });
  return { ...opened, network, people: added };
}

const listMails = (database: Database) =>
  database.reader
    .select({
      id: outgoingMail.id,
      state: outgoingMail.state,
      problem: outgoingMail.problem,
      email: person.email,
      sentAt: outgoingMail.sentAt,
      nextTryAt: outgoingMail.nextTryAt,
    })
    .from(outgoingMail)
    .innerJoin(person, eq(person.id, outgoingMail.personId));

describe('2,000 people with 10,000 notifications, and a mail server with bad manners', () => {
  it(
    'every mail is taken once, or reported; none is lost and none comes twice',
    { timeout: 120_000 },
    async () => {
      const { database } = await networkWithNews(2000);
      const manner = (to: string, tries: number): Manner => {
        const turn = numberOf(to) % 40;
        if (turn === 0 && tries === 1) return 'refuse for now';
        if (turn === 10) return 'refuse for good';
        if (turn === 20 && tries === 1) return 'silent';
        if (turn === 30) return numberOf(to) % 80 === 30 ? 'take, never answer' : 'drop, never answer';
        return 'take';
      };
      let died = false;
      const server = await startFakeMailServer({
        manner,
        onTaken(count) {
          if (count !== 900 || died) return;
          died = true;
          void server.die();
        },
      });
      cleanUps.push(() => server.die());
      let shift = 0;
      const begun = performance.now();
      const now = () => morning + shift + Math.round(performance.now() - begun);
      const office = postOffice(server.url, { now });

      const made = await makeDigests(database, { now: now() });
      const madeAfter = performance.now() - begun;
      expect(made).toBe(2000);
      expect(await makeDigests(database, { now: now() })).toBe(0);

      const problems: string[] = [];
      for (let round = 0; round < 30; round += 1) {
        const { problem } = await sendMails(database, office, { lines: 16 });
        if (problem !== null) problems.push(problem);
        if (problem !== null && died) {
          await server.die();
          await server.start();
        }
        const waiting = (await listMails(database)).filter(({ state }) => state === 'waiting');
        if (waiting.length === 0) break;
        const last = Math.max(...waiting.map(({ nextTryAt }) => nextTryAt));
        shift += Math.max(0, last - now());
      }
      const seconds = (performance.now() - begun) / 1000;
      console.info(
        `2,000 digests of 10,000 notifications: made in ${(madeAfter / 1000).toFixed(1)} s, all settled in ${seconds.toFixed(1)} s`,
      );

      expect(died).toBe(true);
      expect(problems.length).toBeGreaterThan(0);
      const mails = await listMails(database);
      expect(mails).toHaveLength(2000);
      const takenOnce = new Map<string, number>();
      for (const { messageId } of server.taken) takenOnce.set(messageId, (takenOnce.get(messageId) ?? 0) + 1);
      expect([...takenOnce.values()].filter((count) => count !== 1)).toEqual([]);
      const wasTaken = (mail: { id: string }) => takenOnce.has(`<${mail.id}@boldline.example.test>`);
      for (const mail of mails) {
        expect(['sent', 'unsure', 'given_up']).toContain(mail.state);
        if (mail.state === 'sent') expect(wasTaken(mail)).toBe(true);
        if (mail.state === 'given_up') expect(wasTaken(mail)).toBe(false);
        if (mail.state !== 'sent') expect(mail.problem).not.toBe('');
        if (numberOf(mail.email) % 40 === 10) expect(mail.state).toBe('given_up');
        if (numberOf(mail.email) % 40 === 30) expect(mail.state).toBe('unsure');
      }
      expect(mails.filter(({ state }) => state === 'given_up')).toHaveLength(50);
      // Besides those that never got an answer, at most what was on the wire when the server died.
      expect(mails.filter(({ state }) => state === 'unsure').length).toBeLessThanOrEqual(50 + 32);
      const mailed = await database.reader.select({ mailId: notification.mailId }).from(notification);
      expect(mailed.filter(({ mailId }) => mailId === null)).toEqual([]);
      const events = await database.reader
        .select({ id: activityEvent.id })
        .from(activityEvent)
        .where(eq(activityEvent.kind, 'review_done'));
      expect(events).toHaveLength(5);
    },
  );
});
