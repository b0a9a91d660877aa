import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activityEvent } from '#db/schema';
import { makeSmallNetwork, password } from '../factories/small-network';
import type { SmallNetwork } from '../factories/small-network';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';
import { visitor } from '../support/visitor';

let app: RunningApp;
let network: SmallNetwork;

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
    },
  });
});
afterAll(() => app.remove());

describe('headers', () => {
  it('a content policy with a nonce of its own for each answer, and no inline script without it', async () => {
    const nonces = new Set<string>();
    for (let turn = 0; turn < 3; turn += 1) {
      const response = await fetch(`${app.url}/sign-in`);
      const policy = response.headers.get('Content-Security-Policy') ?? '';
      const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
      nonces.add(nonce);
      expect(policy).toContain("object-src 'none'");
      expect(policy).not.toContain('unsafe-inline');
      const html = await response.text();
      const scripts = html.match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      for (const tag of scripts) expect(tag).toContain(`nonce="${nonce}"`);
      expect(html).not.toMatch(/\son[a-z]+="/);
      expect(html).not.toMatch(/\sstyle="/);
    }
    expect(nonces.size).toBe(3);
  });

  it('pages behind the door are not stored, and say little about the server', async () => {
    const member = await signedInAs(app.url, network, 'member');
    const response = await member.get('/');
    expect(response.headers.get('Cache-Control')).toBe('private, no-store');
    expect(response.headers.get('X-Powered-By')).toBeNull();
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(response.headers.get('Referrer-Policy')).toBe('same-origin');
    expect(response.headers.get('X-Frame-Options')).toBe('SAMEORIGIN');
  });

  it('assets are immutable and come compressed', async () => {
    const html = await (await fetch(`${app.url}/sign-in`)).text();
    const path = /\/assets\/entry\.client-[^"]+\.js/.exec(html)?.[0] ?? '';
    const response = await fetch(app.url + path, { headers: { 'Accept-Encoding': 'br' } });
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('Content-Encoding')).toBe('br');
    expect(response.headers.get('Content-Type')).toContain('javascript');
  });
});

describe('where a form comes from', () => {
  it.each([{ Origin: 'https://elsewhere.example' }, { Origin: 'null' }, {}])(
    '%o is refused',
    async (headers) => {
      const body = new URLSearchParams({ email: network.people.member.email, password });
      const response = await fetch(`${app.url}/sign-in`, {
        method: 'POST',
        body,
        headers: new Headers(Object.entries(headers)),
        redirect: 'manual',
      });
      expect(response.status).toBe(403);
      expect(response.headers.getSetCookie()).toEqual([]);
    },
  );
});

describe('forms of the feed', () => {
  const forms = ['comments', 'reactions', 'pin', 'hiding', 'reports/new'].map((form) => `/posts/any/${form}`);

  it.each([...forms, '/comments/any/withdrawal'])('%s from elsewhere, or signed out', async (path) => {
    const member = await signedInAs(app.url, network, 'member');
    for (const ending of ['', '.data']) {
      const response = await fetch(`${app.url}${path}${ending}`, {
        method: 'POST',
        body: new URLSearchParams({ id: network.own.teamId }),
        headers: { Origin: 'https://elsewhere.example', Cookie: member.cookies() },
        redirect: 'manual',
      });
      expect(response.status).toBe(403);
    }
    const nobody = await visitor(app.url).post(path, { wanted: 'pinned' });
    expect([nobody.status, nobody.headers.get('Location')]).toEqual([302, '/sign-in?to=%2F']);
  });
});

describe('sizes', () => {
  it('a form of more than 2 MB is refused before it is read', async () => {
    const member = await signedInAs(app.url, network, 'member');
    const response = await member.post('/log', { note: 'x'.repeat(3 * 1024 * 1024) });
    expect(response.status).toBe(413);
  });
});

describe('passwords and sessions', () => {
  it('the same answer for a known address with a wrong password and for an unknown one', async () => {
    const known = await visitor(app.url).post('/sign-in', {
      email: network.people.coach.email,
      password: 'not this one at all',
    });
    const unknown = await visitor(app.url).post('/sign-in', {
      email: 'nobody@example.test',
      password: 'not this one at all',
    });
    expect([known.status, unknown.status]).toEqual([400, 400]);
    const plain = (html: string) =>
      html
        .replaceAll(/nonce-?[^"]*"[^"]*"|nonce="[^"]*"/g, '')
        .replaceAll(/value="[^"]*@[^"]*"/g, '')
        .replaceAll(/[a-z.]+@example\.test/g, '')
        .replaceAll(/\\"[A-Za-z0-9+/]{24}\\"/g, '');
    const [knownPage, unknownPage] = [await known.text(), await unknown.text()];
    expect(plain(knownPage)).toBe(plain(unknownPage));
    expect(knownPage).not.toContain('not this one at all');
  });

  it('a forgotten password: the same answer, one mail, a link that works once, and every session ends', async () => {
    const someone = network.people.colleague;
    const before = await signedInAs(app.url, network, 'colleague');
    const [known, unknown] = await Promise.all([
      visitor(app.url).post('/forgotten-password', { email: someone.email }),
      visitor(app.url).post('/forgotten-password', { email: 'nobody@example.test' }),
    ]);
    expect([known.status, unknown.status]).toEqual([200, 200]);
    const mails = app.mails();
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain(`To: ${someone.email}`);
    const path = /\/reset-password\/\S+/.exec(mails[0] ?? '')?.[0] ?? '';
    const chosen = { password: 'another quiet green field' };
    expect((await visitor(app.url).post(path, chosen)).headers.get('Location')).toBe('/sign-in?changed');
    expect((await before.get('/')).status).toBe(302);
    expect((await visitor(app.url).post(path, { password: 'a third quiet green field' })).status).toBe(400);
    expect((await visitor(app.url).post('/sign-in', { email: someone.email, ...chosen })).status).toBe(302);
    expect((await visitor(app.url).post('/sign-in', { email: someone.email, password })).status).toBe(400);
  });

  it('a newer link to a new password ends an older one, and so does a change of password', async () => {
    const { email } = network.people.facilitator;
    const here = await signedInAs(app.url, network, 'facilitator');
    const ask = async () => {
      const before = app.mails().length;
      await visitor(app.url).post('/forgotten-password', { email });
      expect(app.mails()).toHaveLength(before + 1);
      return /\/reset-password\/\S+/.exec(app.mails().at(-1) ?? '')?.[0] ?? '';
    };
    const [first, second] = [await ask(), await ask()];
    const chosen = { password: 'a third quiet green field' };
    expect((await visitor(app.url).post(first, chosen)).status).toBe(400);
    await here.post('/account', { currentPassword: password, newPassword: 'a fourth quiet green field' });
    expect((await visitor(app.url).post(second, chosen)).status).toBe(400);
  });

  it('changing the password ends the sessions elsewhere and keeps this one', async () => {
    const here = await signedInAs(app.url, network, 'otherCoach');
    const elsewhere = await signedInAs(app.url, network, 'otherCoach');
    const wrong = await here.post('/account', {
      currentPassword: 'not this one',
      newPassword: 'a new quiet green field',
    });
    expect(wrong.status).toBe(400);
    const right = await here.post('/account', {
      currentPassword: password,
      newPassword: 'a new quiet green field',
    });
    expect(right.headers.get('Location')).toBe('/account?changed');
    expect((await here.get('/')).status).toBe(200);
    expect((await elsewhere.get('/')).status).toBe(302);
  });

  it('signing out closes the door', async () => {
    const member = await signedInAs(app.url, network, 'member');
    expect((await member.get('/')).status).toBe(200);
    await member.post('/sign-out', {});
    expect((await member.get('/')).status).toBe(302);
  });

  it('coming back goes to a path of ours, never elsewhere', async () => {
    const member = network.people.member;
    for (const to of [
      '//elsewhere.example',
      'https://elsewhere.example',
      '/\\elsewhere.example',
      'javascript:alert(1)',
    ]) {
      const response = await visitor(app.url).post('/sign-in', { email: member.email, password, to });
      expect(response.headers.get('Location'), to).toBe('/');
    }
    const response = await visitor(app.url).post('/sign-in', {
      email: member.email,
      password,
      to: '/teams?page=2',
    });
    expect(response.headers.get('Location')).toBe('/teams?page=2');
  });
});

describe('rate limits', () => {
  it('guessing is slowed down, however the address of the page is spelt', async () => {
    const limited = await startApp({
      fill: async (database) => void (await makeSmallNetwork(database)),
    });
    const paths = ['/sign-in', '/sign-in.data', '/SIGN-IN', '/sign%2Din', '/sign-in//', '/sign-in/.data'];
    const guess = async (path: string) =>
      (await visitor(limited.url).post(path, { email: 'nobody@example.test', password: '' })).status;
    try {
      const statuses: number[] = [];
      for (let turn = 0; turn < 10; turn += 1) for (const path of paths) statuses.push(await guess(path));
      expect(statuses).toHaveLength(60);
      expect(statuses).not.toContain(429);
      for (const path of paths) expect(await guess(path), path).toBe(429);
    } finally {
      await limited.remove();
    }
  });

  it('ten wrong passwords for one address make it wait, wherever they come from, and no other', async () => {
    const email = network.people.sponsor.email;
    for (let turn = 0; turn < 10; turn += 1)
      await visitor(app.url).post('/sign-in', { email, password: 'not this one' });
    const right = await visitor(app.url).post('/sign-in', { email, password });
    expect(right.status).toBe(400);
    expect(await right.text()).toContain('too many tries for this address');
    expect(
      (await visitor(app.url).post('/sign-in', { email: network.people.otherSponsor.email, password }))
        .status,
    ).toBe(302);
  });

  it('a school that signs in behind one address is not slowed down', async () => {
    for (let turn = 0; turn < 40; turn += 1)
      expect(
        (await visitor(app.url).post('/sign-in', { email: network.people.member.email, password })).status,
      ).toBe(302);
  });
});

describe('behind a proxy', () => {
  it('the public address counts where the proxy is trusted', async () => {
    const behind = await startApp({
      fill: async (database) => void (network = await makeSmallNetwork(database)),
      env: { BOLDLINE_PROXY_HOPS: '1', BOLDLINE_URL: 'https://boldline.example' },
    });
    try {
      const body = new URLSearchParams({ email: network.people.member.email, password });
      const headers = {
        Origin: 'https://boldline.example',
        'X-Forwarded-Host': 'boldline.example',
        'X-Forwarded-Proto': 'https',
        'X-Forwarded-For': '203.0.113.9',
      };
      const response = await fetch(`${behind.url}/sign-in`, {
        method: 'POST',
        body,
        headers,
        redirect: 'manual',
      });
      expect(response.status).toBe(302);
      expect(response.headers.getSetCookie().join()).toMatch(
        /__Secure-boldline\.session_token=.*HttpOnly; Secure|Secure.*HttpOnly/i,
      );
      expect(response.headers.get('Strict-Transport-Security')).toContain('max-age');
    } finally {
      await behind.remove();
    }
  });
});

describe('what is not one of our forms', () => {
  it.each([
    ['/sign-in', 'email[99999999]=x&password=y'],
    ['/join/nothing', 'name[1000000]=x'],
    ['/sign-in', Array(200).fill('email=1').join('&')],
    ['/sign-in', '__intent__=%7B'],
    ['/sign-in', '__proto__.x=1'],
  ])('%s with %s is refused at once', async (path, body) => {
    const begun = performance.now();
    const headers = { Origin: app.url, 'Content-Type': 'application/x-www-form-urlencoded' };
    const response = await fetch(app.url + path, { method: 'POST', body, headers });
    expect(response.status).toBe(400);
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  it.each(['application/json', 'text/plain', 'multipart/form-data'])('%s gets 400', async (type) => {
    const response = await fetch(`${app.url}/sign-in`, {
      method: 'POST',
      body: '{',
      headers: { Origin: app.url, 'Content-Type': type },
    });
    expect(response.status).toBe(400);
  });

  it.each(['PUT', 'PATCH', 'DELETE'])('%s is not done here', async (method) => {
    const response = await fetch(`${app.url}/sign-in`, { method, body: 'x=1', headers: { Origin: app.url } });
    expect(response.status).toBe(405);
  });
});

describe('an empty installation', () => {
  it('shows set-up, takes the one-time code from the log, and makes the network and its administrator once', async () => {
    const empty = await startApp();
    try {
      const first = visitor(empty.url);
      expect((await first.get('/')).headers.get('Location')).toBe('/set-up');
      expect((await first.get('/sign-in')).headers.get('Location')).toBe('/set-up');
      const fields = {
        network: 'Our network',
        timeZone: 'America/Chicago',
        name: 'Ada',
        email: 'ada@example.test',
        password,
      };
      expect((await first.post('/set-up', { ...fields, code: 'AAA-AAA-AAA-AAA' })).status).toBe(400);
      const code = /give this code once: ([A-Z0-9-]+)/.exec(empty.log())?.[1] ?? '';
      expect((await first.post('/set-up', { ...fields, code })).headers.get('Location')).toBe('/invitations');
      expect((await first.get('/invitations')).status).toBe(200);
      expect((await visitor(empty.url).get('/set-up')).status).toBe(404);
      expect(
        (await visitor(empty.url).post('/set-up', { ...fields, code, email: 'eve@example.test' })).status,
      ).toBe(404);

      const invitation = {
        id: '0192f0c1-0000-7000-8000-000000000001',
        email: 'bo@example.test',
        name: 'Bo',
        role: 'teacher',
        teamRole: 'lead',
        newLea: 'LEA',
        newSchool: 'School',
        newTeam: 'Team',
      };
      expect((await first.post('/invitations', invitation)).status).toBe(302);
      expect((await first.post('/invitations', invitation)).status).toBe(302);
      expect(empty.mails()).toHaveLength(1);
      const link = /\/join\/\S+/.exec(empty.mails()[0] ?? '')?.[0] ?? '';
      const bo = visitor(empty.url);
      expect((await bo.get(link)).status).toBe(200);
      expect((await bo.post(link, { name: 'Bo', password: 'short' })).status).toBe(400);
      expect(
        (await bo.post(link, { name: 'Bo', password: 'a house by the blue sea' })).headers.get('Location'),
      ).toBe('/');
      expect(await (await bo.get('/')).text()).toContain('Your first ten minutes');
      const look = empty.look();
      const events = await look.reader.select({ kind: activityEvent.kind }).from(activityEvent);
      look.close();
      expect(events).toEqual([{ kind: 'person_joined' }]);
      expect((await visitor(empty.url).get(link)).status).toBe(404);
    } finally {
      await empty.remove();
    }
  });
});
