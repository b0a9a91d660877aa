import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import routes from '../../app/routes';
import { lastActiveWords, sponsorPath } from '~/features/cohorts/sponsor/participation-words';
import type { Database } from '~/platform/database.server';
import { addHeldMeeting } from '../factories/held-meetings';
import { makeSmallNetwork, timeZone } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { addPost } from '../factories/small-posts';
import { addReview } from '../factories/small-reviews';
import { addSynthesis } from '../factories/small-syntheses';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';
import { pageOf } from '../support/visitor';
import type { Visitor } from '../support/visitor';

let app: RunningApp;
let network: SmallNetwork;
let records: Database;
const ids: Record<string, string> = {};
const people = new Map<Role, Visitor>();
const as = (role: Role) => people.get(role) ?? expect.fail(`${role} is not signed in`);

/** One of everything that a route may be about, of a team of the sponsor's LEA. */
async function addEverything(database: Database): Promise<void> {
  const { own, people: who, groups } = network;
  const now = Date.now();
  const by = who.facilitator.id;
  const origin = { teamId: own.teamId, authorId: who.member.id };
  await database.inTransaction(async (tx) => {
    const { reviewId, commentId } = await addReview(tx, network, now);
    const { synthesisId } = await addSynthesis(tx, { cohortId: own.cohortId, by, title: 'A draft' });
    const came = [{ personId: who.member.id, teamId: own.teamId }];
    const held = { cohortId: own.cohortId, by, timeZone, came };
    const meetingId = await addHeldMeeting(tx, { ...held, startsAt: now - 3_600_000 });
    await addHeldMeeting(tx, { ...held, startsAt: now - 7_200_000, isCancelled: true });
    await addHeldMeeting(tx, { ...held, startsAt: now - 800 * 86_400_000 });
    const [ideaId, itemId, presentationId, commitmentId, contributionId, protocolId] = Array.from(
      { length: 6 },
      () => uuidv7(),
    ) as [string, string, string, string, string, string];
    await tx.insert(schema.changeIdea).values({
      ...{ id: ideaId, name: 'Exit tickets', nameKey: 'exit tickets', changedBy: by },
      ...{ createdAt: now, changedAt: now },
    });
    const stamps = { createdBy: by, createdAt: now, changedBy: by, changedAt: now };
    await tx.insert(schema.protocol).values({ id: protocolId, name: 'Ours', nameKey: 'ours', ...stamps });
    await tx
      .insert(schema.agendaItem)
      .values({ id: itemId, meetingId, position: 0, title: 'Opening', teamId: own.teamId });
    await tx.insert(schema.presentation).values({
      ...{ id: presentationId, meetingId, teamId: own.teamId, cycleId: own.cycles.study },
      ...{ askedBy: by, askedAt: now },
    });
    await tx.insert(schema.commitment).values({
      ...{ id: commitmentId, meetingId, teamId: own.teamId, what: 'Try it on Monday', byWhen: network.today },
      ...{ madeBy: by, madeAt: now, changedBy: by, changedAt: now },
    });
    await tx.insert(schema.contribution).values({
      ...{ id: contributionId, meetingId, itemId, kind: 'question', body: 'Who?' },
      ...{ authorId: who.member.id, writtenAt: now },
    });
    const reportId = uuidv7();
    await tx.insert(schema.cohortReport).values({
      ...{ id: reportId, cohortId: own.cohortId, title: 'A report', fromDay: network.today },
      ...{ throughDay: network.today, ...stamps },
    });
    const post = await addPost(tx, origin, { title: 'Told by name', groupId: groups.swd ?? null });
    const postCommentId = uuidv7();
    await tx.insert(schema.postComment).values({
      ...{ id: postCommentId, postId: post, authorId: who.member.id, body: 'Thanks.', commentedAt: now },
    });
    const hidden = { signature: 'school_hidden', signedAs: 'A team · school hidden' } as const;
    await addPost(tx, origin, { title: 'Told with the school hidden', ...hidden });
    await addPost(tx, origin, {
      ...{ title: 'Told with the team hidden', signature: 'team_hidden', signedAs: 'A team · School one' },
    });
    await addPost(tx, origin, { title: 'For the team alone', audience: 'team', audienceId: own.teamId });
    await addPost(tx, origin, { title: 'Taken back', standing: 'withdrawn' });
    await addPost(
      tx,
      { teamId: network.otherLea.teamId, authorId: who.otherLeaMember.id },
      { title: 'Told far away', signedAs: 'OtherLeaMember Person · Far team, School two' },
    );
    await addSynthesis(tx, {
      ...{ cohortId: own.cohortId, by, title: 'For everybody', audience: 'network', isPublished: true },
    });
    Object.assign(ids, {
      ...{ team: own.teamId, cohort: own.cohortId, sharedMeasure: own.sharedMeasureId },
      ...{ measure: own.proportionId, import: own.importId, dataPoint: own.pointId, draft: own.draftId },
      ...{ cycle: own.cycles.study, idea: ideaId, post, review: reviewId, synthesis: synthesisId },
      ...{ meeting: meetingId, item: itemId, presentation: presentationId, commitment: commitmentId },
      ...{ contribution: contributionId, protocol: protocolId, report: reportId },
      // Nothing that is the sponsor's own: these are somebody else's, or nobody's.
      ...{ token: 'nothing', secret: 'nothing', notification: uuidv7(), step: uuidv7() },
      ...{ comment: postCommentId, reviewComment: commentId },
    });
  });
}

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
      await addEverything(database);
    },
  });
  for (const role of ['sponsor', 'otherSponsor', 'member'] as const)
    people.set(role, await signedInAs(app.url, network, role));
  records = app.look();
});
afterAll(async () => {
  records.close();
  await app.remove();
});

type RouteEntry = { path?: string; children?: readonly RouteEntry[] };

/** Every path of routes.ts, parents with their children. */
function pathsOf(entries: readonly RouteEntry[], before = ''): string[] {
  return entries.flatMap(({ path, children = [] }) => {
    const here = path === undefined ? before : `${before}/${path}`;
    return [here === '' ? '/' : here, ...pathsOf(children, here)];
  });
}

function filled(path: string): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => {
    if (path.startsWith('/reviews/') && name === 'comment') return ids.reviewComment ?? '';
    const id = ids[name] ?? ids[name.replace(/Id$/, '')];
    return id ?? expect.fail(`A route is about :${name}; put a real one of the team's into this test`);
  });
}

/** What a sponsor opens; each other page of the product is not there for them. */
const open = [
  ...['/', '/account', '/account/calendar', '/account/mail', '/feed', '/ideas', '/ideas/:idea', '/inbox'],
  ...['/log', '/posts/:post', '/posts/:post/people', '/posts/:post/reports/new', '/syntheses'],
  // These two say that a team is needed for it.
  ...['/ideas/:idea/try', '/posts/:post/try'],
  // Open to everybody, signed in or not.
  ...['/forgotten-password', '/reset-password/:token'],
];

describe('a sponsor', () => {
  it('opens This week, the feed, what is shared with them, and their account, and nothing else', async () => {
    const all = [...new Set(pathsOf(routes))].filter((path) => path !== '/*' && !path.startsWith('/sign-'));
    expect(all.length).toBeGreaterThan(90);
    const answered: string[] = [];
    for (const path of all) {
      const response = await as('sponsor').get(filled(path));
      if (response.status < 300) answered.push(path);
      else expect([302, 403, 404, 405], `${path} ${response.status}`).toContain(response.status);
      if (response.status === 302) expect(await response.text(), path).toBe('');
      if (response.status === 403) expect(await response.text(), path).not.toContain('Own team');
    }
    expect(answered.toSorted()).toEqual(open.toSorted());
  });

  it('sees on This week which teams of their schools are at work, by weeks, and no other', async () => {
    const html = await pageOf(await as('sponsor').get('/'));
    for (const words of ['Own team', 'Next-door team', 'School one', '4 cycles', '6 begun, 1 completed'])
      expect(html).toContain(words);
    expect(html).toContain('Network meetings');
    expect(html).toContain(lastActiveWords(0));
    for (const words of ['Far team', 'School two', 'Idea in', 'Objective in', 'Paragraphs of'])
      expect(html).not.toContain(words);
    const far = await pageOf(await as('otherSponsor').get('/'));
    expect(far).toContain('Far team');
    expect(far).not.toContain('Own team</bdi>');
    expect(await pageOf(await as('member').get('/'))).not.toContain('The work in your schools');
  });

  it('has no day, instant or id of a team behind the page', async () => {
    const data = await (await as('sponsor').get('/_.data')).text();
    expect(data).toContain('weeksSince');
    for (const word of ['lastActivity', 'happenedAt', network.own.teamId, network.sameSchool.teamId])
      expect(data).not.toContain(word);
  });

  it('counts the meetings of this school year that took place, once for a team', async () => {
    const html = await pageOf(await as('sponsor').get('/'));
    const row = /Own team<\/bdi>.*?<\/tr>/s.exec(html)?.[0] ?? '';
    expect(row).toMatch(/Network meetings <\/span><span[^>]*>1</);
    const other = /Next-door team<\/bdi>.*?<\/tr>/s.exec(html)?.[0] ?? '';
    expect(other).toMatch(/Network meetings <\/span><span[^>]*>0</);
  });

  it('reads what their schools shared under the school’s name; a hidden school is not among it', async () => {
    const html = await pageOf(await as('sponsor').get('/'));
    const part = html.slice(html.indexOf('id="school-posts"'));
    for (const title of ['Told by name', 'Told with the team hidden']) expect(part).toContain(title);
    for (const title of ['Told with the school hidden', 'For the team alone', 'Taken back', 'Told far away'])
      expect(html).not.toContain(title);
    const feed = await pageOf(await as('sponsor').get('/feed'));
    expect(feed).toContain('Told with the school hidden');
    expect(feed).toContain('Told far away');
  });

  it('sees the same, whichever school is behind a hidden signature', async () => {
    const seen = async () =>
      (await (await as('sponsor').get('/_.data')).text())
        .replaceAll(/[0-9a-f-]{36}/g, 'id')
        .replaceAll(/"nonce","[^"]+"/g, 'nonce');
    const before = await seen();
    const hidden = eq(schema.post.title, 'Told with the school hidden');
    const row = (await records.reader.select({ id: schema.post.id }).from(schema.post).where(hidden))[0];
    const move = (teamId: string) =>
      records.inTransaction((tx) =>
        tx
          .update(schema.postOrigin)
          .set({ teamId })
          .where(eq(schema.postOrigin.postId, row?.id ?? '')),
      );
    await move(network.otherLea.teamId);
    expect(await seen()).toBe(before);
    await move(network.own.teamId);
  });

  it('finds a team among many, and turns the pages', async () => {
    await records.inTransaction(async (tx) => {
      const place = await tx.select().from(schema.team).where(eq(schema.team.id, network.own.teamId));
      for (let number = 0; number < 60; number += 1)
        await tx.insert(schema.team).values({
          ...{ id: uuidv7(), schoolId: place[0]?.schoolId ?? '', createdAt: 1 },
          name: `Zebra team ${String(number).padStart(2, '0')}`,
        });
    });
    const first = await pageOf(await as('sponsor').get('/'));
    expect(first).toContain('Page 1 of 2');
    expect(first).not.toContain('Zebra team 59');
    const second = await pageOf(
      await as('sponsor').get(sponsorPath({ search: '', page: 2, postPage: 1 }, 'participation')),
    );
    expect(second).toContain('Zebra team 59');
    expect(second).toContain('nothing noted yet');
    const found = await pageOf(await as('sponsor').get('/?search=zebra+team+41'));
    expect(found).toContain('Zebra team 41');
    expect(found).not.toContain('Own team</bdi>');
    const zebra = eq(schema.team.name, 'Zebra team 41');
    const [team] = await records.reader.select({ id: schema.team.id }).from(schema.team).where(zebra);
    const share = async (signature: 'school_hidden' | 'by_name') => {
      const origin = { teamId: team?.id ?? '', authorId: network.people.member.id };
      await records.inTransaction((tx) => addPost(tx, origin, { title: 'Of a zebra team', signature }));
      return pageOf(await as('sponsor').get('/?search=zebra+team+41'));
    };
    // A hidden post of a team is no sign of its life; one under its name stands dated on the same page.
    expect(await share('school_hidden')).toContain('nothing noted yet');
    expect(await share('by_name')).not.toContain('nothing noted yet');
    const none = await pageOf(await as('sponsor').get('/?search=%25far'));
    expect(none).toContain('No school or team has “%far” in its name.');
  });
});
