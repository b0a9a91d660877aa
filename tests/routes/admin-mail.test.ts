import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobRun, outgoingMail } from '#db/schema';
import type { MailState } from '#db/vocabulary';
import { makeSmallNetwork, roles } from '../factories/small-network';
import type { SmallNetwork } from '../factories/small-network';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';
import { pageOf } from '../support/visitor';

let app: RunningApp;
let network: SmallNetwork;
const mails = { sent: uuidv7(), waiting: uuidv7(), unsure: uuidv7(), given_up: uuidv7() };

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
      const now = Date.now();
      const mail = (state: keyof typeof mails, problem: string, sentAt: number | null = null) => ({
        ...{
          id: mails[state],
          personId: network.people.member.id,
          kind: 'digest' as const,
          slot: `digest/${state}`,
        },
        ...{ state, problem, attempts: 3, nextTryAt: now - 1, madeAt: now - 3_600_000, sentAt },
      });
      await database.inTransaction(async (tx) => {
        await tx
          .insert(outgoingMail)
          .values([
            mail('sent', '', now - 60_000),
            mail('waiting', '451 4.2.1 The mailbox rests'),
            mail('unsure', 'Timeout after the words'),
            mail('given_up', '550 5.1.1 No such mailbox'),
          ]);
        await tx.insert(jobRun).values({
          ...{
            id: uuidv7(),
            job: 'digests',
            dueAt: now,
            server: 'one',
            startedAt: now,
            finishedAt: now,
            outcome: '12 digests made',
          },
        });
      });
    },
  });
});
afterAll(() => app.remove());

async function statesOfMails(): Promise<Record<string, MailState>> {
  const database = app.look();
  const rows = await database.reader
    .select({ id: outgoingMail.id, state: outgoingMail.state })
    .from(outgoingMail);
  database.close();
  return Object.fromEntries(rows.map(({ id, state }) => [id, state]));
}

describe('how mails fare', () => {
  it('is told to administrators: counts, what failed and why, and the jobs', async () => {
    const administrator = await signedInAs(app.url, network, 'administrator');
    const page = (await pageOf(await administrator.get('/admin/mail')))
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ');
    expect(page).toContain('1 mail sent in the last seven days');
    expect(page).toContain('1 mail waits to be sent');
    expect(page).toContain('What kept them: 451 4.2.1 The mailbox rests');
    expect(page).toContain('550 5.1.1 No such mailbox');
    expect(page).toContain('Timeout after the words');
    expect(page).toContain('member@example.test');
    expect(page).toMatch(/Digests: last run \w+, \w+ \d+, \d\d:\d\d 12 digests made/);
    expect(await pageOf(await administrator.get('/admin/settings'))).toContain('href="/admin/mail"');
  });

  it('is found by nobody else, and nobody else sends again', async () => {
    for (const role of roles.filter((one) => one !== 'administrator')) {
      const somebody = await signedInAs(app.url, network, role);
      expect((await somebody.get('/admin/mail')).status, role).toBe(404);
      expect((await somebody.post('/admin/mail', { mailId: mails.given_up })).status, role).toBe(404);
    }
    expect((await statesOfMails())[mails.given_up]).toBe('given_up');
  });
});

describe('sending again', () => {
  it('lets what was given up or unsure go again, once', async () => {
    const administrator = await signedInAs(app.url, network, 'administrator');
    for (const mailId of [mails.given_up, mails.unsure, mails.unsure]) {
      const response = await administrator.post('/admin/mail', { mailId });
      expect(response.status).toBe(302);
      expect(response.headers.get('Location')).toBe('/admin/mail?again');
    }
    expect(await statesOfMails()).toEqual({
      ...{
        [mails.sent]: 'sent',
        [mails.waiting]: 'waiting',
        [mails.unsure]: 'waiting',
        [mails.given_up]: 'waiting',
      },
    });
    expect(await pageOf(await administrator.get('/admin/mail?again'))).toContain('It goes out again');
  });

  it('does nothing with a mail that was sent, and knows no other', async () => {
    const administrator = await signedInAs(app.url, network, 'administrator');
    expect((await administrator.post('/admin/mail', { mailId: mails.sent })).status).toBe(302);
    expect((await statesOfMails())[mails.sent]).toBe('sent');
    expect((await administrator.post('/admin/mail', { mailId: uuidv7() })).status).toBe(404);
    expect((await administrator.post('/admin/mail', { mailId: 'x' })).status).toBe(400);
    expect((await administrator.post('/admin/mail', {})).status).toBe(400);
  });
});
