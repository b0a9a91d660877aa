import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import type { Database } from '~/platform/database.server';
import { makeSmallNetwork } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { everythingIn } from '../support/everything-in';
import { attributeOf } from '../support/html-attributes';
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
    expect(planPage).toContain('Your coach asks');
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
    ...{ id: cycleId, version: String(rows[0]?.version), changeIdea: 'Idea in plan of Own team', step: 'save' },
    ...{ scale: 'small_group', plannedStart: rows[0]?.plannedStart ?? '', plannedEnd: rows[0]?.plannedEnd ?? '' },
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

export { attributeOf, everythingIn, clear, secondCoach };
export type { Role };
