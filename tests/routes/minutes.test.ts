import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  commitment,
  contribution,
  meetingMinutes,
  meetingNote,
  meetingRoom,
  presentation,
  stepTime,
} from '#db/schema';
import { addDays } from '~/lib/school-day';
import type { Database } from '~/platform/database.server';
import { addAgendaItem, addMeeting, attend, invite } from '../factories/small-meetings';
import { makeSmallNetwork } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { addPost } from '../factories/small-posts';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInPeople } from '../support/signed-in';
import { pageOf } from '../support/visitor';

const hour = 3_600_000;

let app: RunningApp;
let network: SmallNetwork;
let records: Database;
const as = signedInPeople(() => ({ url: app.url, network }));
const ids = { over: '', second: '', draft: '', cancelled: '', toCome: '' };

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
      await database.inTransaction(async (tx) => {
        const { own, sameSchool } = network;
        const person = (role: Role) => network.people[role].id;
        const invited: Role[] = ['member', 'otherTeamMember', 'coach'];
        ids.over = await addMeeting(tx, network, {
          ...{ title: 'Fall network day', startsAt: Date.now() - 3 * hour, announced: true, invited },
          place: 'Northgate library',
        });
        await invite(tx, network, ids.over, ['colleague'], { answer: 'no' });
        await attend(tx, network, ids.over, ['member', 'otherTeamMember', 'coach']);
        const began = Date.now() - 3 * hour;
        await tx.insert(meetingRoom).values({ meetingId: ids.over, startedAt: began, endedAt: began + hour });
        const shown = await addAgendaItem(tx, ids.over, {
          ...{ title: 'Consultancy', teamId: own.teamId, cycleId: own.cycles.study, focus: 'Why so slow?' },
        });
        const tuning = await addAgendaItem(tx, ids.over, {
          ...{ title: 'Tuning', teamId: sameSchool.teamId, cycleId: sameSchool.cycles.do },
        });
        const postId = await addPost(
          tx,
          { teamId: own.teamId, authorId: person('member') },
          { signature: 'school_hidden', signedAs: 'A grade 4 team, school hidden', title: 'Quiet corners' },
        );
        const loss = await addAgendaItem(tx, ids.over, { title: 'A loss read together', postId });
        const absent = await addAgendaItem(tx, ids.over, {
          ...{ title: 'Success analysis', teamId: network.otherLea.teamId, focus: 'What made it stick?' },
        });
        await addAgendaItem(tx, ids.over, { title: 'What we change', teamId: own.teamId });
        const begun = [shown, tuning, loss, absent].flatMap(({ stepIds }) => stepIds);
        await tx.insert(stepTime).values(begun.map((stepId) => ({ stepId, elapsed: 60_000 })));
        await tx.insert(presentation).values({
          ...{ id: uuidv7(), meetingId: ids.over, teamId: own.teamId, cycleId: own.cycles.study },
          ...{ askedBy: person('facilitator'), askedAt: 1, shown: '{}', agreedBy: person('member') },
          agreedAt: 2,
        });
        const said = { meetingId: ids.over, itemId: shown.itemId, writtenAt: 1 };
        await tx.insert(contribution).values([
          {
            ...{ ...said, id: uuidv7(), kind: 'warm', body: 'A clear because' },
            authorId: person('otherTeamMember'),
          },
          {
            ...{ ...said, id: uuidv7(), kind: 'question', body: 'Who drops the frame?', takenUpAt: 5 },
            ...{ takenUpBy: person('facilitator'), authorId: person('otherTeamMember') },
          },
          {
            ...{ ...said, id: uuidv7(), kind: 'cool', body: 'Taken back', withdrawnAt: 3 },
            authorId: person('otherTeamMember'),
          },
        ]);
        await tx.insert(meetingNote).values({
          ...{ id: uuidv7(), meetingId: ids.over, itemId: shown.itemId, state: Buffer.from('') },
          ...{ words: 'Oral rehearsal first.', changedBy: person('member'), changedAt: 1 },
        });
        await tx.insert(commitment).values({
          ...{ id: uuidv7(), meetingId: ids.over, teamId: own.teamId, personId: person('member') },
          ...{ what: 'Film one lesson', byWhen: addDays(network.today, 14) },
          ...{ madeBy: person('member'), madeAt: 1, changedBy: person('member'), changedAt: 1 },
        });
        ids.second = await addMeeting(tx, network, {
          ...{ title: 'Huddle', kind: 'cohort_huddle', startsAt: Date.now() - 30 * hour, announced: true },
        });
        await invite(tx, network, ids.second, ['member'], { role: 'note_taker' });
        await invite(tx, network, ids.second, ['otherTeamMember']);
        ids.draft = await addMeeting(tx, network, { title: 'Draft day' });
        ids.cancelled = await addMeeting(tx, network, {
          ...{ title: 'Cancelled day', announced: true, invited, cancelledWhy: 'Snow' },
        });
        ids.toCome = await addMeeting(tx, network, { title: 'Winter day', announced: true, invited });
      });
    },
  });
  records = app.look();
}, 120_000);

afterAll(async () => {
  records.close();
  await app.remove();
});

const path = (meetingId: string) => `/meetings/${meetingId}/minutes`;
const read = async (role: Role, at: string) => pageOf(await as(role).get(at));
const write = (role: Role, meetingId: string, form: Record<string, string>) =>
  as(role).post(path(meetingId), { version: '0', body: 'We met.', step: 'save', ...form });
const rowOf = async (meetingId: string) =>
  (await records.reader.select().from(meetingMinutes).where(eq(meetingMinutes.meetingId, meetingId)))[0];
const formOf = (page: string) => /<textarea[^>]*name="body"[^>]*>([^<]*)<\/textarea>/.exec(page)?.[1] ?? '';

describe('minutes', () => {
  it('draft themselves from what the room saw', async () => {
    const draft = formOf(await read('facilitator', path(ids.over)));
    expect(draft).toContain('Northgate library');
    expect(draft).toContain('School one · Own team: Member Person; apologies: Colleague Person');
    expect(draft).toContain('Facilitators and coaches: Coach Person');
    expect(draft).toContain('Presented: School one · Own team, “Idea in study of Own team”, cycle 1');
    expect(draft).toContain('Focus: Why so slow?');
    expect(draft).toContain('Oral rehearsal first.');
    expect(draft).toContain('A clear because');
    expect(draft).toContain('Who drops the frame?');
    expect(draft).not.toContain('Taken back');
    expect(draft).toContain('“Quiet corners”, A grade 4 team, school hidden');
    expect(draft).toContain('Own team, Member Person: Film one lesson, by');
    // The other team did not agree to show its cycle.
    expect(draft).toContain('Presented: School one · Next-door team\n');
    expect(draft).not.toContain('Idea in do of Next-door team');
    // Nobody of this team came, nor did it agree.
    expect(draft).toContain('4. Success analysis (10 minutes)\n\nFocus: What made it stick?');
    expect(draft).toContain('Not reached: 5. What we change (10 minutes).');
  });

  it('wait on This week of those who run the meeting, until they are sent', async () => {
    expect(await read('facilitator', '/')).toContain('Minutes wait to be sent');
    expect(await read('member', '/')).not.toContain('Minutes wait to be sent');
    expect(await read('facilitator', '/')).not.toContain(path(ids.second));
    expect(await read('facilitator', '/')).not.toContain(path(ids.toCome));
  });

  it('are read by those in the meeting once they are sent, and by nobody else', async () => {
    const notYet = await read('member', path(ids.over));
    expect(notYet).toContain('Not sent yet');
    expect(notYet).not.toContain('Oral rehearsal');
    expect((await write('member', ids.over, {})).status).toBe(403);
    const draft = formOf(await read('facilitator', path(ids.over)));
    const sent = await write('facilitator', ids.over, { body: draft, step: 'send' });
    expect(sent.headers.get('Location')).toBe(`${path(ids.over)}?sent`);
    for (const role of ['member', 'otherTeamMember', 'colleague', 'coach'] as const)
      expect(await read(role, path(ids.over))).toContain('Oral rehearsal first.');
    for (const role of [
      ...(['otherLeaMember', 'otherCoach', 'otherFacilitator'] as const),
      ...(['sponsor', 'otherSponsor', 'administrator'] as const),
    ]) {
      expect((await as(role).get(path(ids.over))).status).toBe(404);
      expect((await write(role, ids.over, {})).status).toBe(404);
    }
    expect(await read('facilitator', '/')).not.toContain('Minutes wait to be sent');
  });

  it('are sent once by a double press, and again as a new edition when they were corrected', async () => {
    const before = await rowOf(ids.over);
    const body = before?.body ?? '';
    expect(before).toMatchObject({ edition: 1, sentBy: network.people.facilitator.id });
    const press = await write('facilitator', ids.over, { body, step: 'send', version: '0' });
    expect(press.status).toBe(302);
    expect(await rowOf(ids.over)).toEqual(before);
    const corrected = `${body}\n\nCorrected.`;
    await write('facilitator', ids.over, { body: corrected, version: '1' });
    expect(await read('member', path(ids.over))).not.toContain('Corrected.');
    expect(await read('facilitator', path(ids.over))).toContain('Send the corrected minutes');
    await write('facilitator', ids.over, { body: corrected, version: '2', step: 'send' });
    expect(await rowOf(ids.over)).toMatchObject({ edition: 2, sentBody: corrected, version: 2 });
    expect(await read('member', path(ids.over))).toContain('Corrected.');
  });

  it('are written by the note-taker too, and two writers choose', async () => {
    expect((await write('member', ids.second, { body: 'Notes of the member' })).status).toBe(302);
    expect(await rowOf(ids.second)).toMatchObject({ body: 'Notes of the member', version: 1 });
    expect((await write('member', ids.second, { body: 'Notes of the member' })).status).toBe(302);
    expect((await rowOf(ids.second))?.version).toBe(1);
    const stale = await write('facilitator', ids.second, { body: 'Notes of the facilitator' });
    expect(stale.status).toBe(409);
    const page = await pageOf(stale);
    expect(page).toContain('Notes of the member');
    expect(page).toContain('Notes of the facilitator');
    expect(page).toContain('Member Person changed this while you were writing');
    expect((await rowOf(ids.second))?.body).toBe('Notes of the member');
    const over = { body: 'Notes of the facilitator', overwrite: '1' };
    expect((await write('facilitator', ids.second, over)).status).toBe(302);
    expect(await rowOf(ids.second)).toMatchObject({ body: 'Notes of the facilitator', version: 2 });
    expect((await write('otherTeamMember', ids.second, {})).status).toBe(403);
  });

  it('say to their writers that something was added since, until they are written again', async () => {
    const added = 'Something was added to the meeting since these minutes were sent';
    expect(await read('facilitator', path(ids.over))).not.toContain(added);
    await records.inTransaction((tx) =>
      tx
        .update(meetingNote)
        .set({ words: 'A late thought.', changedAt: Date.now() })
        .where(eq(meetingNote.meetingId, ids.over)),
    );
    expect(await read('facilitator', path(ids.over))).toContain(added);
    expect(await read('member', path(ids.over))).not.toContain(added);
    const again = await read('facilitator', `${path(ids.over)}?again`);
    expect(again).not.toContain(added);
    expect(formOf(again)).toContain('A late thought.');
    const form = { body: formOf(again), version: '2', step: 'save' };
    expect((await write('facilitator', ids.over, form)).status).toBe(302);
    expect(await read('facilitator', path(ids.over))).not.toContain('Something was added to the meeting');
  });

  it('saved once more as they are, have been looked through', async () => {
    const added = 'Something was added to the meeting';
    const { body = '', version = 0 } = (await rowOf(ids.over)) ?? {};
    await records.inTransaction((tx) =>
      tx.update(meetingNote).set({ changedAt: Date.now() }).where(eq(meetingNote.meetingId, ids.over)),
    );
    expect(await read('facilitator', path(ids.over))).toContain(added);
    const shown = await read('facilitator', path(ids.over));
    const readThrough = Number(/name="readThrough" value="(\d+)"/.exec(shown)?.[1]);
    const save = (at: number, through: number) =>
      write('facilitator', ids.over, {
        ...{ body, version: String(at), step: 'save', readThrough: String(through) },
      });
    expect((await save(version - 1, readThrough)).status).toBe(302);
    expect((await save(version, readThrough - 1)).status).toBe(302);
    expect(await read('facilitator', path(ids.over))).toContain(added);
    expect((await save(version, readThrough)).status).toBe(302);
    expect(await read('facilitator', path(ids.over))).not.toContain(added);
    expect(await rowOf(ids.over)).toMatchObject({ body, version });
  });

  it('are drafted again with what was there kept aside', async () => {
    const page = await read('facilitator', `${path(ids.second)}?again`);
    expect(formOf(page)).toContain('Huddle');
    expect(formOf(page)).not.toContain('Notes of the facilitator');
    expect(page).toContain('What you had before');
    expect(page).toContain('Notes of the facilitator');
    expect((await rowOf(ids.second))?.body).toBe('Notes of the facilitator');
  });

  it('with words that may name a student wait for a look before they are sent, not before they are saved', async () => {
    const body = 'We spoke of my student Jayden. Coach Person and Member Person will look.';
    expect((await write('facilitator', ids.second, { body, version: '2' })).status).toBe(302);
    const asked = await write('facilitator', ids.second, { body, version: '3', step: 'send' });
    expect(asked.status).toBe(400);
    const page = await pageOf(asked);
    expect(page).toContain('Jayden');
    expect(formOf(page)).toBe(body);
    expect(await rowOf(ids.second)).toMatchObject({ edition: 0, sentAt: null });
    const looked = /name="looked"[^>]*value="([^"]+)"/.exec(page)?.[1] ?? '';
    const sent = await write('facilitator', ids.second, { body, version: '3', step: 'send', looked });
    expect(sent.status).toBe(302);
    expect((await rowOf(ids.second))?.edition).toBe(1);
  });

  it('that cannot be are refused with what was typed', async () => {
    expect((await write('facilitator', ids.toCome, { body: ' ' })).status).toBe(400);
    const long = await write('facilitator', ids.toCome, { body: `${'word '.repeat(4100)}` });
    expect(long.status).toBe(400);
    expect(await pageOf(long)).toContain('under 20,000 characters');
    const nobody = await write('facilitator', ids.draft, { step: 'send' });
    expect(nobody.status).toBe(400);
    expect(await pageOf(nobody)).toContain('nobody to send them to');
    expect((await write('member', ids.draft, {})).status).toBe(404);
    const cancelled = await write('facilitator', ids.cancelled, { body: 'Snow lay high.' });
    expect(cancelled.status).toBe(400);
    expect(await pageOf(cancelled)).toContain('Snow lay high.');
    for (const id of [ids.toCome, ids.draft, ids.cancelled]) expect(await rowOf(id)).toBeUndefined();
  });
});
