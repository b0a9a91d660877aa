import { and, eq, gte } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { addDays, formatDay, mondayOf, schoolDayAt } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { makeSmallNetwork, timeZone } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';
import { pageOf } from '../support/visitor';
import type { Visitor } from '../support/visitor';

const dayMs = 86_400_000;
const people = [
  'member',
  'coach',
  'otherCoach',
  'facilitator',
  'otherFacilitator',
  'sponsor',
  'administrator',
] as const;

let app: RunningApp;
let network: SmallNetwork;
const as = new Map<Role, Visitor>();
const by = (role: (typeof people)[number]): Visitor => {
  const known = as.get(role);
  if (!known) throw new Error(`${role} is not signed in`);
  return known;
};

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
    },
  });
  for (const role of people) as.set(role, await signedInAs(app.url, network, role));
});
afterAll(() => app.remove());

/** Writes in the database as a page would have, and gives what `look` finds. */
async function inDatabase<T>(work: (tx: Connection) => Promise<T>): Promise<T> {
  const database = app.look();
  const result = await database.inTransaction(work);
  database.close();
  return result;
}

const textOf = (page: string) =>
  page
    .slice(page.indexOf('<main'), page.indexOf('</main>'))
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([.,:;])/g, '$1')
    .replaceAll('&quot;', '"');
const wordsFor = async (path = '/coaching', role: (typeof people)[number] = 'coach') =>
  textOf(await pageOf(await by(role).get(path)));

const cycleIs = (part: Partial<typeof schema.cycle.$inferInsert>, stage: 'plan' | 'do' | 'study' | 'act') =>
  inDatabase((tx) => tx.update(schema.cycle).set(part).where(eq(schema.cycle.id, network.own.cycles[stage])));
const entered = (stage: 'do' | 'study', ago: number) =>
  inDatabase((tx) =>
    tx
      .update(schema.stageChange)
      .set({ changedAt: Date.now() - ago * dayMs })
      .where(eq(schema.stageChange.cycleId, network.own.cycles[stage])),
  );

describe('the reasons, made in the database', () => {
  it('are none at first', async () => {
    const words = await wordsFor();
    expect(words).toContain('Nobody needs you today');
    expect(words).toContain('1 team in your caseload.');
    expect(words).toContain('Nobody is waiting for a coach.');
    expect(words).toMatch(/Going well 1 team School one · Own team/);
  });

  it('Study overdue', async () => {
    await entered('study', 21);
    const day = schoolDayAt(Date.now() - 21 * dayMs, timeZone);
    const words = await wordsFor();
    expect(words).toContain('One team needs you of 1 in your caseload.');
    expect(words).toMatch(
      new RegExp(`Study is waiting since ${formatDay(day, network.today)}, 15 school days`),
    );
    expect(words).toContain('Study is overdue after more than 3 school days');
    expect(await pageOf(await by('coach').get('/coaching'))).toContain(
      `href="/cycles/${network.own.cycles.study}"`,
    );
    expect(await wordsFor('/coaching?reason=study_overdue')).toContain('Study is waiting');
    expect(await wordsFor('/coaching?reason=quiet')).toContain('No team found.');
    expect(await wordsFor('/coaching?search=Idea+in+STUDY')).toContain('Study is waiting');
    expect(await wordsFor('/coaching?search=elsewhere')).toContain('No team found.');
    await entered('study', 0);
    expect(await wordsFor()).toContain('Nobody needs you today');
  });

  it('the planned end passed by eight days, not by seven', async () => {
    await cycleIs({ plannedEnd: addDays(network.today, -7) }, 'act');
    expect(await wordsFor()).toContain('Nobody needs you today');
    await cycleIs({ plannedEnd: addDays(network.today, -8) }, 'act');
    expect(await wordsFor()).toMatch(/The planned end, .{5,8}, passed 8 days ago; still in Act/);
    await cycleIs({ plannedEnd: network.today }, 'act');
  });

  it('no data for two periods, with the last note of the team', async () => {
    const begun = addDays(network.today, -70);
    await cycleIs({ plannedStart: begun }, 'do');
    await entered('do', 70);
    const kept = await inDatabase((tx) =>
      tx
        .delete(schema.dataPoint)
        .where(
          and(
            eq(schema.dataPoint.measureId, network.own.proportionId),
            gte(schema.dataPoint.date, addDays(mondayOf(network.today), -21)),
          ),
        )
        .returning(),
    );
    const words = await wordsFor();
    expect(words).toMatch(/No data for three weeks: Paragraphs of Own team\. Last note: “Seen by Own team”/);
    expect(words).toContain('owes a number for each week');
    expect(await pageOf(await by('coach').get('/coaching'))).toContain(
      `href="/coaching/${network.own.teamId}/nudges/new?cycle=${network.own.cycles.do}"`,
    );
    await inDatabase((tx) => tx.insert(schema.dataPoint).values(kept));
    await entered('do', 0);
    await cycleIs({ plannedStart: addDays(network.today, -14) }, 'do');
  });

  it('no measurable prediction', async () => {
    const id = network.own.questions.do;
    const predicts = (expectedValue: number | null) =>
      inDatabase((tx) =>
        tx
          .update(schema.learningQuestion)
          .set({ expectedValue, expectedComparison: expectedValue === null ? null : 'at_least' })
          .where(eq(schema.learningQuestion.id, id)),
      );
    await predicts(null);
    expect(await wordsFor()).toContain('No prediction yet, and it was to begin');
    await predicts(60);
    const named = (part: Partial<typeof schema.learningQuestion.$inferInsert>) =>
      inDatabase((tx) =>
        tx.update(schema.learningQuestion).set(part).where(eq(schema.learningQuestion.id, id)).returning(),
      );
    const [kept] = await inDatabase((tx) =>
      tx.select().from(schema.learningQuestion).where(eq(schema.learningQuestion.id, id)),
    );
    await named({ measureId: null, groupId: null });
    expect(await wordsFor()).toContain('Its prediction names no measure, and it was to begin');
    await named({ measureId: kept?.measureId ?? null, groupId: kept?.groupId ?? null });
  });

  it('a signal, with the day it began', async () => {
    const kept = await inDatabase((tx) =>
      tx.delete(schema.dataPoint).where(eq(schema.dataPoint.measureId, network.own.proportionId)).returning(),
    );
    const base = { measureId: network.own.proportionId, groupId: network.groups.swd ?? '' };
    await inDatabase((tx) =>
      tx.insert(schema.dataPoint).values(
        Array.from({ length: 24 }, (_, index) => ({
          ...{ id: uuidv7(), ...base, kind: 'proportion' as const, date: addDays(network.today, index - 23) },
          ...{ numerator: (index < 12 ? 2 : 6) + (index % 2), denominator: 8 },
          ...{ recordedBy: network.people.member.id, recordedAt: Date.now() },
        })),
      ),
    );
    const since = formatDay(addDays(network.today, -11), network.today);
    expect(await wordsFor()).toContain(
      `A clear signal since ${since}, and Study is not started: a good moment to ask what made the difference.`,
    );
    await inDatabase(async (tx) => {
      await tx.delete(schema.dataPoint).where(eq(schema.dataPoint.measureId, network.own.proportionId));
      await tx.insert(schema.dataPoint).values(kept);
    });
  });

  it('nothing for three weeks: what the coach does is no sign of life', async () => {
    const happened = (at: number) =>
      inDatabase((tx) =>
        tx
          .update(schema.activityEvent)
          .set({ happenedAt: at })
          .where(eq(schema.activityEvent.teamId, network.own.teamId)),
      );
    await happened(Date.now() - 22 * dayMs);
    await inDatabase((tx) =>
      tx.insert(schema.activityEvent).values({
        ...{ id: uuidv7(), kind: 'nudge_sent', actorId: network.people.coach.id },
        ...{ teamId: network.own.teamId, happenedAt: Date.now() },
      }),
    );
    expect(await wordsFor()).toContain('Nothing for three weeks');
    await happened(Date.now());
  });
});

describe('a review that is asked for', () => {
  const reviewId = uuidv7();
  const commentId = uuidv7();
  const againId = uuidv7();
  const restsNow = { leaId: null, name: 'Fall break', changedAt: 0 };

  it('comes first, also on a day off, when nothing else is said', async () => {
    const began = { cycleId: network.own.cycles.do, teamId: network.own.teamId, cycleStage: 'do' };
    await inDatabase((tx) =>
      tx.insert(schema.review).values({
        ...{ id: reviewId, ...began, stage: 'requested', requestedBy: network.people.member.id },
        beganAt: Date.now() - 2 * dayMs,
      }),
    );
    await entered('study', 21);
    const words = await wordsFor();
    expect(words).toMatch(/Asked for your review of Do, 2 days ago\..*Study is waiting since/);
    expect(await pageOf(await by('coach').get('/coaching'))).toContain(
      `href="/cycles/${network.own.cycles.do}/review"`,
    );
    expect(await wordsFor('/coaching', 'facilitator')).toContain('Asked for a review of Do, 2 days ago.');

    const dayOffId = uuidv7();
    await inDatabase((tx) =>
      tx.insert(schema.dayOff).values({
        ...{ ...restsNow, id: dayOffId, startsOn: network.today, endsOn: addDays(network.today, 4) },
        changedBy: network.people.administrator.id,
      }),
    );
    const resting = await wordsFor();
    expect(resting).toContain('Fall break');
    expect(resting).toContain('no team is called late or quiet on days off');
    expect(resting).toContain('Asked for your review of Do, 2 days ago.');
    expect(resting).not.toContain('Study is waiting');
    await inDatabase((tx) => tx.delete(schema.dayOff).where(eq(schema.dayOff.id, dayOffId)));
    await entered('study', 0);
  });

  it('is the team’s turn when it was returned, and the coach’s when all is answered', async () => {
    const returnedAt = Date.now() - dayMs;
    const step = { takenBy: network.people.coach.id, takenAt: returnedAt };
    await inDatabase(async (tx) => {
      await tx
        .update(schema.review)
        .set({ stage: 'returned', coachId: network.people.coach.id, feedbackAt: returnedAt - dayMs / 2 })
        .where(eq(schema.review.id, reviewId));
      await tx.insert(schema.reviewStep).values({ id: uuidv7(), reviewId, toStage: 'returned', ...step });
      await tx.insert(schema.reviewComment).values({
        ...{ id: commentId, reviewId, kind: 'ask', body: 'Who counted?', stage: 'plan', field: 'objective' },
        ...{ saidThen: 'Objective in do', authorId: network.people.coach.id },
        ...{ writtenAt: returnedAt, handedAt: returnedAt },
      });
    });
    const waiting = await wordsFor();
    expect(waiting).toContain('Nobody needs you today');
    expect(waiting).toMatch(/With the team 1 team School one.*1 question or idea is with the team since/);
    expect(waiting).not.toContain('Going well');
    expect(waiting).toContain('Half of your reviews were back within 12 hours.');
    await cycleIs({ objective: 'A new objective' }, 'do');
    expect(await wordsFor()).toContain('Answered all you asked about Do, yesterday.');
    await cycleIs({ objective: 'Objective in do' }, 'do');
    await inDatabase((tx) =>
      tx.insert(schema.reviewAnswer).values({
        ...{ id: uuidv7(), commentId, body: 'Dan did.', authorId: network.people.member.id },
        answeredAt: Date.now(),
      }),
    );
    expect(await wordsFor()).toContain('Answered all you asked about Do, today.');
    await inDatabase(async (tx) => {
      await tx.update(schema.review).set({ stage: 'requested' }).where(eq(schema.review.id, reviewId));
      await tx.insert(schema.reviewStep).values({
        ...{ id: againId, reviewId, toStage: 'requested', takenAt: Date.now() },
        takenBy: network.people.member.id,
      });
    });
    const again = await wordsFor();
    expect(again).toContain('Asked you to look again, today; now in Do.');
    expect(again).toMatch(
      /You took it up, and it came back to the team on \w+ \d+\. The team asked to look again/,
    );
    expect(again).not.toContain('no coach has taken it up');
    expect(await wordsFor('/coaching', 'facilitator')).toMatch(/Asked .+ to look again, today; now in Do\./);
    const restOf = (what: string) =>
      by('coach').post('/coaching/rests', { team: network.own.teamId, what, long: 'week' });
    expect((await restOf(`review_asked:${reviewId}/${uuidv7()}`)).status).toBe(404);
    expect((await restOf(`review_asked:${uuidv7()}/${againId}`)).status).toBe(404);
    expect((await restOf(`no_data:${reviewId}/${againId}`)).status).toBe(404);
    expect((await restOf(`review_asked:${reviewId}`)).status).toBe(302);
    expect(await wordsFor()).toContain('Asked you to look again');
    expect((await restOf(`review_asked:${reviewId}/${againId}`)).status).toBe(302);
    expect(await wordsFor()).toMatch(/Quiet for now .*Not now: 1 reason rests until/);
    await inDatabase((tx) => tx.delete(schema.caseloadRest));
    await inDatabase(async (tx) => {
      await tx.delete(schema.reviewAnswer);
      await tx.delete(schema.reviewComment);
      await tx.delete(schema.reviewStep);
      await tx.delete(schema.review);
    });
  });
});

describe('a nudge', () => {
  it('leaves what is late with the team for seven days, and says who wrote', async () => {
    await entered('study', 21);
    const nudgeId = uuidv7();
    const sent = (ago: number) =>
      inDatabase(async (tx) => {
        const sentAt = Date.now() - ago * dayMs;
        const week = mondayOf(schoolDayAt(sentAt, timeZone));
        await tx.delete(schema.nudge);
        await tx.insert(schema.nudge).values({
          ...{ id: nudgeId, teamId: network.own.teamId, coachId: network.people.coach.id, week, sentAt },
          ...{ body: 'How did it go?', path: `/cycles/${network.own.cycles.study}` },
        });
      });
    await sent(7);
    const words = await wordsFor();
    expect(words).toContain('Nobody needs you today');
    expect(words).toMatch(/With the team 1 team .*You wrote on \w+ \d+\. Study is waiting since/);
    expect(words).toContain('For 7 days after a nudge nothing late, missing or quiet puts the team under');
    expect(await wordsFor('/coaching?reason=study_overdue')).toContain('Study is waiting');
    expect(await wordsFor('/coaching', 'facilitator')).toMatch(/With the team .* wrote on/);
    await sent(8);
    expect(await wordsFor()).toContain('One team needs you');
    await inDatabase((tx) => tx.delete(schema.nudge));
    await entered('study', 0);
  });
});

describe('not now, until…', () => {
  const rest = (fields: Record<string, string | string[]>, role: (typeof people)[number] = 'coach') =>
    by(role).post('/coaching/rests?back=%2Fcoaching', fields);
  const studyRest = () => ({
    ...{ team: network.own.teamId, what: `study_overdue:${network.own.cycles.study}`, long: 'week' },
  });
  const rests = () => inDatabase((tx) => tx.select().from(schema.caseloadRest));

  it('is remembered, for this person alone, and lapses on its day', async () => {
    await entered('study', 21);
    for (const turn of [1, 2]) {
      const answer = await rest({ ...studyRest(), long: turn === 1 ? 'two_weeks' : 'week' });
      expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/coaching']);
    }
    expect(await rests()).toMatchObject([{ until: addDays(network.today, 7), reason: 'study_overdue' }]);
    const words = await wordsFor();
    expect(words).toContain('Nobody needs you today');
    expect(words).toMatch(/Quiet for now 1 team .*Not now: 1 reason rests until/);
    expect(words).toContain(
      `School one · Own team: study overdue, until ${formatDay(addDays(network.today, 7), network.today)}`,
    );
    expect(await wordsFor('/coaching', 'facilitator')).toContain('Study is waiting');
    await inDatabase((tx) => tx.update(schema.caseloadRest).set({ until: network.today }));
    expect(await wordsFor()).toContain('Study is waiting');
  });

  it('is shown again on request, and by nobody else', async () => {
    await rest(studyRest());
    const [{ id = '' } = {}] = await rests();
    expect((await rest({ again: id }, 'facilitator')).status).toBe(404);
    expect(await wordsFor()).not.toContain('Study is waiting');
    expect((await rest({ again: id })).status).toBe(302);
    expect((await rest({ again: id })).status).toBe(302);
    expect(await wordsFor()).toContain('Study is waiting');
  });

  it('asks again for a day that cannot be, and keeps what was typed', async () => {
    for (const [until, message] of [
      ['', 'Choose the day on which it shows again.'],
      [network.today, 'Choose a day to come.'],
      [addDays(network.today, 121), 'Choose a day within the next 120 days.'],
    ] as const) {
      const answer = await rest({ ...studyRest(), long: 'date', until });
      expect(answer.status).toBe(400);
      const page = await pageOf(answer);
      expect(page).toContain(message);
      expect(page).toContain(`value="study_overdue:${network.own.cycles.study}"`);
      expect(page).toContain(`value="${until}"`);
    }
    expect((await rest({ team: network.own.teamId, long: 'week' })).status).toBe(400);
    expect(await rests()).toEqual([]);
    const page = await pageOf(await rest({ ...studyRest(), long: 'date', until: '' }));
    for (const words of ['School one · Own team', 'Back to your caseload', 'href="/coaching"'])
      expect(page).toContain(words);
    const reloaded = await by('coach').get('/coaching/rests?back=%2Fcoaching');
    expect([reloaded.status, reloaded.headers.get('Location')]).toEqual([302, '/coaching']);
    expect((await by('member').get('/coaching/rests')).status).toBe(404);
  });

  it('takes only what is the team’s own, of teams one follows', async () => {
    const foreign = { ...studyRest(), what: `study_overdue:${network.otherLea.cycles.study}` };
    expect((await rest(foreign)).status).toBe(404);
    expect((await rest({ ...studyRest(), what: `no_data:${network.own.cycles.study}` })).status).toBe(404);
    expect((await rest({ ...studyRest(), what: 'quiet:something' })).status).toBe(404);
    expect((await rest({ ...studyRest(), team: network.sameSchool.teamId })).status).toBe(404);
    for (const role of ['otherCoach', 'member', 'sponsor', 'administrator'] as const)
      expect((await rest(studyRest(), role)).status).toBe(404);
    expect(await rests()).toEqual([]);
    await entered('study', 0);
  });
});

describe('whose caseload it is', () => {
  it('is that of coaches and facilitators', async () => {
    for (const role of ['member', 'sponsor', 'administrator'] as const) {
      expect((await by(role).get('/coaching')).status).toBe(404);
      expect((await by(role).get('/coaching?view=contact')).status).toBe(404);
      expect(await pageOf(await by(role).get('/'))).not.toContain('href="/coaching"');
    }
    expect((await by('coach').get('/coaching/rests')).status).toBe(302);
  });

  it('holds the own teams, and for a facilitator those of the cohort', async () => {
    const other = await wordsFor('/coaching', 'otherCoach');
    expect(other).toContain('Far team');
    expect(other).not.toContain('Own team');
    const facilitator = await wordsFor('/coaching', 'facilitator');
    expect(facilitator).toContain('Nobody needs a coach today');
    expect(facilitator).toMatch(/Own team.*|Next-door team/);
    expect(facilitator).toContain('Next-door team');
    expect(facilitator).not.toContain('Far team');
    expect(await wordsFor('/coaching?scope=all')).not.toContain('Next-door team');
  });

  it('shuts on the day an assignment ends', async () => {
    await inDatabase((tx) =>
      tx
        .update(schema.coachAssignment)
        .set({ endedOn: network.today })
        .where(eq(schema.coachAssignment.personId, network.people.otherCoach.id)),
    );
    expect((await by('otherCoach').get('/coaching')).status).toBe(404);
    await inDatabase((tx) =>
      tx
        .update(schema.coachAssignment)
        .set({ endedOn: null })
        .where(eq(schema.coachAssignment.personId, network.people.otherCoach.id)),
    );
  });

  it('is the first thing on a coach’s screen', async () => {
    await entered('study', 21);
    const week = await wordsFor('/');
    expect(week.indexOf('One team needs you')).toBeLessThan(week.indexOf('School one'));
    expect(week).toContain('Study is waiting');
    expect(week).not.toContain('Cycles of the teams you follow');
    const facilitator = await wordsFor('/', 'facilitator');
    expect(facilitator.indexOf('One team needs a coach')).toBeLessThan(facilitator.indexOf('Your cohorts'));
    expect(facilitator).toMatch(/One team needs a coach of \d+ that you read/);
    expect(facilitator).toContain('Study is waiting');
    expect(await wordsFor('/', 'administrator')).not.toContain('need a coach');
    expect(await wordsFor('/', 'member')).not.toContain('in your caseload');
    await entered('study', 0);
  });
});

describe('contacts', () => {
  const contactId = uuidv7();
  const path = () => `/coaching/${network.own.teamId}/contacts`;
  const fields = () => ({ contactId, kind: 'visit', happenedOn: network.today, note: 'Saw the frames.' });

  it('are noted once, told as an event, and read by the team', async () => {
    expect(await wordsFor('/coaching?view=contact')).toMatch(/School one · Own team.*not yet/);
    for (let turn = 0; turn < 2; turn += 1)
      expect((await by('coach').post(path(), fields())).status).toBe(302);
    const [contacts, events] = await inDatabase(async (tx) => [
      await tx.select().from(schema.coachContact),
      await tx.select().from(schema.activityEvent).where(eq(schema.activityEvent.kind, 'contact_noted')),
    ]);
    expect(contacts).toMatchObject([{ id: contactId, kind: 'visit', note: 'Saw the frames.' }]);
    expect(events).toMatchObject([{ aboutId: contactId, teamId: network.own.teamId, detail: 'a visit' }]);
    expect(await wordsFor('/coaching?view=contact')).toContain('today, visited');
    expect(await wordsFor('/coaching?view=contact', 'facilitator')).toMatch(
      /Next-door team.*not yet.*Own team.*today, visited/,
    );
    const team = await wordsFor(path(), 'member');
    expect(team).toContain('Saw the frames.');
    expect(team).not.toContain('Note it');
    expect(await wordsFor(path())).toContain('The team reads it too.');
    const again = await by('coach').post(path(), fields());
    expect(again.headers.get('Location')).toBe(`${path()}?noted`);
    expect(await wordsFor(`${path()}?noted`)).toContain('Noted. The team reads it too.');
  });

  it('of other words under the same id are asked about, and noted under a new one', async () => {
    const other = { ...fields(), kind: 'call', note: 'They called back.' };
    const answer = await by('coach').post(path(), other);
    expect(answer.status).toBe(400);
    const page = await pageOf(answer);
    for (const words of ['Something was sent from this form before', 'They called back.'])
      expect(page).toContain(words);
    const newId = /name="contactId" value="([^"]+)"/.exec(page)?.[1] ?? contactId;
    expect(newId).not.toBe(contactId);
    expect((await by('coach').post(path(), { ...other, contactId: newId })).status).toBe(302);
    const notes = await inDatabase((tx) => tx.select().from(schema.coachContact));
    expect(notes.map(({ note }) => note)).toEqual(['Saw the frames.', 'They called back.']);
  });

  it('keep what was typed when the day is still to come', async () => {
    const tomorrow = addDays(network.today, 1);
    const answer = await by('coach').post(path(), { ...fields(), contactId: uuidv7(), happenedOn: tomorrow });
    expect(answer.status).toBe(400);
    const page = await pageOf(answer);
    expect(page).toContain('This day is still to come.');
    expect(page).toContain('Saw the frames.');
    const both = await by('coach').post(path(), {
      ...{ ...fields(), contactId: uuidv7(), happenedOn: tomorrow, note: 'Kept as typed. '.repeat(60) },
    });
    expect(both.status).toBe(400);
    const messages = await pageOf(both);
    expect(messages).toContain('This day is still to come.');
    expect(messages).toContain('Please keep this under 600 characters.');
    expect((await by('coach').post(path(), { contactId: uuidv7(), kind: 'visit' })).status).toBe(400);
    expect((await by('coach').post(path(), { ...fields(), contactId: 'x' })).status).toBe(400);
  });

  it('are noted by coaches of the team only', async () => {
    const fresh = () => ({ ...fields(), contactId: uuidv7() });
    for (const role of ['facilitator', 'member'] as const)
      expect((await by(role).post(path(), fresh())).status).toBe(403);
    for (const role of ['otherCoach', 'otherFacilitator', 'sponsor', 'administrator'] as const) {
      expect((await by(role).post(path(), fresh())).status).toBe(404);
      expect((await by(role).get(path())).status).toBe(404);
    }
    const far = `/coaching/${network.otherLea.teamId}/contacts`;
    expect((await by('coach').post(far, fields())).status).toBe(404);
    expect((await by('otherCoach').post(far, fields())).status).toBe(404);
  });

  it('marks weeks without school', async () => {
    const monday = addDays(mondayOf(network.today), -14);
    const id = uuidv7();
    await inDatabase((tx) =>
      tx.insert(schema.dayOff).values({
        ...{ id, leaId: null, name: 'Harvest week', startsOn: monday, endsOn: addDays(monday, 4) },
        ...{ changedBy: network.people.administrator.id, changedAt: 0 },
      }),
    );
    expect(await wordsFor('/coaching?view=contact')).toContain('Harvest week');
    await inDatabase((tx) => tx.delete(schema.dayOff).where(eq(schema.dayOff.id, id)));
  });
});
