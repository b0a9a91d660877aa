import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { makeDigests } from '~/features/notifications/mail/make-digests.server';
import { makeImmediateMails } from '~/features/notifications/mail/make-immediate-mails.server';
import { makeMeetingMails } from '~/features/notifications/mail/make-meeting-mails.server';
import { sendMails } from '~/features/notifications/mail/send-mails.server';
import { makeSmallNetwork, roles, timeZone } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { addToldMeetings, allowed, secrets } from '../factories/told-meetings';
import type { Secret, ToldMeetings } from '../factories/told-meetings';
import { startFakeMailServer } from '../support/fake-mail-server';
import type { FakeMailServer } from '../support/fake-mail-server';
import { mailParts, subjectOfMessage } from '../support/mail-parts';
import { postOffice } from '../support/post-office';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';
import { openTestDatabase } from '../support/test-database';
import type { TestDatabase } from '../support/test-database';
import { pageOf, visitor } from '../support/visitor';
import type { Visitor } from '../support/visitor';

const kinds = Object.keys(secrets) as Secret[];

/** Which words of which meetings and commitments stand in a text, though its reader may not read them. */
function leaksIn(text: string, role: Role, isAllowed = allowed): string[] {
  return kinds
    .filter((kind) => !isAllowed[kind].includes(role))
    .flatMap((kind) => secrets[kind].filter((words) => text.includes(words)));
}

describe('pages, bell, lists, search and calendars', () => {
  let app: RunningApp;
  let network: SmallNetwork;
  let told: ToldMeetings;

  beforeAll(async () => {
    app = await startApp({
      fill: async (database) => {
        network = await makeSmallNetwork(database);
        told = await database.inTransaction((tx) => addToldMeetings(tx, network, Date.now()));
      },
    });
  });
  afterAll(() => app.remove());

  function channels(): string[] {
    const { own, sameSchool, otherLea } = network;
    const search = (words: string) => `/feed?q=${encodeURIComponent(words)}`;
    return [
      ...['/', '/inbox', '/inbox?show=unread', '/meetings', '/teams', '/coaching', '/account/mail'],
      ...[own, sameSchool].flatMap(({ teamId, cycles }) => [
        ...[`/teams/${teamId}`, `/teams/${teamId}/story`, `/coaching/${teamId}`],
        ...[`/cycles/${cycles.study}`, `/cycles/${cycles.study}/review`],
      ]),
      ...[own.cohortId, otherLea.cohortId].flatMap((id) => [`/cohorts/${id}`, `/cohorts/${id}/reports`]),
      ...told.meetingIds.flatMap((id) =>
        ['', '/people', '/agenda', '/series', '/minutes', '/packet', '/commitments', '/invitation.ics'].map(
          (end) => `/meetings/${id}${end}`,
        ),
      ),
      ...told.commitmentIds.map((id) => `/commitments/${id}`),
      ...told.presentationIds.map((id) => `/presentations/${id}`),
      ...[search('Zephyr'), search('Cobalt promise'), search('Quartz coming day')],
    ];
  }

  /** A page with all its data, without what its own address says. */
  async function textAt(who: Visitor, path: string): Promise<string> {
    const answer = await who.get(path);
    return (await pageOf(answer)).replaceAll(decodeURIComponent(path.split('?q=')[1] ?? '\0'), '');
  }

  async function calendarOf(who: Visitor): Promise<string> {
    await who.post('/account/calendar', { seen: '0' });
    const page = await pageOf(await who.get('/account/calendar'));
    const address = /<code[^>]*>([^<]*\/calendar\/[^<]+)<\/code>/.exec(page)?.[1];
    if (address === undefined) return '';
    const text = await (await visitor(app.url).get(new URL(address).pathname)).text();
    return text.replaceAll(/\r\n[ \t]/g, '');
  }

  it.each(roles)('%s finds no words of what they may not read', async (role) => {
    const who = await signedInAs(app.url, network, role);
    const found = new Set<Secret>();
    const leaks: string[] = [];
    const look = (channel: string, text: string) => {
      leaks.push(...leaksIn(text, role).map((words) => `${channel}: ${words}`));
      for (const kind of kinds) if (secrets[kind].some((words) => text.includes(words))) found.add(kind);
    };
    for (const path of channels()) look(path, await textAt(who, path));
    look('calendar', await calendarOf(who));
    expect(leaks).toEqual([]);
    expect([...found].toSorted(), 'what they may read they find').toEqual(
      kinds.filter((kind) => allowed[kind].includes(role)).toSorted(),
    );
  });
});

describe('mails', () => {
  let file: TestDatabase;
  let network: SmallNetwork;
  let server: FakeMailServer;
  let now: number;

  beforeEach(async () => {
    file = openTestDatabase();
    network = await makeSmallNetwork(file.database);
    server = await startFakeMailServer();
    now = Date.now();
    await file.database.inTransaction(async (tx) => {
      await addToldMeetings(tx, network, now);
      // The hour of everybody's digest has just come.
      const clock = new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', hourCycle: 'h23' });
      const hour = Number(clock.format(now));
      const weekday = new Date(`${network.today}T00:00:00Z`).getUTCDay();
      await tx.insert(schema.mailPreference).values(
        roles.map((role) => ({
          ...{ id: uuidv7(), personId: network.people[role].id, rhythm: 'weekly' as const, hour, weekday },
          ...{ timeZone, immediate: true, changedAt: 0 },
        })),
      );
    });
  });
  afterEach(async () => {
    await server.die();
    file.remove();
  });

  async function makeAll(): Promise<number> {
    const at = { now };
    const immediate = await makeImmediateMails(file.database, at);
    return immediate + (await makeDigests(file.database, at)) + (await makeMeetingMails(file.database, at));
  }
  const send = () => sendMails(file.database, postOffice(server.url, { now: () => now }));
  const mailsTo = (role: Role) =>
    server.taken
      .filter(({ to }) => to === network.people[role].email)
      .map(({ text }) =>
        [
          subjectOfMessage(text),
          ...mailParts(text).map((part) => part.text.replaceAll(/\r?\n[ \t]/g, '')),
        ].join('\n'),
      )
      .join('\n');

  it('tell nobody of what they may not read', async () => {
    expect(await makeAll()).toBeGreaterThan(roles.length);
    await send();
    for (const role of roles) expect(leaksIn(mailsTo(role), role), role).toEqual([]);
    for (const words of [secrets.held[3], secrets.coming[0], secrets.askedIn[0], secrets.ownPromises[0]])
      expect(mailsTo('member')).toContain(words);
    for (const role of ['sponsor', 'administrator', 'otherLeaMember', 'otherCoach'] as const)
      expect(mailsTo(role), role).toBe('');
  });

  it('say nothing to who left between the event and the sending', async () => {
    await makeAll();
    await file.database.inTransaction(async (tx) => {
      const ended = { endedOn: network.today };
      const { member, coach } = network.people;
      await tx.update(schema.teamMembership).set(ended).where(eq(schema.teamMembership.personId, member.id));
      await tx.update(schema.coachAssignment).set(ended).where(eq(schema.coachAssignment.personId, coach.id));
      await tx.delete(schema.cohortTeam).where(eq(schema.cohortTeam.teamId, network.sameSchool.teamId));
    });
    await send();
    const nobody = Object.fromEntries(kinds.map((kind) => [kind, []])) as unknown as typeof allowed;
    for (const role of ['member', 'coach'] as const)
      expect(leaksIn(mailsTo(role), role, nobody), role).toEqual([]);
  });
});
