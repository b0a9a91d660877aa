import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobRun, outgoingMail } from '#db/schema';
import { addReturnedReview, tell } from '../factories/many-notices';
import { makeSmallNetwork } from '../factories/small-network';
import type { SmallNetwork } from '../factories/small-network';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';
import { visitor } from '../support/visitor';

/** Older than the longest weekend between two digests. */
const fourDays = 4 * 86_400_000;
const env = { BOLDLINE_JOBS: 'on' };
let app: RunningApp;
let network: SmallNetwork;

beforeAll(async () => {
  app = await startApp({
    env,
    fill: async (database) => {
      network = await makeSmallNetwork(database);
      await database.inTransaction(async (tx) => {
        const then = Date.now() - fourDays;
        const event = await addReturnedReview(tx, network, 'do', then);
        await tell(tx, [network.people.member.id], [event], { at: then });
      });
    },
  });
});
afterAll(() => app.remove());

const message = () => app.mails().join('').replaceAll('=\r\n', '').replaceAll('=3D', '=');

describe('the running app', () => {
  it('sends what is due when it starts, into the outbox folder where there is no mail server', async () => {
    await expect.poll(() => app.mails().length, { timeout: 30_000 }).toBe(1);
    expect(message()).toContain('To: Member Person <member@example.test>');
    expect(message()).toContain('Hello Member,');
  });

  it('its links lead signed-in people to the thing, and others there by way of sign-in', async () => {
    const stop = /https?:\S+(\/unsubscribe\/[\w.-]+)/.exec(message())?.[1] ?? '';
    expect((await visitor(app.url).get(stop)).status).toBe(200);
    expect(message()).toContain(`${app.url}/account/mail`);
    const lines = message().split(/\r?\n/);
    const address = new URL(lines.find((line) => line.startsWith(app.url)) ?? '');
    const thing = address.pathname + address.search;
    const redirected = await visitor(app.url).get(thing);
    const signInFirst = `/sign-in?${new URLSearchParams({ to: thing }).toString()}`;
    expect(redirected.headers.get('Location')).toBe(signInFirst);
    const member = await signedInAs(app.url, network, 'member');
    expect((await member.get(thing)).status).toBeLessThan(400);
  });

  it('sends nothing again after a restart, and stops in good order', async () => {
    await app.stop();
    expect(app.log()).not.toMatch(/"level":(50|60)/);
    const again = await startApp({ env, folder: app.folder });
    const database = again.look();
    const lastMails = () => database.reader.select().from(jobRun).where(eq(jobRun.job, 'mails'));
    await expect.poll(async () => (await lastMails()).length).toBeGreaterThan(0);
    expect(await database.reader.select().from(outgoingMail)).toMatchObject([{ state: 'sent', attempts: 1 }]);
    database.close();
    expect(again.mails()).toHaveLength(1);
    await again.stop();
  });
});
