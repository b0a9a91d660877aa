import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jobRun } from '#db/schema';
import { turnLeaseMs, turnsKeptMs } from '~/server/job-rules';
import { startJobs } from '~/server/jobs';
import { runTurn } from '~/server/run-job.server';
import { listMails, morning, networkWithNews } from '../factories/many-notices';
import { startFakeMailServer } from '../support/fake-mail-server';
import { postOffice } from '../support/post-office';
import { openTestDatabase } from '../support/test-database';
import type { TestDatabase } from '../support/test-database';

const at = (now: number) => ({ now: () => now });
let opened: TestDatabase;
beforeEach(() => {
  opened = openTestDatabase();
});
afterEach(() => opened.remove());

const turns = () => opened.database.reader.select().from(jobRun);
const turn = (server: string, work: () => Promise<string>, { dueAt = morning, now = morning } = {}) =>
  runTurn(opened.database, { job: 'digests', dueAt, server, clock: at(now), work });

describe('a turn', () => {
  it('is done by the first server that asks, and written down', async () => {
    const did: string[] = [];
    const by = (server: string) => turn(server, () => Promise.resolve(`${did.push(server)} done`));
    expect(await Promise.all([by('one'), by('two'), by('three')])).toEqual([true, false, false]);
    expect(did).toEqual(['one']);
    expect(await turns()).toMatchObject([{ server: 'one', finishedAt: morning, outcome: '1 done' }]);
  });

  it('that a crashed server left is taken over after half an hour, not before', async () => {
    const crashed = { id: uuidv7(), job: 'digests', dueAt: morning, server: 'one', startedAt: morning };
    await opened.database.inTransaction(async (tx) => {
      await tx.insert(jobRun).values(crashed);
    });
    const work = () => Promise.resolve('done');
    expect(await turn('two', work, { now: morning + turnLeaseMs - 1 })).toBe(false);
    expect(await turn('two', work, { now: morning + turnLeaseMs })).toBe(true);
    expect(await turn('three', work, { now: morning + turnLeaseMs })).toBe(false);
    expect(await turns()).toMatchObject([{ server: 'two', outcome: 'done' }]);
  });

  it('that fails says why, and the next one is done all the same', async () => {
    await expect(turn('one', () => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk');
    expect(await turns()).toMatchObject([{ outcome: 'failed: no disk', finishedAt: morning }]);
    expect(await turn('one', () => Promise.resolve('done'), { dueAt: morning + 300_000 })).toBe(true);
  });

  it('old ones go, those left behind are closed', async () => {
    const row = (dueAt: number) => ({ id: uuidv7(), job: 'digests', dueAt, server: 'one', startedAt: dueAt });
    const behind = row(morning - turnLeaseMs);
    await opened.database.inTransaction(async (tx) => {
      await tx.insert(jobRun).values([row(morning - turnsKeptMs - 1), behind, { ...row(0), job: 'mails' }]);
    });
    await turn('two', () => Promise.resolve('done'));
    const left = await opened.database.reader.select().from(jobRun).where(eq(jobRun.job, 'digests'));
    expect(left).toHaveLength(2);
    expect(left.find(({ id }) => id === behind.id)).toMatchObject({
      finishedAt: morning,
      outcome: expect.stringContaining('broken off') as string,
    });
  });
});

describe('starting after a night off', () => {
  it('makes up for the last turn of each job once, sends the digests, and stops when asked', async () => {
    const { database, remove } = await networkWithNews(5);
    const server = await startFakeMailServer();
    const told: number[] = [];
    const start = () =>
      startJobs({
        database,
        office: postOffice(server.url, at(morning)),
        tell: (_database, { now }) => Promise.resolve(told.push(now)),
      });
    const jobs = start();
    await expect.poll(() => server.taken.length, { timeout: 15_000 }).toBe(5);
    await jobs.stop();
    const again = start();
    await again.stop();
    expect(told).toEqual([morning]);
    expect(server.taken).toHaveLength(5);
    expect((await listMails(database)).every(({ state }) => state === 'sent')).toBe(true);
    const rows = await database.reader.select().from(jobRun);
    expect(rows.map(({ job }) => job).toSorted()).toEqual(['digests', 'mails', 'tell']);
    expect(rows.find(({ job }) => job === 'digests')?.outcome).toBe('5 digests made');
    await server.die();
    remove();
  });
});
