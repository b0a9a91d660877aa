import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import { notification } from '#db/schema';
import { makeDigests } from '~/features/notifications/mail/make-digests.server';
import { sendMails } from '~/features/notifications/mail/send-mails.server';
import { listMails, morning, networkWithNews } from '../factories/many-notices';
import { startFakeMailServer } from '../support/fake-mail-server';
import type { Manner } from '../support/fake-mail-server';
import { postOffice } from '../support/post-office';

const numberOf = (email: string) => Number(/\d+/.exec(email)?.[0] ?? Number.NaN);
const cleanUps: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

describe('2,000 people with 10,000 notifications, and a mail server with bad manners', () => {
  it(
    'every mail is taken once, or reported; none is lost and none comes twice',
    { timeout: 240_000 },
    async () => {
      const { database, remove } = await networkWithNews(2000);
      cleanUps.push(remove);
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
      const cpuBefore = process.cpuUsage();
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
      const cpu = process.cpuUsage(cpuBefore);
      const computed = (cpu.user + cpu.system) / 1e6;
      console.info(
        `2,000 digests of 10,000 notifications: made in ${(madeAfter / 1000).toFixed(1)} s, all settled in ${seconds.toFixed(1)} s, of which ${computed.toFixed(1)} s computing (the mail server's share too)`,
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
    },
  );
});

function sender(path: string, smtpUrl: string, now: number): { child: ChildProcess; ended: Promise<string> } {
  const args = ['--import', 'tsx', 'tests/support/mail-sender.ts', path, smtpUrl, String(now)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, ended: new Promise((resolve) => child.once('exit', () => resolve(text))) };
}

describe('several processes', () => {
  it('two servers share the work, and send nothing twice', { timeout: 60_000 }, async () => {
    const { database, path, remove } = await networkWithNews(300);
    cleanUps.push(remove);
    const server = await startFakeMailServer();
    cleanUps.push(() => server.die());
    await makeDigests(database, { now: morning });
    const two = [sender(path, server.url, morning), sender(path, server.url, morning)];
    const rounds = await Promise.all(two.map(({ ended }) => ended));
    const sent = rounds.map((text) => Number(/"sent":(\d+)/.exec(text)?.[1]));
    expect(sent.reduce((sum, count) => sum + count)).toBe(300);
    expect(server.taken).toHaveLength(300);
    expect(new Set(server.taken.map(({ messageId }) => messageId)).size).toBe(300);
    expect((await listMails(database)).every(({ state }) => state === 'sent')).toBe(true);
  });

  it(
    'a process that is killed in the middle leaves nothing lost and nothing twice',
    { timeout: 60_000 },
    async () => {
      const { database, path, remove } = await networkWithNews(300);
      cleanUps.push(remove);
      const first: { child?: ChildProcess } = {};
      const server = await startFakeMailServer({
        onTaken(count) {
          if (count === 100) first.child?.kill('SIGKILL');
        },
      });
      cleanUps.push(() => server.die());
      await makeDigests(database, { now: morning });
      const killed = sender(path, server.url, morning);
      first.child = killed.child;
      await killed.ended;
      const left = await listMails(database);
      const held = left.filter(({ state }) => state === 'sending' || state === 'handing_over').length;
      expect(held).toBeGreaterThan(0);

      const atOnce = await sendMails(database, postOffice(server.url, { now: () => morning + 1000 }), {});
      expect(atOnce.unsure).toBe(0);
      expect((await listMails(database)).filter(({ state }) => state !== 'sent')).toHaveLength(held);
      const later = morning + 20 * 60_000;
      await sendMails(database, postOffice(server.url, { now: () => later }), {});

      const mails = await listMails(database);
      const taken = server.taken.map(({ messageId }) => messageId);
      expect(new Set(taken).size).toBe(taken.length);
      for (const { id, state, problem } of mails) {
        expect(['sent', 'unsure']).toContain(state);
        if (state === 'sent') expect(taken).toContain(`<${id}@boldline.example.test>`);
        else expect(problem).toBe('Boldline stopped before the mail server had answered.');
      }
      const unsure = mails.filter(({ state }) => state === 'unsure').length;
      expect(unsure).toBeLessThanOrEqual(4);
      expect(taken.length).toBeGreaterThanOrEqual(300 - unsure);
    },
  );
});

describe('a mail server that is not there', () => {
  it('stops the round; every mail waits, none is blamed, and all go when it is back', async () => {
    const { database, remove } = await networkWithNews(60);
    cleanUps.push(remove);
    const server = await startFakeMailServer();
    cleanUps.push(() => server.die());
    await server.die();
    await makeDigests(database, { now: morning });
    const office = postOffice(server.url, { now: () => morning });
    const round = await sendMails(database, office);
    expect(round).toMatchObject({ sent: 0, waiting: 0, given_up: 0, unsure: 0 });
    expect(round.problem).toMatch(/^The mail server could not be reached: .*ECONNREFUSED/);
    const mails = await listMails(database);
    expect(mails.every(({ state, attempts }) => state === 'waiting' && attempts === 0)).toBe(true);
    await server.start();
    expect(await sendMails(database, office)).toMatchObject({ sent: 60, problem: null });
  });

  it('one that takes words and never answers is left alone after a few', async () => {
    const { database, remove } = await networkWithNews(60);
    cleanUps.push(remove);
    const server = await startFakeMailServer({ manner: () => 'drop, never answer' });
    cleanUps.push(() => server.die());
    await makeDigests(database, { now: morning });
    const round = await sendMails(database, postOffice(server.url, { now: () => morning, answering: 200 }));
    expect(round.unsure).toBeGreaterThanOrEqual(6);
    expect(round.unsure).toBeLessThanOrEqual(12);
    expect(round.problem).toMatch(/^The mail server stopped answering/);
    expect((await listMails(database)).filter(({ state }) => state === 'waiting')).toHaveLength(
      60 - round.unsure,
    );
  });

  it('a round that is told to stop finishes what is under way and leaves the rest', async () => {
    const { database, remove } = await networkWithNews(100);
    cleanUps.push(remove);
    const stopping = new AbortController();
    const server = await startFakeMailServer({ onTaken: (count) => count === 20 && stopping.abort() });
    cleanUps.push(() => server.die());
    await makeDigests(database, { now: morning });
    const office = postOffice(server.url, { now: () => morning });
    const round = await sendMails(database, office, { signal: stopping.signal });
    expect(round.sent).toBe(server.taken.length);
    expect(round.sent).toBeLessThan(30);
    const states = (await listMails(database)).map(({ state }) => state);
    expect(states.filter((state) => state === 'waiting')).toHaveLength(100 - round.sent);
  });
});
