import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import type { Connection } from '~/platform/database.server';
import { addAgendaItem, addMeeting } from '../factories/small-meetings';
import { addPost } from '../factories/small-posts';
import { makeSmallNetwork } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { addPresentation, storyboard } from '../factories/shown-storyboards';
import { attributeOf, plainText } from '../support/html-attributes';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInPeople } from '../support/signed-in';
import { pageOf } from '../support/visitor';

let app: RunningApp;
let network: SmallNetwork;
const as = signedInPeople(() => ({ url: app.url, network }));

beforeAll(async () => {
  let made: SmallNetwork | undefined;
  app = await startApp({
    fill: async (database) => {
      made = await makeSmallNetwork(database);
    },
  });
  if (!made) throw new Error('The small network was not made');
  network = made;
});
afterAll(() => app.remove());

async function write<T>(work: (tx: Connection) => Promise<T>): Promise<T> {
  const database = app.look();
  try {
    return await database.inTransaction(work);
  } finally {
    database.close();
  }
}

const everybody: Role[] = ['member', 'colleague', 'otherTeamMember', 'coach'];

/** An announced network day with the own team's complete cycle on it, asked for. */
async function askedDay(part: { cycleId?: string; shown?: ReturnType<typeof storyboard> } = {}) {
  return write(async (tx) => {
    const meetingId = await addMeeting(tx, network, { announced: true, invited: everybody });
    const cycleId = part.cycleId ?? network.own.cycles.complete;
    const { itemId } = await addAgendaItem(tx, meetingId, {
      ...{ title: 'Success analysis', teamId: network.own.teamId, cycleId, why: 'A quiet reason' },
    });
    const id = await addPresentation(tx, network, { meetingId, team: network.own, cycleId, ...part });
    return { meetingId, itemId, id, cycleId };
  });
}

/** What the form of the door would send as it stands. */
function fieldsOf(html: string): Record<string, string> {
  const form = /<form[^>]*id="present".*?<\/form>/s.exec(html)?.[0] ?? '';
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = attributeOf(tag, 'name');
    if (name === null || (tag.includes('type="checkbox"') && !tag.includes(' checked=""'))) continue;
    fields[name] = attributeOf(tag, 'value') ?? '';
  }
  for (const [tag, text = ''] of form.matchAll(/<textarea[^>]*>(.*?)<\/textarea>/gs))
    fields[attributeOf(tag.slice(0, tag.indexOf('>') + 1), 'name') ?? ''] = plainText(text);
  const chosen = /<option[^>]* selected=""[^>]*>/.exec(form)?.[0];
  fields.series = chosen ? (attributeOf(chosen, 'value') ?? '') : '';
  return fields;
}

async function openDoor(id: string, role: Role = 'member') {
  const html = await pageOf(await as(role).get(`/presentations/${id}`));
  return { html, fields: fieldsOf(html) };
}

/** Agrees as a person would, with some words changed: looks, says to have looked, says yes. */
async function agree(id: string, changes: Record<string, string> = {}) {
  const member = as('member');
  const { fields } = await openDoor(id);
  const looked = await pageOf(
    await member.post(`/presentations/${id}`, { ...fields, ...changes, step: 'look' }),
  );
  const previewed = /name="previewed" value="([^"]*)"/.exec(looked)?.[1] ?? '';
  const tick = /name="looked"[^>]* value="([^"]*)"/.exec(looked)?.[1] ?? '';
  const form = { ...fields, ...changes, previewed, looked: tick, step: 'agree' };
  return { answer: await member.post(`/presentations/${id}`, form), looked, form };
}

const stored = (id: string) =>
  write(async (tx) => (await tx.select().from(schema.presentation).where(eq(schema.presentation.id, id)))[0]);
const eventsOf = (id: string) =>
  write((tx) => tx.select().from(schema.activityEvent).where(eq(schema.activityEvent.aboutId, id)));

describe('the door', () => {
  it('is the team’s to open; coach and facilitator read it; for all others it is not there', async () => {
    const { id } = await askedDay();
    for (const role of ['member', 'colleague', 'coach', 'facilitator'] as const)
      expect((await as(role).get(`/presentations/${id}`)).status, role).toBe(200);
    for (const role of [
      ...(['otherTeamMember', 'otherLeaMember', 'otherCoach', 'otherFacilitator'] as const),
      ...(['sponsor', 'administrator'] as const),
    ])
      expect((await as(role).get(`/presentations/${id}`)).status, role).toBe(404);
    const form = { version: '1', step: 'decline' };
    expect((await as('coach').post(`/presentations/${id}`, form)).status).toBe(403);
    expect((await as('facilitator').post(`/presentations/${id}`, form)).status).toBe(403);
    expect((await as('otherTeamMember').post(`/presentations/${id}`, form)).status).toBe(404);
    expect((await as('member').get(`/presentations/${uuidv7()}`)).status).toBe(404);
    expect((await openDoor(id, 'coach')).fields).toEqual({ series: '' });
  });

  it('shows words instead of numbers of a group of eight, and stores what was seen', async () => {
    const { id, meetingId } = await askedDay();
    const { answer, looked } = await agree(id);
    expect(looked).toContain('Numbers are not shown, to protect a small group of students.');
    expect(answer.status).toBe(302);
    const row = await stored(id);
    const shown = JSON.parse(row?.shown ?? '{}') as { chart: unknown; questions: { prediction: string }[] };
    expect(shown.chart).toBe(null);
    expect(shown.questions[0]?.prediction).toBe('We expected it to reach a level we had set.');
    const packet = await pageOf(await as('otherTeamMember').get(`/meetings/${meetingId}/packet`));
    expect(packet).toContain('Idea in complete of Own team');
    expect(packet).not.toContain('60%');
    const [event] = (await eventsOf(id)).filter(({ kind }) => kind === 'presentation_agreed');
    expect(event).toMatchObject({
      ...{ teamId: network.own.teamId, meetingId, cycleId: network.own.cycles.complete },
      aboutPersonId: network.people.facilitator.id,
    });
  });

  it('agrees to nothing that was not seen, and once only', async () => {
    const { id } = await askedDay();
    const member = as('member');
    const { fields } = await openDoor(id);
    const unseen = await member.post(`/presentations/${id}`, {
      ...{ ...fields, learned: 'Something else.', step: 'agree' },
    });
    expect(unseen.status).toBe(400);
    expect(await pageOf(unseen)).toContain('This is what the room would see now.');
    expect((await stored(id))?.shown).toBe(null);
    const { answer, form } = await agree(id, { learned: 'Frames help starters a lot.' });
    expect(answer.status).toBe(302);
    expect((await member.post(`/presentations/${id}`, form)).status).toBe(302);
    expect((await stored(id))?.version).toBe(2);
    expect((await eventsOf(id)).filter(({ kind }) => kind === 'presentation_agreed')).toHaveLength(1);
    const stale = await member.post(`/presentations/${id}`, { ...form, learned: 'Later.', previewed: 'x' });
    expect(stale.status).toBe(409);
  });

  it('asks about a name before it is shown', async () => {
    const { id } = await askedDay();
    const member = as('member');
    const { answer, looked, form } = await agree(id, { learned: 'It helped Jamal Washington most.' });
    expect(looked).toContain('A question before you agree');
    expect(answer.status).toBe(302);
    expect(form.looked).not.toBe('');
    const { id: second } = await askedDay();
    const { fields } = await openDoor(second);
    const typed = { ...fields, learned: 'It helped Jamal Washington most.' };
    const seen = await pageOf(await member.post(`/presentations/${second}`, { ...typed, step: 'look' }));
    const previewed = /name="previewed" value="([^"]*)"/.exec(seen)?.[1] ?? '';
    const hasty = await member.post(`/presentations/${second}`, { ...typed, previewed, step: 'agree' });
    expect(hasty.status).toBe(400);
    expect(await pageOf(hasty)).toContain('is missing. It is about “Jamal Washington”.');
    expect((await stored(second))?.shown).toBe(null);
  });

  it('asks with the first look, and shows what was kept of its words on coming back', async () => {
    const { id, cycleId } = await askedDay({ cycleId: network.own.cycles.act });
    const named = { learned: 'It helped Jamal Washington most.' };
    await write((tx) => tx.update(schema.cycle).set(named).where(eq(schema.cycle.id, cycleId)));
    const { html } = await openDoor(id);
    expect(html).toContain('A question before you agree');
    expect(html).toMatch(/<mark[^>]*>Jamal Washington<\/mark> most/);
    const member = as('member');
    const { fields } = await openDoor(id);
    const kept = new URLSearchParams({ ...fields, learned: 'It helped a student most.' }).toString();
    const form = `present/${id}`;
    expect((await member.post(`/drafts/${uuidv7()}`, { form, fields: kept })).status).toBe(200);
    const back = await openDoor(id);
    expect(back.html).toContain('We’ll present this');
    expect(back.html).toContain('What the room would see');
    expect(back.html).not.toContain('A question before you agree');
    expect(back.fields.learned).toBe('It helped a student most.');
  });

  it('takes no chart of another team and no question of another cycle', async () => {
    const { id } = await askedDay();
    const member = as('member');
    const { fields } = await openDoor(id);
    const foreign = `${network.sameSchool.proportionId}/${network.groups.swd ?? ''}`;
    const chart = await member.post(`/presentations/${id}`, { ...fields, series: foreign, step: 'look' });
    expect(chart.status).toBe(400);
    expect(await pageOf(chart)).toContain('Choose a chart of your team.');
    const question = { ...fields, 'questions[0].id': network.own.questions.act, step: 'look' };
    expect((await member.post(`/presentations/${id}`, question)).status).toBe(404);
  });

  it('shows a large group, and refuses a chart that would tell of a few beside it', async () => {
    const whole = network.groups.all ?? '';
    const part = network.groups.swd ?? '';
    const { meanId } = network.own;
    await write(async (tx) => {
      const measureId = uuidv7();
      const stamp = { createdBy: network.people.member.id, createdAt: Date.now() };
      await tx.insert(schema.measure).values({
        ...{ id: measureId, teamId: network.own.teamId, name: 'Exit tickets', level: 'driver' },
        ...{ kind: 'proportion', direction: 'increase', unit: '%', frequency: 'weekly', ...stamp },
      });
      await tx
        .insert(schema.measureVersion)
        .values({ id: uuidv7(), measureId, number: 1, definition: 'Right on the ticket.', ...stamp });
      for (const [position, groupId] of [whole, part].entries()) {
        await tx.insert(schema.measureGroup).values({ id: uuidv7(), measureId, groupId, position });
        const days = await tx
          .select({ date: schema.dataPoint.date })
          .from(schema.dataPoint)
          .where(eq(schema.dataPoint.measureId, network.own.proportionId));
        for (const { date } of days)
          await tx.insert(schema.dataPoint).values({
            ...{ id: uuidv7(), measureId, groupId, kind: 'proportion', date },
            ...{ numerator: position === 0 ? 15 : 12, denominator: position === 0 ? 28 : 23 },
            ...{ recordedBy: network.people.member.id, recordedAt: Date.now() },
          });
      }
      return measureId;
    });
    const measureId = await write(
      async (tx) =>
        (await tx.select().from(schema.measure).where(eq(schema.measure.name, 'Exit tickets')))[0]?.id ?? '',
    );
    expect(meanId).not.toBe(measureId);
    const first = await askedDay();
    const shown = await agree(first.id, { series: `${measureId}/${whole}`, students: '28' });
    expect(shown.answer.status).toBe(302);
    expect((await stored(first.id))?.shown).toContain('Exit tickets');
    const releases = await write((tx) =>
      tx.select().from(schema.disclosureRelease).where(eq(schema.disclosureRelease.presentationId, first.id)),
    );
    expect(releases).toHaveLength(1);
    expect(releases[0]).toMatchObject({ signature: 'by_name', postId: null });
    // 23 of the same 28: the five others would be known.
    const second = await askedDay({ cycleId: network.own.cycles.act });
    const beside = await agree(second.id, { series: `${measureId}/${part}`, students: '23' });
    expect(beside.looked).toContain('Only you see this: why there are no numbers');
    expect((JSON.parse((await stored(second.id))?.shown ?? '{}') as { chart: unknown }).chart).toBe(null);
  });

  it('takes no for an answer: the item is free again, and the facilitator hears of it', async () => {
    const { id, itemId, meetingId } = await askedDay({ shown: storyboard({ learned: 'Seen for a day.' }) });
    const member = as('member');
    const answer = await member.post(`/presentations/${id}`, {
      ...{ version: '2', why: 'Our lead is away.', step: 'decline' },
    });
    expect(answer.status).toBe(302);
    expect(await stored(id)).toMatchObject({ shown: null, agreedAt: null, declinedWhy: 'Our lead is away.' });
    const [item] = await write((tx) =>
      tx.select().from(schema.agendaItem).where(eq(schema.agendaItem.id, itemId)),
    );
    expect(item).toMatchObject({ teamId: null, cycleId: null });
    expect((await eventsOf(id)).map(({ kind }) => kind)).toContain('presentation_declined');
    const packet = await pageOf(await member.get(`/meetings/${meetingId}/packet`));
    expect(packet).not.toContain('Seen for a day.');
    const page = await pageOf(await as('facilitator').get(`/meetings/${meetingId}/presenters`));
    expect(page).toContain('Our lead is away.');
  });

  it('refuses by name what is shared with a hidden signature', async () => {
    const { id, cycleId } = await askedDay({ cycleId: network.own.cycles.study });
    await write((tx) =>
      addPost(
        tx,
        { authorId: network.people.member.id, teamId: network.own.teamId, cycleId },
        { title: 'From somewhere', signature: 'school_hidden', signedAs: 'A team · school hidden' },
      ),
    );
    const { html, fields } = await openDoor(id);
    expect(html).toContain('From somewhere');
    expect(Object.keys(fields)).toEqual(['series']);
    const forced = await as('member').post(`/presentations/${id}`, {
      ...{ version: '1', changeIdea: 'Frames', previewed: 'x', step: 'agree' },
    });
    expect(forced.status).toBe(400);
    expect((await stored(id))?.shown).toBe(null);
  });
});

describe('the room', () => {
  it('knows a team’s name and nothing of its cycle before the team agreed', async () => {
    const { meetingId, cycleId, id } = await askedDay();
    for (const role of ['otherTeamMember', 'member', 'facilitator'] as const)
      for (const path of [`/meetings/${meetingId}/packet`, `/meetings/${meetingId}/packet.data`]) {
        const page = await pageOf(await as(role).get(path));
        expect(page, role).toContain('Own team');
        for (const word of ['Idea in complete', 'Objective in complete', cycleId, id, 'A quiet reason'])
          expect(page, `${role} ${path} ${word}`).not.toContain(word);
      }
  });

  it('reads on its phones that a team has not agreed, and not why; of a team without a cycle just its name', async () => {
    const words = 'has not agreed to show its cycle';
    const start = async (meetingId: string) => {
      const press = { id: uuidv7(), move: 'start', stepId: '' };
      await as('facilitator').post(`/meetings/${meetingId}/clock`, press);
    };
    const seen = async (meetingId: string, page = '') =>
      pageOf(await as('otherTeamMember').get(`/meetings/${meetingId}/live${page}`));
    const asked = await askedDay();
    const declined = await askedDay();
    await write((tx) =>
      tx
        .update(schema.presentation)
        .set({ declinedAt: 5, declinedWhy: 'Our lead is away.' })
        .where(eq(schema.presentation.id, declined.id)),
    );
    for (const { meetingId, cycleId } of [asked, declined]) {
      await start(meetingId);
      const page = await seen(meetingId);
      expect(page).toContain(words);
      for (const hidden of ['Our lead is away', 'Idea in complete', cycleId])
        expect(page).not.toContain(hidden);
      expect(await seen(meetingId, '/projector?show=presentation')).not.toContain(words);
    }
    const agreed = await askedDay({ shown: storyboard() });
    const byName = await write(async (tx) => {
      const meetingId = await addMeeting(tx, network, { announced: true, invited: everybody });
      await addAgendaItem(tx, meetingId, { title: 'Huddle', teamId: network.own.teamId });
      return { meetingId };
    });
    for (const { meetingId } of [agreed, byName]) {
      await start(meetingId);
      expect(await seen(meetingId)).not.toContain(words);
    }
  });

  it('is open to the invited and nobody else', async () => {
    const { meetingId } = await askedDay({ shown: storyboard() });
    for (const role of ['otherLeaMember', 'otherFacilitator', 'sponsor', 'administrator'] as const) {
      const visitor = as(role);
      expect((await visitor.get(`/meetings/${meetingId}/packet`)).status, role).toBe(404);
      expect((await visitor.get(`/meetings/${meetingId}/presenters`)).status, role).toBe(404);
    }
    expect((await as('member').get(`/meetings/${meetingId}/presenters`)).status).toBe(403);
  });

  it('sees no post that is withdrawn, nor one for a school only', async () => {
    const { meetingId, gone, narrow } = await write(async (tx) => {
      const day = await addMeeting(tx, network, { announced: true, invited: everybody });
      const origin = { authorId: network.people.member.id, teamId: network.own.teamId };
      const one = await addPost(tx, origin, { title: 'Taken back', standing: 'withdrawn' });
      const other = await addPost(tx, origin, {
        title: 'For our school',
        audience: 'school',
        audienceId: uuidv7(),
      });
      for (const postId of [one, other]) await addAgendaItem(tx, day, { title: 'From the feed', postId });
      return { meetingId: day, gone: one, narrow: other };
    });
    const page = await pageOf(await as('otherTeamMember').get(`/meetings/${meetingId}/packet.data`));
    for (const word of ['Taken back', 'For our school', gone, narrow]) expect(page).not.toContain(word);
  });
});

describe('who presents', () => {
  const ask = (meetingId: string, fields: Record<string, string>) => async (role: Role) =>
    as(role).post(`/meetings/${meetingId}/presenters`, {
      ...{ id: uuidv7(), newItemId: uuidv7(), place: 'protocol:success-analysis-30' },
      ...fields,
    });
  const emptyDay = () => write((tx) => addMeeting(tx, network, { announced: true, invited: everybody }));

  it('puts a cycle on the agenda and asks its team, once', async () => {
    const meetingId = await emptyDay();
    const [id, newItemId] = [uuidv7(), uuidv7()];
    const form = { id, newItemId, cycleId: network.own.cycles.complete, why: 'A clear signal.' };
    expect((await ask(meetingId, form)('facilitator')).status).toBe(302);
    expect((await ask(meetingId, form)('facilitator')).status).toBe(302);
    const items = await write((tx) =>
      tx.select().from(schema.agendaItem).where(eq(schema.agendaItem.meetingId, meetingId)),
    );
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ teamId: network.own.teamId, why: 'A clear signal.' });
    expect((await eventsOf(id)).map(({ kind }) => kind)).toEqual(['presentation_asked']);
    const week = await pageOf(await as('colleague').get('/'));
    expect(week).toContain(`/presentations/${id}`);
    const cycle = await pageOf(await as('member').get(`/cycles/${network.own.cycles.complete}/act`));
    expect(cycle).toContain(`/presentations/${id}`);
  });

  it('asks again after a no', async () => {
    const { id, meetingId, cycleId } = await askedDay();
    await as('member').post(`/presentations/${id}`, { version: '1', step: 'decline' });
    expect((await ask(meetingId, { cycleId })('facilitator')).status).toBe(302);
    expect(await stored(id)).toMatchObject({ declinedAt: null, version: 3 });
  });

  it('finds no cycle of another cohort, no item of another meeting, and nobody else asks', async () => {
    const meetingId = await emptyDay();
    const { itemId } = await askedDay();
    const cycleId = network.own.cycles.complete;
    expect((await ask(meetingId, { cycleId: network.otherLea.cycles.complete })('facilitator')).status).toBe(
      404,
    );
    expect((await ask(meetingId, { cycleId, place: `item:${itemId}` })('facilitator')).status).toBe(404);
    expect((await ask(meetingId, { cycleId, place: 'protocol:nothing' })('facilitator')).status).toBe(404);
    expect((await ask(meetingId, { cycleId })('member')).status).toBe(403);
    expect((await ask(meetingId, { cycleId })('otherFacilitator')).status).toBe(404);
    expect((await ask(meetingId, { cycleId: '' })('facilitator')).status).toBe(400);
  });

  it('takes no place in which somebody else presents', async () => {
    const { meetingId, itemId } = await askedDay();
    const form = { cycleId: network.own.cycles.act, place: `item:${itemId}` };
    const answer = await ask(meetingId, form)('facilitator');
    expect(answer.status).toBe(400);
    expect(await pageOf(answer)).toContain('Somebody else presents there by now.');
  });
});
