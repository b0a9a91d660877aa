import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mailPreference } from '#db/schema';
import { unsubscribePurpose, unsubscribeSecret } from '~/features/notifications/mail/unsubscribe-link';
import { makeSeals } from '~/platform/seals.server';
import { makeSmallNetwork } from '../factories/small-network';
import type { SmallNetwork } from '../factories/small-network';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { pageOf, visitor } from '../support/visitor';

const secret = 'the secret of this very test, 32 characters at least';
const seals = makeSeals(secret);
let app: RunningApp;
let network: SmallNetwork;
let path = '';

beforeAll(async () => {
  app = await startApp({
    env: { BOLDLINE_SECRET: secret },
    fill: async (database) => {
      network = await makeSmallNetwork(database);
    },
  });
});
afterAll(() => app.remove());

const linkOf = (personId: string) =>
  `/unsubscribe/${unsubscribeSecret(personId, seals.make(unsubscribePurpose, personId))}`;

async function preferences() {
  const database = app.look();
  const rows = await database.reader.select().from(mailPreference);
  database.close();
  return rows;
}

beforeEach(async () => {
  path = linkOf(network.people.member.id);
  await visitor(app.url).post(`${path}/again`, {});
});

describe('the link of a mail', () => {
  it('shows one button to somebody who is not signed in, and changes nothing by being followed', async () => {
    const before = await preferences();
    const response = await visitor(app.url).get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('Cache-Control')).toBe('private, no-store');
    const page = await pageOf(response);
    expect(page).toContain('Stop these mails');
    expect(page).toContain('href="/account/mail"');
    expect(page).not.toContain(network.people.member.email);
    expect(await preferences()).toEqual(before);
  });

  it('the button stops the mails, and another one lets them come again at the same hour', async () => {
    const somebody = visitor(app.url);
    const stopped = await somebody.post(path, {});
    expect(stopped.status).toBe(200);
    expect(await pageOf(stopped)).toContain('You will get no more of these mails');
    const [row] = await preferences();
    expect(row).toMatchObject({ personId: network.people.member.id, rhythm: 'off', hour: 7 });
    await somebody.post(path, {});
    expect(await preferences()).toEqual([row]);
    expect(await pageOf(await somebody.get(path))).toContain('Turn them on again');
    const again = await somebody.post(`${path}/again`, {});
    expect(again.status).toBe(302);
    expect(await preferences()).toMatchObject([{ rhythm: 'daily', hour: 7, timeZone: 'America/New_York' }]);
    expect(await pageOf(await somebody.get(path))).toContain('Stop these mails');
  });

  it.each([
    ['from nowhere', {}],
    ['from another site', { Origin: 'https://mail.example.org' }],
    ['from a sandbox', { Origin: 'null' }],
  ])('a mail provider stops them in one click, %s', async (_name, headers) => {
    const response = await fetch(app.url + path, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
      headers: new Headers(Object.entries(headers)),
      redirect: 'manual',
    });
    expect(response.status).toBe(200);
    expect(await preferences()).toMatchObject([{ rhythm: 'off' }]);
  });

  it('one click as multipart works too', async () => {
    const body = new FormData();
    body.append('List-Unsubscribe', 'One-Click');
    const response = await fetch(app.url + path, { method: 'POST', body, redirect: 'manual' });
    expect(response.status).toBe(200);
    expect(await preferences()).toMatchObject([{ rhythm: 'off' }]);
  });

  it('turning them on again is for the page only', async () => {
    await visitor(app.url).post(path, {});
    const response = await fetch(`${app.url + path}/again`, { method: 'POST', redirect: 'manual' });
    expect(response.status).toBe(403);
    expect(await preferences()).toMatchObject([{ rhythm: 'off' }]);
  });
});

describe('a link that nobody made', () => {
  it('is not found, whichever part is wrong, by looking and by posting', async () => {
    const [id, other] = [network.people.member.id, network.people.coach.id];
    const right = seals.make(unsubscribePurpose, id);
    const wrong = [
      unsubscribeSecret(other, right),
      unsubscribeSecret(id, `${right.slice(0, -2)}AA`),
      unsubscribeSecret(
        id,
        makeSeals('another secret of thirty-two characters').make(unsubscribePurpose, id),
      ),
      unsubscribeSecret(id, seals.make('calendar', id)),
      unsubscribeSecret(
        '00000000-0000-7000-8000-000000000000',
        seals.make(unsubscribePurpose, '00000000-0000-7000-8000-000000000000'),
      ),
      id,
      'anything',
    ];
    const before = await preferences();
    const somebody = visitor(app.url);
    for (const one of wrong) {
      expect((await somebody.get(`/unsubscribe/${one}`)).status).toBe(404);
      expect((await somebody.post(`/unsubscribe/${one}`, {})).status).toBe(404);
      expect((await somebody.post(`/unsubscribe/${one}/again`, {})).status).toBe(404);
    }
    expect((await somebody.get(`${path}/again`)).status).toBe(404);
    expect(await preferences()).toEqual(before);
  });
});
