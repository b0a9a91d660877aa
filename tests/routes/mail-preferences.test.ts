import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import type { Database } from '~/platform/database.server';
import { makeSmallNetwork, timeZone } from '../factories/small-network';
import type { SmallNetwork } from '../factories/small-network';
import { everythingIn } from '../support/everything-in';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';
import { pageOf, visitor } from '../support/visitor';
import type { Visitor } from '../support/visitor';

let app: RunningApp;
let network: SmallNetwork;
let file: Database;
let member: Visitor;

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
    },
  });
  file = app.look();
  member = await signedInAs(app.url, network, 'member');
});
afterAll(async () => {
  file.close();
  await app.remove();
});

const chosen = { rhythm: 'weekly', hour: '16', weekday: '5', timeZone: 'Europe/Berlin' };
const rows = () => file.reader.select().from(schema.mailPreference);

describe('when mail comes', () => {
  it('is each weekday at seven where the network is, until somebody chooses', async () => {
    const page = await pageOf(await member.get('/account/mail'));
    expect(page).toContain('Every weekday at 7:00 (New York time), one mail if there is anything new.');
    expect(page).toContain(network.people.member.email);
    expect(/<option[^>]*value="([^"]+)"[^>]*>America\/New York/.exec(page)?.[1]).toBe(timeZone);
    expect(await rows()).toEqual([]);
    expect(await pageOf(await member.get('/account'))).toContain('href="/account/mail"');
  });

  it('is what they chose, once, for them alone', async () => {
    for (let times = 0; times < 2; times += 1) {
      const answer = await member.post('/account/mail', chosen);
      expect(answer.status).toBe(302);
      expect(answer.headers.get('Location')).toBe('/account/mail?saved');
    }
    expect(await rows()).toMatchObject([
      {
        ...{ personId: network.people.member.id, rhythm: 'weekly', hour: 16, weekday: 5 },
        ...{ timeZone: 'Europe/Berlin', immediate: false },
      },
    ]);
    const page = await pageOf(await member.get('/account/mail?saved'));
    expect(page).toContain('Every Friday at 16:00 (Berlin time), one mail if there is anything new.');
    expect(page).toContain('Saved.');
    const colleague = await signedInAs(app.url, network, 'colleague');
    expect(await pageOf(await colleague.get('/account/mail'))).toContain('Every weekday at 7:00');
    await member.post('/account/mail', { ...chosen, rhythm: 'off', immediate: 'on' });
    expect(await rows()).toMatchObject([{ rhythm: 'off', immediate: true }]);
  });

  it.each([
    [{ rhythm: 'hourly' }, 'Choose how often.'],
    [{ hour: '24' }, 'Choose an hour of the day.'],
    [{ weekday: '9' }, 'Choose a day of the week.'],
    [{ timeZone: 'Mars/Base' }, 'Choose a time zone of the list.'],
    [{ timeZone: '' }, 'Choose a time zone'],
  ])('with %o it stays as it was, and what was chosen stands', async (wrong, message) => {
    const before = everythingIn(`${app.folder}/boldline.db`);
    const answer = await member.post('/account/mail', { ...chosen, hour: '21', ...wrong });
    expect(answer.status).toBe(400);
    const page = await pageOf(answer);
    expect(page).toContain(message);
    if (!('hour' in wrong)) expect(page).toMatch(/<option value="21" selected=""/);
    expect(everythingIn(`${app.folder}/boldline.db`)).toBe(before);
  });

  it('is nobody’s business who is not signed in', async () => {
    for (const path of ['/account/mail', '/account/calendar', '/inbox'])
      expect((await visitor(app.url).get(path)).headers.get('Location'), path).toContain('/sign-in');
  });
});
