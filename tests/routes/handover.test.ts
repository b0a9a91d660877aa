import { and, eq, inArray } from 'drizzle-orm';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import type { ReviewStage } from '#db/vocabulary';
import type { Database } from '~/platform/database.server';
import { makeSmallNetwork, roles } from '../factories/small-network';
import type { SmallNetwork } from '../factories/small-network';
import { everythingIn } from '../support/everything-in';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';
import { pageOf } from '../support/visitor';
import type { Visitor } from '../support/visitor';

let app: RunningApp;
let network: SmallNetwork;
let records: Database;
let coach: Visitor;
let otherCoach: Visitor;
let facilitator: Visitor;
let administrator: Visitor;

/** The second coach coaches the team next door too, so that both coach teams of the first cohort. */
beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
      await database.inTransaction(async (tx) => {
        const personId = network.people.otherCoach.id;
        await tx
          .insert(schema.coachAssignment)
          .values({ id: uuidv7(), personId, teamId: network.sameSchool.teamId });
      });
    },
  });
  records = app.look();
  coach = await signedInAs(app.url, network, 'coach');
  otherCoach = await signedInAs(app.url, network, 'otherCoach');
  facilitator = await signedInAs(app.url, network, 'facilitator');
  administrator = await signedInAs(app.url, network, 'administrator');
});
afterAll(async () => {
  records.close();
  await app.remove();
});

const everything = () => everythingIn(join(app.folder, 'boldline.db'));
const path = () => `/coaching/${network.own.teamId}/handover`;
const idOf = (role: keyof SmallNetwork['people']) => network.people[role].id;

const assignmentsOf = (role: keyof SmallNetwork['people'], teamId: string) =>
  records.reader
    .select()
    .from(schema.coachAssignment)
    .where(and(eq(schema.coachAssignment.personId, idOf(role)), eq(schema.coachAssignment.teamId, teamId)))
    .orderBy(schema.coachAssignment.id);
const current = async (role: keyof SmallNetwork['people']) =>
  (await assignmentsOf(role, network.own.teamId)).find(({ endedOn }) => endedOn === null)?.id ?? '';

const handing = (assignmentId: string, more: Record<string, string> = {}) => ({
  ...{ intent: 'hand_over', id: uuidv7(), assignmentId, nextCoachId: 'nobody', ends: 'on', note: '' },
  ...more,
});
const beginning = (coachId: string) => ({ intent: 'begin', id: uuidv7(), coachId });

async function addReview(cycleId: string, stage: ReviewStage, requestedBy: string | null) {
  const id = uuidv7();
  const database = app.look();
  await database.inTransaction(async (tx) => {
    await tx.insert(schema.review).values({
      ...{ id, cycleId, teamId: network.own.teamId, stage, cycleStage: 'do', requestedBy },
      ...{ coachId: idOf('coach'), beganAt: Date.now() },
    });
  });
  database.close();
  return id;
}
const reviewOf = async (id: string) =>
  (await records.reader.select().from(schema.review).where(eq(schema.review.id, id)))[0];

describe('the page of who coaches a team', () => {
  it('is for its coach, its facilitators and administrators', async () => {
    const status: Record<string, number> = { coach: 200, facilitator: 200, administrator: 200 };
    for (const role of roles) {
      const person = await signedInAs(app.url, network, role);
      const expected = status[role] ?? (['member', 'colleague'].includes(role) ? 403 : 404);
      expect((await person.get(path())).status, role).toBe(expected);
      if (expected === 200) continue;
      const before = everything();
      for (const fields of [handing(await current('coach')), beginning(idOf('otherCoach'))])
        expect((await person.post(path(), fields)).status, role).toBe(expected);
      expect(everything()).toBe(before);
    }
  });

  it('shows an administrator names and nothing of the work', async () => {
    const page = await pageOf(await administrator.get(path()));
    expect(page).toContain('Own team');
    expect(page).toContain('Coach Person');
    for (const words of ['Idea in', 'Paragraphs of', 'Aim of', `/teams/${network.own.teamId}`])
      expect(page).not.toContain(words);
  });

  it('offers a coach the coaches and facilitators of the same cohorts, others everybody who coaches', async () => {
    const seen = await pageOf(await coach.get(path()));
    expect(seen).toContain('OtherCoach Person');
    expect(seen).toContain('Facilitator Person');
    expect(seen).not.toContain('OtherFacilitator Person');
    expect(seen).not.toContain('Member Person');
    expect(seen).not.toContain('Give the team');
    const all = await pageOf(await administrator.get(path()));
    expect(all).toContain('OtherFacilitator Person');
    expect(all).not.toContain('Sponsor Person');
  });

  it('takes only its own people and assignments', async () => {
    const assignmentId = await current('coach');
    const [far] = await assignmentsOf('otherCoach', network.otherLea.teamId);
    const before = everything();
    const attempts: [Visitor, Record<string, string>, number][] = [
      [coach, handing(assignmentId, { nextCoachId: idOf('otherFacilitator') }), 404],
      [coach, handing(assignmentId, { nextCoachId: idOf('member') }), 404],
      [facilitator, handing(assignmentId, { nextCoachId: idOf('sponsor') }), 404],
      [facilitator, handing(far?.id ?? ''), 404],
      [coach, handing(uuidv7()), 404],
      [coach, beginning(idOf('otherCoach')), 403],
      [facilitator, beginning(idOf('member')), 404],
      [administrator, beginning(uuidv7()), 404],
    ];
    for (const [person, fields, status] of attempts)
      expect((await person.post(path(), fields)).status, JSON.stringify(fields)).toBe(status);
    expect(everything()).toBe(before);
  });

  it('ends a coaching only where that is chosen and ticked', async () => {
    const page = await pageOf(await coach.get(path()));
    expect(page).toContain('<option value="">Choose…</option>');
    expect(page).toContain('Nobody yet: the team has no coach for now');
    const before = everything();
    const assignmentId = await current('coach');
    const unchosen = await coach.post(path(), handing(assignmentId, { nextCoachId: '', note: 'My note' }));
    expect(unchosen.status).toBe(400);
    expect(await pageOf(unchosen)).toContain('Choose who follows, or that nobody does yet.');
    const unticked = await coach.post(path(), handing(assignmentId, { ends: '', note: 'My note' }));
    expect(unticked.status).toBe(400);
    const again = await pageOf(unticked);
    expect(again).toMatch(/type="checkbox"[^>]*name="ends"/);
    expect(again).toContain('Tick this where you mean it');
    expect(again).toContain('My note');
    expect(everything()).toBe(before);
  });

  it('keeps what was typed when something is missing', async () => {
    const before = everything();
    const assignmentId = await current('coach');
    const cases: [Visitor, Record<string, string>, string][] = [
      [facilitator, beginning(''), 'Choose a person.'],
      [facilitator, beginning(idOf('coach')), 'Coach Person coaches this team already.'],
      [
        facilitator,
        handing(assignmentId, { nextCoachId: idOf('coach'), note: 'My note' }),
        'Choose somebody else',
      ],
      [coach, handing(assignmentId, { note: `My note ${'x'.repeat(2000)}` }), 'under 2000 characters'],
    ];
    for (const [person, fields, message] of cases) {
      const response = await person.post(path(), fields);
      expect(response.status, message).toBe(400);
      const page = await pageOf(response);
      expect(page).toContain(message);
      if (fields.note) expect(page).toContain('My note');
    }
    expect(everything()).toBe(before);
  });
});

describe('handing a team over', () => {
  it('moves assignment, open reviews and note, and closes the door that day', async () => {
    const asked = await addReview(network.own.cycles.do, 'in_progress', idOf('member'));
    const begun = await addReview(network.own.cycles.study, 'returned', null);
    expect((await coach.get(`/teams/${network.own.teamId}`)).status).toBe(200);
    const cyclePath = `/cycles/${network.own.cycles.do}/do`;
    expect((await coach.get(cyclePath)).status).toBe(200);
    expect((await otherCoach.get(cyclePath)).status).toBe(404);
    const fields = handing(await current('coach'), {
      ...{ nextCoachId: idOf('otherCoach'), note: 'They like short calls on Tuesdays.' },
    });
    const response = await coach.post(path(), fields);
    expect(response.status).toBe(302);
    expect(response.headers.get('Location')).toBe(`/coaching?handed=${fields.id}`);
    const goodbye = await pageOf(await coach.get(`/coaching?handed=${fields.id}`));
    expect(goodbye).toContain('Own team is handed over to OtherCoach Person.');
    expect((await coach.get('/coaching')).status).toBe(404);
    expect(await pageOf(await facilitator.get(`/coaching?handed=${fields.id}`))).not.toContain('handed over');
    for (const closed of [
      cyclePath,
      path(),
      `/teams/${network.own.teamId}`,
      `/coaching/${network.own.teamId}`,
    ])
      expect((await coach.get(closed)).status, closed).toBe(404);
    expect((await otherCoach.get(cyclePath)).status).toBe(200);
    const [ended] = await assignmentsOf('coach', network.own.teamId);
    expect(ended?.endedOn).toBe(network.today);
    expect(await assignmentsOf('otherCoach', network.own.teamId)).toMatchObject([
      { beganOn: network.today, endedOn: null },
    ]);
    expect(await reviewOf(asked)).toMatchObject({
      stage: 'in_progress',
      coachId: idOf('otherCoach'),
      version: 2,
    });
    expect(await reviewOf(begun)).toMatchObject({ stage: 'returned', coachId: idOf('otherCoach') });
    const steps = await records.reader
      .select()
      .from(schema.reviewStep)
      .where(inArray(schema.reviewStep.reviewId, [asked, begun]));
    expect(steps.map(({ note }) => note)).toEqual(
      [1, 2].map(() => 'OtherCoach Person follows Coach Person as coach.'),
    );
    const told = await records.reader
      .select()
      .from(schema.activityEvent)
      .where(inArray(schema.activityEvent.kind, ['coach_began', 'coach_ended']));
    expect(told.map(({ kind, aboutPersonId }) => [kind, aboutPersonId])).toEqual([
      ['coach_ended', idOf('coach')],
      ['coach_began', idOf('otherCoach')],
    ]);
    const before = everything();
    expect((await coach.post(path(), fields)).status).toBe(302);
    expect((await coach.post(path(), { ...fields, id: uuidv7() })).status).toBe(404);
    const other = await coach.post(path(), { ...fields, note: 'And they like tea.' });
    expect(other.status).toBe(403);
    expect(await pageOf(other)).toContain('with the words that were sent first');
    expect(everything()).toBe(before);
  });

  it('tells the second of two people who was first', async () => {
    const assignmentId = await current('otherCoach');
    const answers = await Promise.all(
      [facilitator, administrator].map((person) => person.post(path(), handing(assignmentId))),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([302, 400]);
    const second = answers.find(({ status }) => status === 400);
    const page = second ? await pageOf(second) : '';
    expect(page).toMatch(/OtherCoach Person no longer coaches this team: \w+ Person handed it over/);
    expect(page).toContain('Nobody coaches this team now.');
  });

  it('takes no other words under the same id, and keeps them to copy', async () => {
    const [ended] = await assignmentsOf('otherCoach', network.own.teamId);
    const [kept] = await records.reader
      .select()
      .from(schema.coachHandover)
      .where(eq(schema.coachHandover.assignmentId, ended?.id ?? ''));
    const by = kept?.handedOverBy === idOf('facilitator') ? facilitator : administrator;
    const before = everything();
    const fields = handing(ended?.id ?? '', { id: kept?.id ?? '', note: 'On second thoughts' });
    const answer = await by.post(path(), fields);
    expect(answer.status).toBe(400);
    const page = await pageOf(answer);
    for (const words of ['OtherCoach Person no longer coaches this team', 'On second thoughts'])
      expect(page).toContain(words);
    expect(everything()).toBe(before);
  });

  it('leaves open reviews among the requests where nobody follows, and ends those nobody asked for', async () => {
    const rows = await records.reader
      .select()
      .from(schema.review)
      .where(eq(schema.review.teamId, network.own.teamId));
    expect(rows.map(({ stage, coachId }) => [stage, coachId]).toSorted()).toEqual([
      ['done', idOf('otherCoach')],
      ['requested', null],
    ]);
  });

  it('gives a team without a coach one, once', async () => {
    const fields = beginning(idOf('coach'));
    const given = await facilitator.post(path(), fields);
    expect(given.status).toBe(302);
    const after = await pageOf(await facilitator.get(given.headers.get('Location') ?? ''));
    expect(after).toContain('Coach Person coaches this team from today on.');
    expect(after).toMatch(/<details>.*Change something else.*name="intent"/s);
    const before = everything();
    expect((await facilitator.post(path(), fields)).status).toBe(302);
    expect((await administrator.post(path(), beginning(idOf('coach')))).status).toBe(400);
    expect(everything()).toBe(before);
    expect((await coach.get(`/teams/${network.own.teamId}`)).status).toBe(200);
    const rows = await assignmentsOf('coach', network.own.teamId);
    expect(rows.map(({ endedOn }) => endedOn)).toEqual([network.today, null]);
  });

  it('tells a coach who is there already that the team is theirs, and the team what waits', async () => {
    const eventsNow = async () =>
      (
        await records.reader
          .select()
          .from(schema.activityEvent)
          .where(inArray(schema.activityEvent.kind, ['coach_began', 'coach_ended']))
          .orderBy(schema.activityEvent.happenedAt, schema.activityEvent.id)
      ).map(({ kind, aboutPersonId, detail }) => [kind, aboutPersonId, detail]);
    const noticesOf = async (role: 'coach' | 'member') =>
      pageOf(await (await signedInAs(app.url, network, role)).get('/inbox'));
    expect((await facilitator.post(path(), beginning(idOf('otherCoach')))).status).toBe(302);
    const handed = handing(await current('otherCoach'), { nextCoachId: idOf('coach') });
    expect((await facilitator.post(path(), handed)).status).toBe(302);
    expect((await eventsNow()).slice(-2)).toEqual([
      ['coach_ended', idOf('otherCoach'), ''],
      ['coach_began', idOf('coach'), 'already'],
    ]);
    await expect.poll(() => noticesOf('coach')).toContain('A team that you coach was handed on to you');
    expect(await noticesOf('member')).toContain('Coach Person carries on as your team’s coach');

    const asked = await addReview(network.own.cycles.plan, 'in_progress', idOf('member'));
    expect((await facilitator.post(path(), handing(await current('coach')))).status).toBe(302);
    expect((await eventsNow()).at(-1)).toEqual(['coach_ended', idOf('coach'), 'reviews_wait']);
    expect(await reviewOf(asked)).toMatchObject({ stage: 'requested', coachId: null });
    await expect
      .poll(() => noticesOf('member'))
      .toContain('Coach Person no longer coaches your team; what you asked about waits for the next coach');
  });
});
