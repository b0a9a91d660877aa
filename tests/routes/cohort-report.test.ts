import { asc, eq } from 'drizzle-orm';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { reportParts } from '#db/vocabulary';
import type { Connection, Database } from '~/platform/database.server';
import { addDays } from '~/lib/school-day';
import { addHeldMeeting } from '../factories/held-meetings';
import { makeSmallNetwork, roles, timeZone } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { addPost } from '../factories/small-posts';
import { addSynthesis } from '../factories/small-syntheses';
import { everythingIn } from '../support/everything-in';
import { attributeOf } from '../support/html-attributes';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInPeople } from '../support/signed-in';
import { pageOf } from '../support/visitor';

let app: RunningApp;
let network: SmallNetwork;
let records: Database;
const posts: Record<string, string> = {};
const as = signedInPeople(() => ({ url: app.url, network }));
const hidden = { signature: 'school_hidden', signedAs: 'A team · school hidden' } as const;

type Pooled = { school: string; numerator: number; denominator: number };

/** A team of a school of its own in the first cohort that counts its shared measure each month. */
async function addPooledTeam(tx: Connection, { school, numerator, denominator }: Pooled): Promise<string> {
  const { own, people: who, groups, today } = network;
  const place = await tx.select().from(schema.school).orderBy(asc(schema.school.name));
  const known = place.find(({ name }) => name === school);
  const schoolId = known?.id ?? uuidv7();
  if (!known)
    await tx.insert(schema.school).values({ id: schoolId, leaId: place[0]?.leaId ?? '', name: school });
  const [teamId, measureId] = [uuidv7(), uuidv7()];
  await tx.insert(schema.team).values({ id: teamId, schoolId, name: `Team ${teamId}`, createdAt: 1 });
  await tx.insert(schema.cohortTeam).values({ id: uuidv7(), cohortId: own.cohortId, teamId });
  const shared = await tx
    .select()
    .from(schema.sharedMeasure)
    .where(eq(schema.sharedMeasure.id, own.sharedMeasureId));
  const { name = '', level = 'balancing', kind = 'proportion', direction = 'increase' } = shared[0] ?? {};
  await tx.insert(schema.measure).values({
    ...{ id: measureId, teamId, sharedMeasureId: own.sharedMeasureId, name, level, kind, direction },
    ...{ unit: '%', frequency: 'monthly', createdBy: who.member.id, createdAt: 1 },
  });
  const groupId = groups.swd ?? '';
  await tx.insert(schema.measureVersion).values({
    ...{ id: uuidv7(), measureId, number: 1, definition: 'In the room.', createdBy: who.member.id },
    createdAt: 1,
  });
  await tx.insert(schema.measureGroup).values({ id: uuidv7(), measureId, groupId, position: 0 });
  for (const days of [45, 80])
    await tx.insert(schema.dataPoint).values({
      ...{ id: uuidv7(), measureId, groupId, kind: 'proportion', date: addDays(today, -days) },
      ...{ numerator, denominator, recordedBy: who.member.id, recordedAt: 1 },
    });
  return teamId;
}

async function fill(database: Database): Promise<void> {
  network = await makeSmallNetwork(database);
  const { own, otherLea, people: who } = network;
  const by = who.facilitator.id;
  await database.inTransaction(async (tx) => {
    const ideaId = uuidv7();
    await tx.insert(schema.changeIdea).values({
      ...{ id: ideaId, name: 'Sentence frames', nameKey: 'sentence frames', changedBy: by },
      ...{ createdAt: 1, changedAt: 1 },
    });
    const origin = { teamId: own.teamId, authorId: who.member.id };
    const far = { teamId: otherLea.teamId, authorId: who.otherLeaMember.id };
    const first = { ...origin, cycleId: own.cycles.complete };
    posts.win = await addPost(tx, first, { title: 'A win by name', ideaId });
    posts.loss = await addPost(tx, origin, { title: 'A loss by name', kind: 'loss' });
    posts.hidden = await addPost(
      tx,
      { ...origin, cycleId: own.cycles.act },
      { title: 'Told by nobody', ...hidden, ideaId },
    );
    posts.cohort = await addPost(tx, origin, {
      ...{ title: 'For the cohort', audience: 'cohort', audienceId: own.cohortId },
    });
    posts.withdrawn = await addPost(tx, origin, { title: 'Taken back', standing: 'withdrawn' });
    posts.hiddenByFacilitator = await addPost(tx, origin, { title: 'Put away', standing: 'hidden' });
    posts.far = await addPost(tx, far, { title: 'Of the other cohort', signedAs: 'Far team, School two' });
    posts.puzzle = await addPost(tx, origin, { title: 'A puzzle', kind: 'puzzle' });
    await addSynthesis(tx, {
      ...{ cohortId: own.cohortId, by, title: 'What frames do', audience: 'network', isPublished: true },
    });
    await addSynthesis(tx, { cohortId: own.cohortId, by, title: 'Only for us', isPublished: true });
    await addHeldMeeting(tx, {
      ...{ cohortId: own.cohortId, by, timeZone, startsAt: Date.now() - 3_600_000 },
      came: [
        { personId: who.member.id, teamId: own.teamId },
        { personId: who.coach.id, teamId: null },
      ],
    });
    await tx.insert(schema.replication).values({
      ...{ cycleId: network.sameSchool.cycles.do, fromPostId: posts.win, startedBy: who.otherTeamMember.id },
      startedAt: Date.now(),
    });
  });
}

beforeAll(async () => {
  app = await startApp({ fill });
  records = app.look();
});
afterAll(async () => {
  records.close();
  await app.remove();
});

const everything = () => everythingIn(join(app.folder, 'boldline.db'));
/** What a conflict refuses stays as its writer’s draft. */
const everythingButDrafts = () => everythingIn(join(app.folder, 'boldline.db'), ['draft']);

const head = (fields: Record<string, string> = {}) => ({
  ...{ id: uuidv7(), title: 'This fall', from: addDays(network.today, -90), through: network.today },
  ...fields,
});

/** A report of the first cohort, begun through its form. Gives its id. */
async function begin(fields: Record<string, string> = {}): Promise<string> {
  const form = head(fields);
  const answer = await as('facilitator').post(`/cohorts/${network.own.cohortId}/reports`, form);
  expect(answer.headers.get('Location')).toBe(`/cohort-reports/${form.id}/edit`);
  return form.id;
}

const edit = (id: string, fields: Record<string, string> = {}): Record<string, string> => ({
  ...head({ id }),
  version: '1',
  ...Object.fromEntries(reportParts.map((part) => [`parts.${part}.figures`, 'on'])),
  ...fields,
});

const withPosts = (...ids: string[]) =>
  Object.fromEntries(
    ids.flatMap((id, index) => [
      [`posts[${index}].id`, id],
      [`posts[${index}].place`, String(index + 1)],
    ]),
  );

const save = (id: string, fields: Record<string, string> = {}, role: Role = 'facilitator') =>
  as(role).post(`/cohort-reports/${id}/edit`, edit(id, fields));
const page = async (id: string, role: Role = 'facilitator') =>
  pageOf(await as(role).get(`/cohort-reports/${id}`));
const csv = async (id: string) => (await as('facilitator').get(`/cohort-reports/${id}/data.csv`)).text();

describe('a report', () => {
  it('is begun once, however often it is handed in, and has words and figures at once', async () => {
    const form = head();
    const path = `/cohorts/${network.own.cohortId}/reports`;
    const answers = await Promise.all([1, 2, 3].map(() => as('facilitator').post(path, form)));
    expect(answers.map(({ status }) => status)).toEqual([302, 302, 302]);
    const html = await page(form.id);
    expect(html).toContain('Cohort one brings together two teams of one school.');
    expect(html).toContain('The cohort met once; two people came, from 1 of 2 teams.');
    expect(html).toContain('>12</td>');
    expect(html).toContain('What frames do');
    expect(html).not.toContain('Only for us');
    expect(await pageOf(await as('facilitator').get(path))).toContain('This fall');
    const elsewhere = `/cohorts/${network.otherLea.cohortId}/reports`;
    expect((await as('otherFacilitator').post(elsewhere, form)).status).toBe(404);
  });

  it('is there for the facilitators of its cohort only, in reading and in writing', async () => {
    const id = await begin();
    const before = everything();
    const list = `/cohorts/${network.own.cohortId}/reports`;
    const paths = [list, ...['', '/edit', '/data.csv'].map((end) => `/cohort-reports/${id}${end}`)];
    for (const role of roles) {
      const expected = role === 'facilitator' ? 200 : 404;
      for (const path of paths) {
        const response = await as(role).get(path);
        expect(response.status, `${role} ${path}`).toBe(expected);
        if (expected === 404) expect(await response.text()).not.toContain('This fall');
      }
      if (role === 'facilitator') continue;
      expect((await as(role).get(`/cohort-reports/${id}.data`)).status, role).toBe(404);
      expect((await save(id, {}, role)).status, role).toBe(404);
      expect((await as(role).post(list, head())).status, role).toBe(404);
    }
    expect(everything()).toBe(before);
  });

  it('keeps what was typed and says what is missing', async () => {
    const before = everything();
    const path = `/cohorts/${network.own.cohortId}/reports`;
    const wrong = head({ title: 'x'.repeat(201), through: addDays(network.today, -91) });
    const answer = await as('facilitator').post(path, wrong);
    expect(answer.status).toBe(400);
    const html = await pageOf(answer);
    expect(html).toContain('Please keep this under 200 characters.');
    expect(html).toContain('The last day comes before the first.');
    expect(html).toContain(wrong.from);
    for (const day of ['2026-02-30', 'soon', ''])
      expect((await as('facilitator').post(path, head({ through: day }))).status).toBe(400);
    expect((await as('facilitator').post(path, head({ from: '2020-01-01' }))).status).toBe(400);
    expect(everything()).toBe(before);
  });

  it('is called by its months when nobody gave it a title', async () => {
    const id = await begin({ title: ' ', from: '2026-09-03', through: '2026-11-22' });
    expect(await page(id)).toContain('September to November 2026');
    const named = { version: '1', title: 'Fall', from: '2026-09-03', through: '2026-11-22' };
    expect((await save(id, named)).status).toBe(302);
    expect((await save(id, { ...named, version: '2', title: '', through: '2026-10-31' })).status).toBe(302);
    expect(await page(id)).toContain('September to October 2026');
  });

  it('keeps the words, and lets the drafted ones follow the figures', async () => {
    const id = await begin();
    const drafted = 'Cohort one brings together nobody.';
    const words = 'We began **late** and kept on. <script>alert(1)</script> مرحبا';
    const answer = await save(id, {
      ...{ 'parts.participation.words': drafted, 'parts.participation.drafted': drafted },
      ...{ 'parts.tried.words': words, 'parts.learned.words': '' },
    });
    expect(answer.headers.get('Location')).toBe(`/cohort-reports/${id}`);
    const html = await page(id);
    expect(html).not.toContain('nobody.');
    expect(html).toContain('Cohort one brings together two teams');
    expect(html).toContain('<strong>late</strong> and kept on.');
    expect(html).toContain('مرحبا');
    expect(html).not.toContain('<script>alert');
    const rows = await records.reader
      .select()
      .from(schema.cohortReportPart)
      .where(eq(schema.cohortReportPart.reportId, id));
    expect(rows.filter((row) => row.words !== '').map(({ part }) => part)).toEqual(['tried']);
    const long = await save(id, { version: '2', 'parts.tried.words': 'x'.repeat(100_000) });
    expect(long.status).toBe(400);
    expect(await pageOf(long)).toContain('Please keep this under 5000 characters.');
  });

  it('asks once about words that may name a student', async () => {
    const id = await begin();
    const fields = { 'parts.learned.words': 'Jayden Miller read a whole page aloud.' };
    const asked = await save(id, fields);
    expect(asked.status).toBe(400);
    const html = await pageOf(asked);
    expect(html).toContain('I have looked: no student can be recognised by these words.');
    expect(html).toContain('Jayden Miller read a whole page aloud.');
    const print = /name="looked"[^>]*value="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(print).not.toBe('');
    expect((await save(id, { ...fields, looked: 'something else' })).status).toBe(400);
    expect((await save(id, { ...fields, looked: print })).status).toBe(302);
    expect(await page(id)).toContain('Jayden Miller');
  });

  it('shows both versions to the second of two who changed it, and lets them choose', async () => {
    const id = await begin();
    expect((await save(id, { 'parts.tried.words': 'The first words.' })).status).toBe(302);
    const second = { title: 'Another title', 'parts.tried.words': 'The second words.' };
    const before = everythingButDrafts();
    const answer = await save(id, second);
    expect(answer.status).toBe(409);
    const html = await pageOf(answer);
    expect(html).toContain('Facilitator Person changed this while you were writing');
    for (const words of ['The first words.', 'The second words.', 'Another title'])
      expect(html).toContain(words);
    expect(everythingButDrafts()).toBe(before);
    expect((await save(id, { ...second, overwrite: '2' })).status).toBe(302);
    expect(await page(id)).toContain('The second words.');
  });
});

const isTicked = (html: string, name: string) =>
  [...html.matchAll(/<input[^>]*>/g)].some(
    ([tag]) => attributeOf(tag, 'name') === name && tag.includes(' checked'),
  );

const leftOut = (...parts: string[]) =>
  Object.fromEntries(parts.map((part) => [`parts.${part}.leftOut`, 'on']));

describe('a part that is left out', () => {
  it('is not on the page, in its data or in the file, and comes back as it was written', async () => {
    const id = await begin();
    const words = 'What we tried in this fall.';
    const fields = {
      ...{ 'parts.tried.words': words, 'parts.participation.words': 'Many took part.' },
      ...withPosts(posts.win ?? ''),
    };
    const gone = leftOut('tried', 'wins_and_losses', 'participation');
    expect((await save(id, { ...fields, ...gone })).status).toBe(302);
    const html = await page(id);
    expect(html).toContain('Left out of this report: Who took part, What was tried, Wins and losses.');
    const file = await csv(id);
    const data = await (await as('facilitator').get(`/cohort-reports/${id}.data`)).text();
    for (const text of [html, file, data])
      for (const telling of [words, 'Many took part.', 'A win by name', 'Cycles open'])
        expect(text).not.toContain(telling);
    for (const part of ['Who took part', 'What was tried', 'Wins and losses']) {
      expect(html).not.toContain(`${part}</h2>`);
      expect(file).not.toContain(part);
    }
    expect(html).toContain('What was learned</h2>');
    const form = await pageOf(await as('facilitator').get(`/cohort-reports/${id}/edit`));
    expect(form).toContain(words);
    expect(isTicked(form, 'parts.tried.leftOut')).toBe(true);
    expect(isTicked(form, 'parts.learned.leftOut')).toBe(false);
    expect(isTicked(form, 'parts.tried.figures')).toBe(true);
    expect((await save(id, { ...fields, version: '2' })).status).toBe(302);
    const whole = await page(id);
    for (const words of ['What we tried in this fall.', 'Many took part.', 'A win by name'])
      expect(whole).toContain(words);
    expect(whole).not.toContain('Left out of this report');
    expect(await csv(id)).toContain('What was tried,Cycles open');
  });

  it('is asked about its words when it is taken in again, not before', async () => {
    const id = await begin();
    const fields = { 'parts.learned.words': 'Jayden Miller read a whole page aloud.' };
    expect((await save(id, { ...fields, ...leftOut('learned') })).status).toBe(302);
    expect(await page(id)).not.toContain('Jayden Miller');
    const asked = await save(id, { ...fields, version: '2' });
    expect(asked.status).toBe(400);
    expect(await pageOf(asked)).toContain('I have looked: no student can be recognised');
    expect(await page(id)).not.toContain('Jayden Miller');
  });

  it('says nothing of posts that fell out of it', async () => {
    const id = await begin();
    expect((await save(id, { ...withPosts(posts.loss ?? ''), ...leftOut('wins_and_losses') })).status).toBe(
      302,
    );
    expect(await page(id)).not.toContain('chosen post');
  });

  it('leaves one part at least, and what is no tick changes nothing', async () => {
    const id = await begin();
    const before = everything();
    const all = await save(id, { 'parts.tried.words': 'Kept as typed.', ...leftOut(...reportParts) });
    expect(all.status).toBe(400);
    const html = await pageOf(all);
    expect(html).toContain('A report has one part at least.');
    expect(html).toContain('Kept as typed.');
    expect(isTicked(html, 'parts.ideas.leftOut')).toBe(true);
    const path = `/cohort-reports/${id}/edit`;
    const odd: Record<string, string | string[]>[] = [
      { 'parts.tried.leftOut': ['on', 'off'] },
      { 'parts.tried.leftOut.deep': 'on' },
      { 'parts.tried.leftOut[0]': 'on' },
    ];
    for (const fields of odd)
      expect(
        (await as('facilitator').post(path, { ...edit(id), ...fields })).status,
        Object.keys(fields)[0],
      ).toBe(400);
    expect(everything()).toBe(before);
    const unknown = await save(id, { 'parts.no_part.leftOut': 'on' });
    expect(unknown.status).toBe(302);
    expect(await page(id)).not.toContain('Left out of this report');
  });

  it('is named where two facilitators left out different things', async () => {
    const id = await begin();
    expect((await save(id, leftOut('tried'))).status).toBe(302);
    const answer = await save(id, leftOut('learned'));
    expect(answer.status).toBe(409);
    const html = await pageOf(answer);
    expect(html).toContain('In the report: what was tried');
    expect(html).toContain('In the report: what was learned');
    expect(html).not.toContain('In the report: ideas on the move');
    expect((await save(id, { ...leftOut('learned'), overwrite: '2' })).status).toBe(302);
    expect(await page(id)).toContain('Left out of this report: What was learned.');
  });

  it('is kept in a draft', async () => {
    const id = await begin();
    const fields = new URLSearchParams({ ...edit(id), ...leftOut('ideas') }).toString();
    const draft = { form: `cohort-report/${id}`, fields };
    expect((await as('facilitator').post(`/drafts/${uuidv7()}`, draft)).status).toBe(200);
    const path = `/cohort-reports/${id}/edit`;
    const kept = await pageOf(await as('facilitator').get(path));
    expect(kept).toContain('Discard my changes');
    expect(isTicked(kept, 'parts.ideas.leftOut')).toBe(true);
    expect(isTicked(kept, 'parts.tried.leftOut')).toBe(false);
    expect(await page(id)).not.toContain('Left out of this report');
    expect((await save(id)).status).toBe(302);
    expect(isTicked(await pageOf(await as('facilitator').get(path)), 'parts.ideas.leftOut')).toBe(false);
  });
});

describe('the posts it tells of', () => {
  it('are wins and losses for the whole network, as signed, in the chosen order', async () => {
    const id = await begin();
    const form = await pageOf(await as('facilitator').get(`/cohort-reports/${id}/edit`));
    for (const title of ['A win by name', 'A loss by name', 'Told by nobody']) expect(form).toContain(title);
    for (const title of ['For the cohort', 'Taken back', 'Put away', 'Of the other cohort', 'A puzzle'])
      expect(form).not.toContain(title);
    const chosen = withPosts(posts.loss ?? '', posts.hidden ?? '', posts.win ?? '');
    expect((await save(id, chosen)).status).toBe(302);
    const html = await page(id);
    const places = ['A loss by name', 'Told by nobody', 'A win by name'].map((title) => html.indexOf(title));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places[0]).toBeGreaterThan(0);
    expect(html).toContain('A team · school hidden');
    expect(html).toContain('One more story stayed within the cohort.');
    expect(html).not.toContain('For the cohort');
  });

  it('are no others, whatever a form says', async () => {
    const id = await begin();
    const before = everything();
    const foreign = ['cohort', 'withdrawn', 'hiddenByFacilitator', 'far', 'puzzle'].map(
      (key) => posts[key] ?? '',
    );
    for (const postId of [...foreign, uuidv7(), 'x'])
      expect((await save(id, withPosts(posts.win ?? '', postId))).status, postId).toBe(404);
    expect(everything()).toBe(before);
  });

  it('fall out of it when they are withdrawn, without holding up the next save', async () => {
    const id = await begin();
    expect((await save(id, withPosts(posts.loss ?? '', posts.win ?? ''))).status).toBe(302);
    const standing = (to: 'shared' | 'withdrawn') =>
      records.inTransaction((tx) =>
        tx
          .update(schema.post)
          .set({ standing: to })
          .where(eq(schema.post.id, posts.loss ?? '')),
      );
    await standing('withdrawn');
    const html = await page(id);
    expect(html).not.toContain('A loss by name');
    expect(html).toContain('1 chosen post is no longer shared');
    expect(await csv(id)).not.toContain('A loss by name');
    const again = { version: '2', ...withPosts(posts.loss ?? '', posts.win ?? '') };
    expect((await save(id, again)).status).toBe(302);
    await standing('shared');
    expect(await page(id)).not.toContain('A loss by name');
  });

  it('never tell whose a hidden one is: the report reads the same whichever team is behind it', async () => {
    const id = await begin();
    await save(id, withPosts(posts.hidden ?? '', posts.win ?? ''));
    const seen = async () => {
      const [read, form] = await Promise.all([
        page(id),
        pageOf(await as('facilitator').get(`/cohort-reports/${id}/edit`)),
      ]);
      return [read, form, await csv(id)].map((text) =>
        text.replaceAll(/nonce(=|\\",\\"|":")[^>,]*/g, '').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id'),
      );
    };
    const before = await seen();
    const move = (teamId: string, cycleId: string) =>
      records.inTransaction((tx) =>
        tx
          .update(schema.postOrigin)
          .set({ teamId, cycleId })
          .where(eq(schema.postOrigin.postId, posts.hidden ?? '')),
      );
    for (const which of ['sameSchool', 'otherLea'] as const) {
      await move(network[which].teamId, network[which].cycles.act);
      expect(await seen(), which).toEqual(before);
    }
    await move(network.own.teamId, network.own.cycles.act);
  });
});

describe('its figures', () => {
  it('tell of ideas only what teams told under their names, and of moves only between schools', async () => {
    const id = await begin();
    const file = await csv(id);
    expect(file).toContain('What was tried,Sentence frames');
    expect(file).toContain('"1 team, 1 cycle"');
    expect(file).not.toContain('Ideas on the move');
    for (const words of ['Idea in', 'Objective in', 'Paragraphs of', 'Own team', 'Member Person'])
      expect(file).not.toContain(words);
    expect(file).toContain('Decisions,,');
    expect(file).toContain('too few to tell');
  });

  it('pool a shared measure over three schools, and leave a small team out of it', async () => {
    const id = await begin();
    expect(await page(id)).toContain('Pooled once three teams of three schools have a number');
    const enough = { numerator: 12, denominator: 24 };
    await records.inTransaction(async (tx) => {
      for (let team = 0; team < 3; team += 1) await addPooledTeam(tx, { school: 'Elm School', ...enough });
    });
    expect(await page(id), 'one school').toContain('Pooled once three teams of three schools');
    await records.inTransaction(async (tx) => {
      for (const school of ['Oak School', 'Fir School']) await addPooledTeam(tx, { school, ...enough });
    });
    const html = await page(id);
    expect(html).toContain('Run chart: On time for the first lesson');
    expect(html).toContain('Pooled over 5 teams.');
    const line = /On time for the first lesson,[^\r]*50%[^\r]*/.exec(await csv(id))?.[0];
    expect(line).toContain('pooled over 5 teams');
    const shown = (await csv(id)).split('\r\n').filter((row) => row.includes('On time for'));
    await records.inTransaction((tx) =>
      addPooledTeam(tx, { school: 'Ash School', numerator: 9, denominator: 9 }),
    );
    expect((await csv(id)).split('\r\n').filter((row) => row.includes('On time for'))).toEqual(shown);
    const both = (await page(id)) + (await csv(id));
    for (const telling of ['of 24', 'of 9 ', 'denominator', 'numerator']) expect(both).not.toContain(telling);
  });

  it('stand in the file as on the page, and go with their part', async () => {
    const id = await begin({ title: '=SUM(A1)' });
    await save(id, { ...withPosts(posts.win ?? ''), title: '=SUM(A1)' });
    const html = await page(id);
    const rows = (await csv(id)).split('\r\n');
    expect(rows[0]).toBe('part,measure,group,period,value,note');
    const figures = rows.filter((row) => /^(Who took part|What was learned),/.test(row));
    expect(figures.length).toBeGreaterThan(8);
    for (const row of figures) {
      const [, measure = '', , , value = ''] = row.split(',');
      expect(html).toContain(measure);
      expect(html).toContain(value);
    }
    const without = edit(id, { version: '2', ...withPosts(posts.win ?? '') });
    delete without['parts.participation.figures'];
    delete without['parts.wins_and_losses.figures'];
    expect((await as('facilitator').post(`/cohort-reports/${id}/edit`, without)).status).toBe(302);
    expect(await csv(id)).not.toContain('Who took part');
    const plain = await page(id);
    expect(plain).not.toContain('Teams that logged numbers');
    expect(plain).not.toContain('A win by name');
    expect(plain).toContain('Cohort one brings together');
  });
});
