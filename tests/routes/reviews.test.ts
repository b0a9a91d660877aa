import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import type { Database } from '~/platform/database.server';
import { makeSmallNetwork } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { everythingIn } from '../support/everything-in';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';
import { pageOf } from '../support/visitor';
import type { Visitor } from '../support/visitor';

let app: RunningApp;
let network: SmallNetwork;
let file: Database;
let member: Visitor;
let colleague: Visitor;
let coach: Visitor;
let secondCoach: Visitor;

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
      await database.inTransaction(async (tx) => {
        // Somebody of another team coaches the own team too: two coaches at once.
        await tx.insert(schema.coachAssignment).values({
          ...{ id: uuidv7(), personId: network.people.otherTeamMember.id, teamId: network.own.teamId },
        });
      });
    },
  });
  file = app.look();
  member = await signedInAs(app.url, network, 'member');
  colleague = await signedInAs(app.url, network, 'colleague');
  coach = await signedInAs(app.url, network, 'coach');
  secondCoach = await signedInAs(app.url, network, 'otherTeamMember');
});
afterAll(async () => {
  file.close();
  await app.remove();
});

const openReviewOf = async (cycleId: string) => {
  const rows = await file.reader.select().from(schema.review).where(eq(schema.review.cycleId, cycleId));
  const review = rows.at(-1);
  if (!review) throw new Error('no review');
  return review;
};
const commentsOf = (reviewId: string) =>
  file.reader.select().from(schema.reviewComment).where(eq(schema.reviewComment.reviewId, reviewId));
const eventsOf = async (reviewId: string) =>
  (
    await file.reader.select().from(schema.activityEvent).where(eq(schema.activityEvent.reviewId, reviewId))
  ).map(({ kind }) => kind);

const ask = (who: Visitor, cycleId: string, fields: Record<string, string> = {}) =>
  who.post(`/cycles/${cycleId}/reviews`, { id: uuidv7(), how: 'request', asks: '', ...fields });

async function move(who: Visitor, cycleId: string, how: string, fields: Record<string, string> = {}) {
  const { id, version } = await openReviewOf(cycleId);
  return who.post(`/reviews/${id}/steps`, {
    ...{ id: uuidv7(), version: String(version), move: how, note: '', ...fields },
  });
}

async function comment(who: Visitor, cycleId: string, fields: Record<string, string>) {
  const { id } = await openReviewOf(cycleId);
  return who.post(`/reviews/${id}/comments`, { id: uuidv7(), kind: 'ask', about: 'stage:plan', ...fields });
}

const reviewPage = async (who: Visitor, cycleId: string, query = '') =>
  pageOf(await who.get(`/cycles/${cycleId}/review${query}`));

/** Ends whatever is open on a cycle, so that the next test begins anew. */
async function clear(cycleId: string) {
  await file.inTransaction(async (tx) => {
    await tx.update(schema.review).set({ stage: 'done' }).where(eq(schema.review.cycleId, cycleId));
  });
}

describe('a review goes from request to done between two people', () => {
  it('request, questions, edit and answer, again, done: each sees the other’s step on the next page', async () => {
    const { cycles, questions } = network.own;
    const cycleId = cycles.plan;
    const asked = await ask(member, cycleId, { asks: 'Is our question small enough?' });
    expect(asked.status).toBe(302);
    expect(asked.headers.get('Location')).toBe(`/cycles/${cycleId}/review`);
    expect(await reviewPage(member, cycleId)).toContain('You asked for a review.');

    const coachSees = await reviewPage(coach, cycleId);
    expect(coachSees).toContain('Is our question small enough?');
    expect(coachSees).toContain('Begin to read');
    expect((await move(coach, cycleId, 'take_up')).status).toBe(302);
    expect(await reviewPage(member, cycleId)).toContain('Coach Person is reading this cycle.');

    const about = `field:because/${questions.plan}`;
    const said = await comment(coach, cycleId, { about, body: 'What makes you think so?' });
    expect(said.status).toBe(302);
    await comment(coach, cycleId, { body: 'Lovely and small.', kind: 'celebrate' });
    const { id: reviewId } = await openReviewOf(cycleId);
    expect(await reviewPage(member, cycleId)).not.toContain('What makes you think so?');
    expect(await reviewPage(coach, cycleId)).toContain('The team has not read this yet');
    await coach.post(`/reviews/${reviewId}/checks`, { line: 'learning_written', mark: 'partly' });
    expect(await reviewPage(coach, cycleId)).toContain('You see it otherwise.');
    expect(await reviewPage(member, cycleId)).not.toContain('Seen otherwise');

    expect((await move(coach, cycleId, 'return', { note: 'Nearly there.' })).status).toBe(302);
    const teamSees = await reviewPage(member, cycleId);
    for (const words of ['1 question from Coach Person.', 'What makes you think so?', 'Nearly there.'])
      expect(teamSees).toContain(words);
    expect(teamSees).toContain('Seen otherwise');
    expect(await pageOf(await member.get('/'))).toContain('sent 1 question about');
    const planPage = await pageOf(await member.get(`/cycles/${cycleId}/plan`));
    expect(planPage).toContain('From your coach');
    expect(planPage).toContain('1 question waits for an answer.');
    expect(planPage).toContain('they have a frame');
    const editLink = /<a[^>]*href="([^"]*)"[^>]*>Change it in/.exec(planPage)?.[1] ?? '';
    const fieldId = decodeURIComponent(editLink.split('#')[1] ?? 'nowhere');
    expect(planPage).toContain(`id="${fieldId}"`);

    const [question] = (await commentsOf(reviewId)).filter(({ kind }) => kind === 'ask');
    const answered = await colleague.post(`/reviews/${reviewId}/comments/${question?.id}/answers`, {
      ...{ id: uuidv7(), body: 'We saw it last spring.', back: 'plan' },
    });
    expect(answered.headers.get('Location')).toBe(`/cycles/${cycleId}/plan#comment-${question?.id}`);
    expect(await reviewPage(coach, cycleId)).toContain('We saw it last spring.');
    await editBecause(cycleId, questions.plan, 'last spring nine of ten began by themselves');
    expect(await reviewPage(member, cycleId)).toContain('Everything Coach Person asked has an answer.');
    expect((await move(member, cycleId, 'send_back', { note: 'Better now?' })).status).toBe(302);

    const again = await reviewPage(coach, cycleId);
    for (const words of ['Better now?', 'changed since', 'Changed since', 'last spring nine of ten'])
      expect(again).toContain(words);
    expect((await move(coach, cycleId, 'take_up')).status).toBe(302);
    expect((await move(coach, cycleId, 'finish', { note: 'Go for it.' })).status).toBe(302);
    expect(await reviewPage(member, cycleId)).toContain('Coach Person finished reading.');
    expect(await reviewPage(coach, cycleId)).toContain('Your middle time from a request');
    expect(await reviewPage(member, cycleId)).not.toContain('Your middle time from a request');
    expect(await eventsOf(reviewId)).toEqual([
      ...['review_requested', 'review_begun', 'review_returned', 'review_answered'],
      ...['review_requested', 'review_begun', 'review_done'],
    ]);
    const steps = await file.reader
      .select()
      .from(schema.reviewStep)
      .where(eq(schema.reviewStep.reviewId, reviewId));
    expect(steps.map(({ toStage, texts }) => [toStage, texts !== null])).toEqual([
      ...[['requested', false] as const, ['in_progress', false] as const, ['returned', true] as const],
      ...[['requested', false] as const, ['in_progress', false] as const, ['done', true] as const],
    ]);
  });
});

async function editBecause(cycleId: string, questionId: string, because: string) {
  const rows = await file.reader.select().from(schema.cycle).where(eq(schema.cycle.id, cycleId));
  const response = await member.post(`/cycles/${cycleId}/plan`, {
    ...{
      id: cycleId,
      version: String(rows[0]?.version),
      changeIdea: 'Idea in plan of Own team',
      step: 'save',
    },
    ...{
      scale: 'small_group',
      plannedStart: rows[0]?.plannedStart ?? '',
      plannedEnd: rows[0]?.plannedEnd ?? '',
    },
    objective: rows[0]?.objective ?? '',
    'questions[0].id': questionId,
    'questions[0].question': 'Will it work in plan?',
    'questions[0].series': `${network.own.proportionId}/${network.groups.swd ?? ''}`,
    'questions[0].expects': 'at_least',
    'questions[0].expectedValue': '60',
    'questions[0].because': because,
    'questions[0].confidence': '3',
  });
  expect(response.status).toBe(302);
}

describe('who may what', () => {
  type Post = { path: string; fields: Record<string, string> };
  const everyPost = (reviewId: string, commentId: string, cycleId: string): Post[] => [
    { path: `/cycles/${cycleId}/reviews`, fields: { id: uuidv7(), how: 'request', asks: 'x' } },
    { path: `/cycles/${cycleId}/reviews`, fields: { id: uuidv7(), how: 'begin' } },
    ...['withdraw', 'send_back', 'take_up', 'return', 'finish'].map((one) => ({
      path: `/reviews/${reviewId}/steps`,
      fields: { id: uuidv7(), version: '3', move: one, note: 'x' },
    })),
    { path: `/reviews/${reviewId}/comments`, fields: { id: uuidv7(), about: 'stage:do', body: 'x' } },
    { path: `/reviews/${reviewId}/checks`, fields: { line: 'small_scale', mark: 'yes' } },
    { path: `/reviews/${reviewId}/comments/${commentId}/answers`, fields: { id: uuidv7(), body: 'x' } },
    { path: `/reviews/${reviewId}/comments/${commentId}/settlement`, fields: { settled: 'yes' } },
    { path: `/reviews/${reviewId}/comments/${commentId}/withdrawal`, fields: {} },
  ];

  async function returned(cycleId: string) {
    await clear(cycleId);
    await ask(member, cycleId, { asks: 'Only for our coach' });
    await move(coach, cycleId, 'take_up');
    await comment(coach, cycleId, { about: 'stage:do', body: 'Only for the team' });
    await move(coach, cycleId, 'return');
    const review = await openReviewOf(cycleId);
    const [first] = await commentsOf(review.id);
    return { review, commentId: first?.id ?? '' };
  }

  const outside: Role[] = [
    ...(['otherLeaMember', 'otherCoach', 'otherFacilitator', 'sponsor', 'otherSponsor'] as const),
    'administrator',
  ];
  it.each(outside)('%s finds nothing, in no page and by no form', async (role) => {
    const cycleId = network.own.cycles.do;
    const { review, commentId } = await returned(cycleId);
    const person = await signedInAs(app.url, network, role);
    for (const path of [`/cycles/${cycleId}/review`, `/cycles/${cycleId}/review.data`]) {
      const answer = await person.get(path);
      const text = await pageOf(answer);
      expect(answer.status, path).toBe(404);
      expect(text).not.toContain('Only for');
    }
    const before = everythingIn(`${app.folder}/boldline.db`);
    for (const { path, fields } of everyPost(review.id, commentId, cycleId)) {
      const answer = await person.post(path, fields);
      expect(answer.status, path).toBe(404);
    }
    expect(everythingIn(`${app.folder}/boldline.db`)).toBe(before);
  });

  it('a facilitator reads what was handed over and writes nothing', async () => {
    const cycleId = network.own.cycles.do;
    const { review, commentId } = await returned(cycleId);
    const facilitator = await signedInAs(app.url, network, 'facilitator');
    const page = await reviewPage(facilitator, cycleId);
    expect(page).toContain('Only for the team');
    expect(page).not.toContain(`action="/reviews/`);
    const before = everythingIn(`${app.folder}/boldline.db`);
    for (const { path, fields } of everyPost(review.id, commentId, cycleId))
      expect((await facilitator.post(path, fields)).status, path).toBe(403);
    expect(everythingIn(`${app.folder}/boldline.db`)).toBe(before);
  });

  it('the team does not review, and a coach does not ask', async () => {
    const cycleId = network.own.cycles.do;
    const { review, commentId } = await returned(cycleId);
    const version = String(review.version);
    const step = (who: Visitor, how: string) =>
      who.post(`/reviews/${review.id}/steps`, { id: uuidv7(), version, move: how, note: '' });
    for (const how of ['take_up', 'return', 'finish']) expect((await step(member, how)).status).toBe(403);
    for (const how of ['withdraw', 'send_back']) expect((await step(coach, how)).status).toBe(403);
    const at = `/reviews/${review.id}`;
    const tries = [
      member.post(`${at}/comments`, { id: uuidv7(), about: 'stage:do', body: 'x' }),
      member.post(`${at}/checks`, { line: 'small_scale', mark: 'yes' }),
      member.post(`${at}/comments/${commentId}/withdrawal`, {}),
      secondCoach.post(`${at}/comments/${commentId}/withdrawal`, {}),
      member.post(`/cycles/${cycleId}/reviews`, { id: uuidv7(), how: 'begin' }),
      coach.post(`/cycles/${cycleId}/reviews`, { id: uuidv7(), how: 'request' }),
    ];
    for (const answer of await Promise.all(tries)) expect(answer.status).toBe(403);
  });

  it('an assignment that ends today closes the door today', async () => {
    const cycleId = network.own.cycles.do;
    const { review } = await returned(cycleId);
    expect((await secondCoach.get(`/cycles/${cycleId}/review`)).status).toBe(200);
    const ending = (endedOn: string | null) =>
      file.inTransaction(async (tx) => {
        await tx
          .update(schema.coachAssignment)
          .set({ endedOn })
          .where(eq(schema.coachAssignment.personId, network.people.otherTeamMember.id));
      });
    await ending(network.today);
    expect((await secondCoach.get(`/cycles/${cycleId}/review`)).status).toBe(404);
    expect((await move(secondCoach, cycleId, 'take_up')).status).toBe(404);
    expect((await openReviewOf(cycleId)).stage).toBe(review.stage);
    await ending(null);
  });

  it('a team without a coach is asked nothing, and may not ask', async () => {
    const cycleId = network.sameSchool.cycles.plan;
    expect(await pageOf(await secondCoach.get(`/cycles/${cycleId}`))).not.toContain('Ask your coach');
    const refused = await ask(secondCoach, cycleId, { asks: 'Anybody?' });
    expect(refused.status).toBe(400);
    const page = await pageOf(refused);
    for (const words of ['Your team has no coach at the moment.', 'Anybody?']) expect(page).toContain(words);
  });
});

describe('what is sent twice, late or at once', () => {
  const cycleOf = () => network.own.cycles.study;

  it('the second of two equal forms changes nothing', async () => {
    const cycleId = cycleOf();
    const twice = async (who: Visitor, path: string, fields: Record<string, string>) => {
      expect((await who.post(path, fields)).status, path).toBe(302);
      const before = everythingIn(`${app.folder}/boldline.db`);
      expect((await who.post(path, fields)).status, path).toBe(302);
      expect(everythingIn(`${app.folder}/boldline.db`), path).toBe(before);
    };
    await twice(member, `/cycles/${cycleId}/reviews`, { id: uuidv7(), how: 'request', asks: 'Once' });
    const { id } = await openReviewOf(cycleId);
    const step = async (how: string) => ({
      ...{ id: uuidv7(), version: String((await openReviewOf(cycleId)).version), move: how, note: 'n' },
    });
    await twice(coach, `/reviews/${id}/steps`, await step('take_up'));
    const said = { id: uuidv7(), about: 'stage:plan', kind: 'suggest', body: 'Smaller?' };
    await twice(coach, `/reviews/${id}/comments`, said);
    await twice(coach, `/reviews/${id}/checks`, { line: 'over_time', mark: 'yes' });
    const unread = { id: uuidv7(), about: 'stage:plan', body: 'Only for a moment' };
    await twice(coach, `/reviews/${id}/comments`, unread);
    await twice(coach, `/reviews/${id}/comments/${unread.id}/withdrawal`, {});
    const later = { id: uuidv7(), about: 'stage:plan', body: 'Not so after all' };
    await twice(coach, `/reviews/${id}/comments`, later);
    await twice(coach, `/reviews/${id}/steps`, await step('return'));
    await twice(coach, `/reviews/${id}/comments/${later.id}/withdrawal`, {});
    const at = `/reviews/${id}/comments/${said.id}`;
    await twice(member, `${at}/answers`, { id: uuidv7(), body: 'Yes.' });
    await twice(member, `${at}/settlement`, { settled: 'yes' });
    await twice(member, `${at}/settlement`, { settled: 'no' });
    await twice(member, `/reviews/${id}/steps`, await step('send_back'));
    await twice(coach, `/reviews/${id}/steps`, await step('take_up'));
    await twice(coach, `/reviews/${id}/checks`, { line: 'over_time', mark: 'none' });
    await twice(coach, `/reviews/${id}/steps`, await step('finish'));
    const page = await reviewPage(member, cycleId);
    expect(page).toContain('took this back');
    expect(page).not.toContain('Not so after all');
  });

  it('what the team has answered or settled is not taken back', async () => {
    const cycleId = cycleOf();
    await clear(cycleId);
    await ask(member, cycleId);
    await move(coach, cycleId, 'take_up');
    await comment(coach, cycleId, { body: 'To answer' });
    await comment(coach, cycleId, { body: 'To settle' });
    const kept = await reviewPage(coach, cycleId);
    expect(kept).toContain('>Remove<');
    expect(kept).not.toContain('Take back<');
    await move(coach, cycleId, 'return');
    const { id } = await openReviewOf(cycleId);
    const [first, second] = (await commentsOf(id)).map((one) => `/reviews/${id}/comments/${one.id}`);
    expect((await reviewPage(coach, cycleId)).split('Yes, take it back').length).toBe(3);
    await member.post(`${first}/answers`, { id: uuidv7(), body: 'Here it is.' });
    await member.post(`${second}/settlement`, { settled: 'yes' });
    expect(await reviewPage(coach, cycleId)).not.toContain('Yes, take it back');
    for (const at of [first, second]) expect((await coach.post(`${at}/withdrawal`, {})).status).toBe(403);
    expect((await commentsOf(id)).map(({ withdrawnAt }) => withdrawnAt)).toEqual([null, null]);
  });

  it('other words from a form that was sent before are kept and asked about', async () => {
    const cycleId = cycleOf();
    await clear(cycleId);
    await coach.post(`/cycles/${cycleId}/reviews`, { id: uuidv7(), how: 'begin' });
    const id = uuidv7();
    expect((await comment(coach, cycleId, { id, body: 'First words' })).status).toBe(302);
    const second = await comment(coach, cycleId, { id, body: 'Second words' });
    expect(second.status).toBe(400);
    const page = await pageOf(second);
    expect(page).toContain('Second words');
    const newId = /name="id" value="([^"]+)"/.exec(page)?.[1] ?? id;
    expect(newId).not.toBe(id);
    expect((await comment(coach, cycleId, { id: newId, body: 'Second words' })).status).toBe(302);
    const { id: reviewId } = await openReviewOf(cycleId);
    expect((await commentsOf(reviewId)).map(({ body }) => body)).toEqual(['First words', 'Second words']);
  });

  it('a step from an old page says so, keeps what was typed and changes nothing', async () => {
    const cycleId = cycleOf();
    await clear(cycleId);
    await ask(member, cycleId);
    const { id, version } = await openReviewOf(cycleId);
    await move(coach, cycleId, 'take_up');
    const late = { id: uuidv7(), version: String(version), move: 'take_up', note: 'My long note' };
    const answer = await secondCoach.post(`/reviews/${id}/steps`, late);
    expect(answer.status).toBe(409);
    const page = await pageOf(answer);
    for (const words of ['moved on meanwhile', 'My long note']) expect(page).toContain(words);
    expect((await openReviewOf(cycleId)).coachId).toBe(network.people.coach.id);
    const takenBack = await move(member, cycleId, 'withdraw');
    expect(takenBack.status).toBe(409);
  });

  it('two coaches at once: one reads; the other may carry on, and the first keeps what was typed', async () => {
    const cycleId = cycleOf();
    await clear(cycleId);
    await ask(member, cycleId);
    const [one, other] = await Promise.all([
      move(coach, cycleId, 'take_up'),
      move(secondCoach, cycleId, 'take_up'),
    ]);
    expect([one.status, other.status].toSorted()).toEqual([302, 409]);
    const first = one.status === 302 ? coach : secondCoach;
    const second = one.status === 302 ? secondCoach : coach;
    const tooEarly = await comment(second, cycleId, { body: 'Me too' });
    expect(tooEarly.status).toBe(409);
    expect(await pageOf(tooEarly)).toContain('Me too');
    await comment(first, cycleId, { body: 'From the first' });
    expect(await reviewPage(second, cycleId)).toContain('Carry on from');
    expect((await move(second, cycleId, 'take_up')).status).toBe(302);
    expect(await reviewPage(second, cycleId)).toContain('From the first');
    const late = await comment(first, cycleId, { body: 'Typed before the handover' });
    expect(late.status).toBe(409);
    expect(await pageOf(late)).toContain('Typed before the handover');
  });

  it('two of the team ask at once: one review, and the other’s question is kept to copy', async () => {
    const cycleId = cycleOf();
    await clear(cycleId);
    const answers = await Promise.all([
      ask(member, cycleId, { asks: 'From one' }),
      ask(colleague, cycleId, { asks: 'From the other' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([302, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused && (await pageOf(refused))).toMatch(/From (one|the other)/);
    const both = await Promise.all([
      coach.post(`/cycles/${cycleId}/reviews`, { id: uuidv7(), how: 'begin' }),
      move(member, cycleId, 'withdraw'),
    ]);
    expect(both.map(({ status }) => status)).toContain(302);
  });
});

describe('words of every kind', () => {
  it.each([
    {
      name: 'markup',
      body: '<script>alert(1)</script><img src=x onerror=alert(2)>',
      shown: '&lt;script&gt;',
    },
    { name: 'emoji', body: '👩‍🏫🎉 well done', shown: '👩‍🏫🎉 well done' },
    { name: 'right to left', body: 'مرحبا بكم', shown: 'مرحبا بكم' },
    { name: 'quotes', body: `'; drop table review; --`, shown: '&#x27;; drop table review; --' },
  ])('$name is shown as it was typed', async ({ body, shown }) => {
    const cycleId = network.own.cycles.act;
    await clear(cycleId);
    await ask(member, cycleId, { asks: body });
    await move(coach, cycleId, 'take_up');
    expect((await comment(coach, cycleId, { body })).status).toBe(302);
    await move(coach, cycleId, 'return', { note: body });
    const page = await reviewPage(member, cycleId);
    expect(page.split(shown).length).toBeGreaterThan(3);
    expect(page).not.toContain('<script>alert');
  });

  it('too long is said with the words kept; empty is asked for', async () => {
    const cycleId = network.own.cycles.act;
    await clear(cycleId);
    const long = 'word '.repeat(20_000);
    const asked = await ask(member, cycleId, { asks: long });
    expect(asked.status).toBe(400);
    const page = await pageOf(asked);
    expect(page).toContain('under 2,000 characters; it has 99,999');
    expect(page).toContain('word word word');
    await coach.post(`/cycles/${cycleId}/reviews`, { id: uuidv7(), how: 'begin' });
    for (const body of [long, '   ']) {
      const answer = await comment(coach, cycleId, { body });
      expect(answer.status).toBe(400);
    }
    const nothing = await move(coach, cycleId, 'return');
    expect(nothing.status).toBe(400);
    expect(await pageOf(nothing)).toContain('Ask or suggest something first');
    const tooLong = await move(coach, cycleId, 'finish', { note: long });
    expect(tooLong.status).toBe(400);
    expect((await openReviewOf(cycleId)).stage).toBe('in_progress');
  });
});

describe('how much is said', () => {
  it('sixty comments and fifty answers, then a kind word', async () => {
    const cycleId = network.own.cycles.act;
    await clear(cycleId);
    await coach.post(`/cycles/${cycleId}/reviews`, { id: uuidv7(), how: 'begin' });
    const { id: reviewId } = await openReviewOf(cycleId);
    const ids = Array.from({ length: 60 }, () => uuidv7());
    await file.inTransaction(async (tx) => {
      const said = { kind: 'ask' as const, body: 'Why?', stage: 'plan' as const, reviewId };
      const by = { authorId: network.people.coach.id, writtenAt: Date.now() };
      await tx.insert(schema.reviewComment).values(ids.map((id) => ({ id, ...said, ...by })));
    });
    expect((await comment(coach, cycleId, { body: 'One more' })).status).toBe(400);
    await move(coach, cycleId, 'return');
    const [first = ''] = ids;
    await file.inTransaction(async (tx) => {
      const by = { authorId: network.people.member.id, answeredAt: Date.now() };
      const answers = Array.from({ length: 50 }, () => ({
        id: uuidv7(),
        commentId: first,
        body: 'So',
        ...by,
      }));
      await tx.insert(schema.reviewAnswer).values(answers);
    });
    const answer = await member.post(`/reviews/${reviewId}/comments/${first}/answers`, {
      ...{ id: uuidv7(), body: 'Typed at length' },
    });
    expect(answer.status).toBe(400);
    expect(await pageOf(answer)).toContain('Typed at length');
    expect(await reviewPage(member, cycleId)).toContain('59 questions from Coach Person.');
  });
});

describe('what a comment hangs on', () => {
  it('a point of a chart, by its day, and no other day', async () => {
    const cycleId = network.own.cycles.study;
    await clear(cycleId);
    await coach.post(`/cycles/${cycleId}/reviews`, { id: uuidv7(), how: 'begin' });
    const about = `point:${network.own.questions.study}`;
    const page = await reviewPage(coach, cycleId);
    const day = /<option value="(\d{4}-\d{2}-\d{2})"/.exec(page)?.[1] ?? '';
    expect((await comment(coach, cycleId, { about, pointOn: day, body: 'What happened here?' })).status).toBe(
      302,
    );
    for (const pointOn of ['1999-01-01', '', 'x'])
      expect((await comment(coach, cycleId, { about, pointOn, body: 'x' })).status).toBe(400);
    const { id } = await openReviewOf(cycleId);
    const [row] = await commentsOf(id);
    expect(row).toMatchObject({ pointOn: day, measureId: network.own.proportionId, stage: 'study' });
    expect(row?.saidThen).toMatch(/: 50%$/);
  });

  it('no part of another cycle, of another review, or of a stage ahead', async () => {
    const { own, otherLea } = network;
    const cycleId = own.cycles.plan;
    await clear(cycleId);
    await coach.post(`/cycles/${cycleId}/reviews`, { id: uuidv7(), how: 'begin' });
    const before = everythingIn(`${app.folder}/boldline.db`);
    for (const about of [
      ...[`field:because/${own.questions.do}`, `field:because/${otherLea.questions.plan}`],
      ...[`point:${otherLea.questions.plan}`, `point:${own.questions.do}`, 'field:because', 'stage:study'],
      ...['field:learned', 'stage:complete', 'x', 'field:__proto__', ':'],
    ])
      expect((await comment(coach, cycleId, { about, body: 'x' })).status, about).toBe(400);
    expect(everythingIn(`${app.folder}/boldline.db`)).toBe(before);
  });

  it('a comment, an answer or a step of another review is not found under this one', async () => {
    const { cycles } = network.own;
    await clear(cycles.plan);
    await clear(cycles.do);
    for (const cycleId of [cycles.plan, cycles.do]) {
      await ask(member, cycleId);
      await move(coach, cycleId, 'take_up');
      await comment(coach, cycleId, { body: 'Here' });
    }
    await move(coach, cycles.do, 'return');
    const [here, there] = [await openReviewOf(cycles.plan), await openReviewOf(cycles.do)];
    const [foreign] = await commentsOf(there.id);
    const [unread] = await commentsOf(here.id);
    const answerId = uuidv7();
    await member.post(`/reviews/${there.id}/comments/${foreign?.id}/answers`, { id: answerId, body: 'Mine' });
    const before = everythingIn(`${app.folder}/boldline.db`);
    const at = `/reviews/${here.id}`;
    const steps = await file.reader.select().from(schema.reviewStep);
    const stepId = steps.find(({ reviewId }) => reviewId === there.id)?.id ?? '';
    const tries = {
      'answer of a foreign comment': member.post(`${at}/comments/${foreign?.id}/answers`, {
        ...{ id: uuidv7(), body: 'x' },
      }),
      'answer of an unread comment': member.post(`${at}/comments/${unread?.id}/answers`, {
        ...{ id: uuidv7(), body: 'x' },
      }),
      'settlement of an unread comment': member.post(`${at}/comments/${unread?.id}/settlement`, {
        settled: 'yes',
      }),
      'foreign withdrawal': coach.post(`${at}/comments/${foreign?.id}/withdrawal`, {}),
      'somebody else’s answer id': colleague.post(`/reviews/${there.id}/comments/${foreign?.id}/answers`, {
        ...{ id: answerId, body: 'Mine' },
      }),
      'known comment id': coach.post(`${at}/comments`, {
        ...{ id: foreign?.id ?? '', about: 'stage:plan', body: 'Here' },
      }),
      'known step id': coach.post(`${at}/steps`, {
        ...{ id: stepId, version: String(here.version), move: 'finish', note: '' },
      }),
      'known review id': member.post(`/cycles/${cycles.study}/reviews`, { id: here.id, how: 'request' }),
      'no ids at all': member.post(`/cycles/${cycles.study}/reviews`, { id: 'x', how: 'request' }),
    };
    for (const [name, answer] of Object.entries(tries)) expect((await answer).status, name).toBe(404);
    expect(everythingIn(`${app.folder}/boldline.db`)).toBe(before);
    for (const query of [`?review=${there.id}`, '?review=x', '?review='])
      expect((await member.get(`/cycles/${cycles.plan}/review${query}`)).status, query).toBe(404);
  });

  it('an earlier review stays readable beside the newest', async () => {
    const cycleId = network.own.cycles.complete;
    await ask(member, cycleId, { asks: 'The first time' });
    const first = await openReviewOf(cycleId);
    await move(coach, cycleId, 'take_up');
    await comment(coach, cycleId, { about: 'field:why', kind: 'celebrate', body: 'Clear.' });
    await move(coach, cycleId, 'finish');
    await ask(member, cycleId, { asks: 'The second time' });
    const newest = await reviewPage(member, cycleId);
    expect(newest).toContain('Reviews of this cycle');
    expect(newest).toContain('The second time');
    expect(newest).not.toContain('Clear.');
    const earlier = await reviewPage(member, cycleId, `?review=${first.id}`);
    for (const words of ['The first time', 'Clear.', 'Coach Person finished reading.'])
      expect(earlier).toContain(words);
    expect((await move(member, cycleId, 'withdraw')).status).toBe(302);
    expect(await reviewPage(member, cycleId)).toContain('The first time');
  });
});

describe('what the team has read stays with it', () => {
  const cycleOf = () => network.own.cycles.study;

  /** A review that came back to the team with a question and a mark. */
  async function withFeedback() {
    await clear(cycleOf());
    await ask(member, cycleOf(), { asks: 'What do you see?' });
    await move(coach, cycleOf(), 'take_up');
    await comment(coach, cycleOf(), { body: 'Handed to the team' });
    const { id } = await openReviewOf(cycleOf());
    await coach.post(`/reviews/${id}/checks`, { line: 'over_time', mark: 'partly' });
    await move(coach, cycleOf(), 'return');
    return id;
  }

  it('its coach gone, a review with feedback is ended as done, never taken back', async () => {
    const id = await withFeedback();
    await file.inTransaction(async (tx) => {
      await tx
        .update(schema.review)
        .set({ stage: 'requested', coachId: null })
        .where(eq(schema.review.id, id));
    });
    const page = await reviewPage(member, cycleOf());
    expect(page).toContain('We are done with it');
    expect(page).not.toContain('Take the request back');
    const refused = await move(member, cycleOf(), 'withdraw', { note: 'Never mind' });
    expect(refused.status).toBe(409);
    expect(await pageOf(refused)).toContain('Never mind');
    expect((await move(coach, cycleOf(), 'end')).status).toBe(403);
    expect((await move(member, cycleOf(), 'end')).status).toBe(302);
    const after = await reviewPage(member, cycleOf(), `?review=${id}`);
    for (const words of ['This review is done.', 'Handed to the team']) expect(after).toContain(words);
    expect(await reviewPage(coach, cycleOf(), `?review=${id}`)).toContain('Handed to the team');
  });

  it('a second reading shows the team nothing of its marks until it is handed over', async () => {
    const id = await withFeedback();
    const mark = (line: string, how: string) => coach.post(`/reviews/${id}/checks`, { line, mark: how });
    const facilitator = await signedInAs(app.url, network, 'facilitator');
    const marksOf = async (who: Visitor) =>
      [...(await reviewPage(who, cycleOf())).matchAll(/<bdi>Coach Person<\/bdi>: <span[^>]*>([^<]*)</g)].map(
        ([, words]) => words,
      );
    expect(await marksOf(member)).toEqual(['Partly']);
    await move(coach, cycleOf(), 'take_up');
    await mark('over_time', 'yes');
    await mark('small_scale', 'not_yet');
    expect(await marksOf(coach)).toEqual(['Not yet', 'Yes']);
    for (const who of [member, facilitator]) expect(await marksOf(who)).toEqual(['Partly']);
    await mark('over_time', 'none');
    await mark('over_time', 'none');
    expect(await marksOf(coach)).toEqual(['Not yet']);
    for (const who of [member, facilitator]) expect(await marksOf(who)).toEqual(['Partly']);
    await move(coach, cycleOf(), 'return', { note: 'Again' });
    for (const who of [member, facilitator, coach]) expect(await marksOf(who)).toEqual(['Not yet']);
    const rows = await file.reader
      .select()
      .from(schema.reviewCheck)
      .where(eq(schema.reviewCheck.reviewId, id));
    expect(rows).toMatchObject([{ line: 'small_scale', mark: 'not_yet', handedMark: 'not_yet' }]);
  });

  it('a note has its limit with every move', async () => {
    await clear(cycleOf());
    await ask(member, cycleOf());
    const before = everythingIn(`${app.folder}/boldline.db`);
    const note = 'word '.repeat(40_000);
    for (const [who, how] of [
      [coach, 'take_up'],
      [member, 'withdraw'],
    ] as const) {
      const answer = await move(who, cycleOf(), how, { note });
      expect(answer.status, how).toBe(400);
      const page = await pageOf(answer);
      for (const words of ['under 2,000 characters', 'word word word']) expect(page).toContain(words);
      expect(page).not.toContain('Send it back with questions');
    }
    expect(everythingIn(`${app.folder}/boldline.db`)).toBe(before);
  });

  it('other words of a step or a request under the same id are said to be unsent, and kept', async () => {
    await clear(cycleOf());
    const id = uuidv7();
    const asking = (asks: string) => ask(member, cycleOf(), { id, asks });
    expect((await asking('First words')).status).toBe(302);
    const second = await asking('Second words');
    expect(second.status).toBe(409);
    expect(await pageOf(second)).toContain('Second words');
    await move(member, cycleOf(), 'withdraw');
    const later = await asking('Second words');
    expect(later.status).toBe(400);
    const page = await pageOf(later);
    expect(page).toContain('Second words');
    const newId = /name="id" value="([^"]+)"/.exec(page)?.[1] ?? id;
    expect((await ask(member, cycleOf(), { id: newId, asks: 'Second words' })).status).toBe(302);

    await move(coach, cycleOf(), 'take_up');
    const { id: reviewId, version } = await openReviewOf(cycleOf());
    const step = { id: uuidv7(), version: String(version), move: 'return', note: 'First note' };
    expect((await coach.post(`/reviews/${reviewId}/steps`, step)).status).toBe(302);
    for (const other of [
      { ...step, note: 'Second note' },
      { ...step, move: 'finish', note: 'Second note' },
    ]) {
      const answer = await coach.post(`/reviews/${reviewId}/steps`, other);
      expect(answer.status).toBe(409);
      expect(await pageOf(answer)).toContain('Second note');
    }
    expect((await openReviewOf(cycleOf())).stage).toBe('returned');
  });

  it('words under the id of a comment that was taken back are asked about', async () => {
    await clear(cycleOf());
    await coach.post(`/cycles/${cycleOf()}/reviews`, { id: uuidv7(), how: 'begin' });
    const { id: reviewId } = await openReviewOf(cycleOf());
    const id = uuidv7();
    await comment(coach, cycleOf(), { id, body: 'First words' });
    expect((await coach.post(`/reviews/${reviewId}/comments/${id}/withdrawal`, {})).status).toBe(302);
    const again = await comment(coach, cycleOf(), { id, body: 'Second words' });
    expect(again.status).toBe(400);
    expect(await pageOf(again)).toContain('Second words');
  });
});
describe('a form that did not go through, without script', () => {
  it('says what it is about, holds the focus, and leads back', async () => {
    const { cycles, questions } = network.own;
    const cycleId = cycles.act;
    await clear(cycleId);
    const long = 'x'.repeat(2001);
    const asked = await pageOf(await ask(member, cycleId, { asks: long }));
    expect(asked).toContain('Not sent yet: your request for a review');
    expect(asked).toContain('Ask your coaches');
    await ask(member, cycleId);
    await move(coach, cycleId, 'take_up');
    const about = `field:because/${questions.act}`;
    const said = await pageOf(await comment(coach, cycleId, { about, body: '' }));
    expect(said).toContain('Not sent yet: your comment on Because');
    await comment(coach, cycleId, { about, body: 'How do you know?', kind: 'suggest' });
    const step = await pageOf(await move(coach, cycleId, 'return', { note: long }));
    expect(step).toContain('Not sent yet: giving it back to the team');
    expect(step).toContain('The team reads your new comment');
    await move(coach, cycleId, 'return');
    const { id } = await openReviewOf(cycleId);
    const [row] = await commentsOf(id);
    const answer = await pageOf(
      await member.post(`/reviews/${id}/comments/${row?.id}/answers`, { id: uuidv7(), body: '' }),
    );
    for (const words of ['Not sent yet: your answer about Because', 'How do you know?', 'Coach Person'])
      expect(answer).toContain(words);
    for (const page of [asked, said, step, answer]) {
      expect(page).toMatch(/Cycle 1 of “Idea in act of Own team”/);
      expect(page.toLowerCase()).toContain('autofocus');
      expect(page).toContain('aria-invalid="true"');
      expect(page).toContain('Up to 2,000 characters.');
      expect(page).toContain(`href="/cycles/${cycleId}/review`);
    }
  });

  it('leads a reload of its address to the review', async () => {
    const cycleId = network.own.cycles.act;
    const { id } = await openReviewOf(cycleId);
    const [row] = await commentsOf(id);
    const at = `/reviews/${id}/comments/${row?.id}`;
    const paths = [`/reviews/${id}/steps`, `/reviews/${id}/comments`, `/reviews/${id}/checks`];
    const ofComment = [`${at}/answers`, `${at}/settlement`, `${at}/withdrawal`];
    const stranger = await signedInAs(app.url, network, 'otherLeaMember');
    for (const path of [`/cycles/${cycleId}/reviews`, ...paths, ...ofComment]) {
      const answer = await member.get(path);
      expect(answer.status, path).toBe(302);
      expect(answer.headers.get('Location'), path).toContain(`/cycles/${cycleId}/review`);
      expect((await stranger.get(path)).status, path).toBe(404);
    }
  });
});

it('a suggestion is an idea, not a question', async () => {
  const cycleId = network.own.cycles.do;
  await clear(cycleId);
  await ask(member, cycleId);
  await move(coach, cycleId, 'take_up');
  await comment(coach, cycleId, { about: 'stage:do', body: 'Smaller?', kind: 'suggest' });
  await comment(coach, cycleId, { about: 'stage:do', body: 'Lovely.', kind: 'celebrate' });
  await move(coach, cycleId, 'return');
  expect(await reviewPage(member, cycleId)).toContain('1 idea from Coach Person.');
  expect(await reviewPage(coach, cycleId)).toContain('With the team: 1 idea waits for an answer.');
  expect(await pageOf(await member.get('/'))).toContain('sent 1 idea about');
  const stage = await pageOf(await member.get(`/cycles/${cycleId}/do`));
  for (const words of ['From your coach', '1 idea waits for an answer.', 'celebrates Do:', '1 idea from'])
    expect(stage).toContain(words);
  expect(stage).not.toContain('Open Do');
});
