import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { addAgendaItem, addMeeting, invite } from '../factories/small-meetings';
import { makeSmallNetwork, roles } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { addPost } from '../factories/small-posts';
import { everythingIn } from '../support/everything-in';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInPeople } from '../support/signed-in';
import { visitor } from '../support/visitor';

/** What somebody is to a meeting. */
type Standing = 'runs' | 'reads' | 'stranger';

const meetings = ['announced', 'draft', 'teamMeeting', 'otherCohort'] as const;
type Which = (typeof meetings)[number];

/** Who is more than a stranger to each: everybody else finds nothing, uninvited members of the cohort too. */
const standings: Record<Which, Partial<Record<Role, Standing>>> = {
  announced: { facilitator: 'runs', member: 'reads', otherTeamMember: 'reads', coach: 'reads' },
  draft: { facilitator: 'runs' },
  teamMeeting: { member: 'runs', colleague: 'runs', coach: 'runs', facilitator: 'reads' },
  otherCohort: { otherFacilitator: 'runs', otherLeaMember: 'reads' },
};
const standingOf = (role: Role, which: Which): Standing => standings[which][role] ?? 'stranger';

type Answers = Record<Standing, number>;
const forReaders: Answers = { runs: 200, reads: 200, stranger: 404 };
const forRunners: Answers = { runs: 200, reads: 403, stranger: 404 };

const pages: { end: string; answers: Answers }[] = [
  { end: '', answers: forReaders },
  { end: '/live', answers: forReaders },
  { end: '/live/projector', answers: forReaders },
  { end: '/packet', answers: forReaders },
  { end: '/invitation.ics', answers: forReaders },
  { end: '/edit', answers: forRunners },
  { end: '/agenda', answers: forRunners },
  { end: '/people', answers: forRunners },
  { end: '/presenters', answers: forRunners },
  { end: '/cancellation', answers: forRunners },
  { end: '/minutes', answers: forReaders },
];

let app: RunningApp;
let network: SmallNetwork;
const ids = {} as Record<Which, string>;
const more = {} as Record<'itemId' | 'presentationId' | 'commitmentId' | 'unanswered', string>;
const as = signedInPeople(() => ({ url: app.url, network }));

const said = {
  purpose: 'To compare how our frames went.',
  focus: 'Which students do we lose?',
  agreed: 'We saw more of them start.',
  unshown: 'Objective nobody agreed to show',
  commitment: 'Bring three samples of writing',
};

const shown = () => ({
  ...{ signedAs: 'Own team, School one', changeIdea: 'Sentence frames', cycleNumber: 1 },
  ...{ objective: 'Start sooner', scale: 'one class', questions: [], carriedOut: '', learned: said.agreed },
  ...{ decision: null, chart: null, shape: '', hiddenWhy: '' },
});

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
      const { own, sameSchool, otherLea, people: named } = network;
      const by = named.facilitator.id;
      await database.inTransaction(async (tx) => {
        const { purpose } = said;
        ids.announced = await addMeeting(tx, network, {
          ...{ announced: true, purpose, invited: ['member', 'otherTeamMember', 'coach'] },
        });
        await invite(tx, network, ids.announced, ['colleague'], { withdrawn: true });
        ids.draft = await addMeeting(tx, network, { purpose, invited: ['member', 'coach'] });
        const ofTeam = { kind: 'team_meeting', announced: true, purpose } as const;
        ids.teamMeeting = await addMeeting(tx, network, ofTeam);
        ids.otherCohort = await addMeeting(tx, network, {
          ...{ announced: true, purpose, cohortId: otherLea.cohortId, by: 'otherFacilitator' },
          invited: ['otherLeaMember', 'member', 'facilitator'],
        });
        for (const which of meetings)
          await addAgendaItem(tx, ids[which], { title: 'Consultancy', focus: said.focus });
        const subject = { teamId: own.teamId, cycleId: own.cycles.study };
        more.itemId = (await addAgendaItem(tx, ids.announced, { title: 'Presents', ...subject })).itemId;
        const asked = { meetingId: ids.announced, askedBy: by, askedAt: Date.now() };
        more.presentationId = uuidv7();
        await tx.insert(schema.presentation).values({
          ...{ id: more.presentationId, ...asked, ...subject, shown: JSON.stringify(shown()) },
          ...{ agreedBy: named.member.id, agreedAt: Date.now() },
        });
        await tx
          .update(schema.cycle)
          .set({ objective: said.unshown })
          .where(eq(schema.cycle.id, sameSchool.cycles.study));
        const other = { teamId: sameSchool.teamId, cycleId: sameSchool.cycles.study };
        await addAgendaItem(tx, ids.announced, { title: 'Was asked', ...other });
        more.unanswered = uuidv7();
        await tx.insert(schema.presentation).values({ id: more.unanswered, ...asked, ...other });
        const postId = await addPost(
          tx,
          { teamId: otherLea.teamId, authorId: named.otherLeaMember.id, cycleId: otherLea.cycles.complete },
          { signature: 'school_hidden', signedAs: 'A team of another school', title: 'What we lost' },
        );
        await addAgendaItem(tx, ids.announced, { title: 'A loss', postId });
        more.commitmentId = uuidv7();
        const made = { madeBy: named.member.id, madeAt: Date.now() };
        await tx.insert(schema.commitment).values({
          ...{ id: more.commitmentId, meetingId: ids.announced, teamId: own.teamId, what: said.commitment },
          ...{ cycleId: own.cycles.study, byWhen: network.today, personId: named.member.id, ...made },
          ...{ changedBy: named.member.id, changedAt: Date.now() },
        });
      });
    },
  });
});
afterAll(() => app.remove());

const secrets = Object.values(said);

type TriedForm = { path: string; fields: Record<string, string>; of: 'runners' | 'readers' | 'team' };

/** Every form of a meeting, as it would be sent by somebody who knows its ids. */
function formsOf(meetingId: string): TriedForm[] {
  const at = (end: string) => `/meetings/${meetingId}/${end}`;
  const id = uuidv7();
  const { itemId, commitmentId } = more;
  const when = { day: '2027-03-01', time: '10:00', timeZone: 'America/New_York', minutes: '60' };
  const ask = { id, newItemId: uuidv7(), cycleId: network.own.cycles.do, place: 'protocol:consultancy-20' };
  return [
    { path: at('edit'), fields: { version: '1', title: 'Taken over', ...when }, of: 'runners' },
    { path: at('items'), fields: { id, protocolKey: 'consultancy-20' }, of: 'runners' },
    { path: `/items/${itemId}`, fields: { agendaVersion: '1', title: 'Taken over' }, of: 'runners' },
    { path: `/items/${itemId}/position`, fields: { agendaVersion: '1', to: '0' }, of: 'runners' },
    { path: `/items/${itemId}/removal`, fields: { agendaVersion: '1' }, of: 'runners' },
    { path: at('people'), fields: { intent: 'joined' }, of: 'runners' },
    { path: at('people'), fields: { invite: network.people.otherLeaMember.id }, of: 'runners' },
    { path: at('announcement'), fields: { sure: 'on' }, of: 'runners' },
    { path: at('cancellation'), fields: { why: 'Taken over' }, of: 'runners' },
    { path: at('presenters'), fields: ask, of: 'runners' },
    { path: at('repetition'), fields: { rhythm: 'weekly', count: '2', after: meetingId }, of: 'runners' },
    { path: at('clock'), fields: { id, move: 'start', stepId: '', view: 'live' }, of: 'runners' },
    { path: at('minutes'), fields: { version: '0', body: 'Taken over', step: 'save' }, of: 'runners' },
    { path: at('answer'), fields: { answer: 'yes' }, of: 'readers' },
    { path: at('contributions'), fields: { id, itemId, kind: 'warm', body: 'Taken over' }, of: 'readers' },
    { path: at('attendances'), fields: { wanted: 'here' }, of: 'readers' },
    { path: at(`notes/${itemId}`), fields: { formId: id, words: 'Taken over' }, of: 'readers' },
    { path: at(`notes/${itemId}/changes`), fields: { update: '', vector: '', edition: '0' }, of: 'readers' },
    {
      path: at('commitments'),
      fields: { id, itemId, who: 'runners all', what: 'Taken over', byWhen: '2027-03-01', at: 'live' },
      of: 'readers',
    },
    {
      path: `/presentations/${more.unanswered}`,
      fields: { step: 'decline', version: '1' },
      of: 'team',
    },
    { path: `/commitments/${commitmentId}/keeping`, fields: { wanted: 'kept', at: 'team' }, of: 'team' },
    { path: `/commitments/${commitmentId}`, fields: { step: 'let_go', version: '1', why: 'x' }, of: 'team' },
  ];
}

describe.each(roles)('%s', (role) => {
  it.each(pages)('/meetings/:meeting$end', async ({ end, answers }) => {
    for (const which of meetings) {
      const path = `/meetings/${ids[which]}${end}`;
      const response = await as(role).get(path);
      const expected = answers[standingOf(role, which)];
      expect(response.status, `${which} ${end}`).toBe(expected);
      const text = await response.text();
      if (expected !== 200) for (const words of secrets) expect(text, `${which} ${end}`).not.toContain(words);
    }
  });

  it('page data follow the same rule as pages', async () => {
    for (const which of meetings)
      for (const end of ['', '/live', '/live/projector', '/packet']) {
        const text = await (await as(role).get(`/meetings/${ids[which]}${end}.data`)).text();
        const reads = standingOf(role, which) !== 'stranger';
        expect(text.includes(said.focus), `${which} ${end}`).toBe(reads);
      }
  });

  it('minutes that are not sent are read by those who run the meeting', async () => {
    const text = await (await as(role).get(`/meetings/${ids.announced}/minutes`)).text();
    expect(text.includes(said.commitment)).toBe(standingOf(role, 'announced') === 'runs');
  });

  it('the stream of a room', async () => {
    for (const which of meetings) {
      const response = await as(role).get(`/meetings/${ids[which]}/live/events`);
      expect(response.status, which).toBe(standingOf(role, which) === 'stranger' ? 404 : 200);
      await response.body?.cancel();
    }
  });

  it('the room sees what a team agreed to show, and of another cycle nothing', async () => {
    if (standingOf(role, 'announced') === 'stranger') return;
    for (const end of ['/live', '/live/projector', '/packet', '']) {
      const page = await (await as(role).get(`/meetings/${ids.announced}${end}`)).text();
      expect(page, end).not.toContain(said.unshown);
      if (end !== '' && end !== '/live/projector') expect(page, end).toContain(said.agreed);
    }
  });

  it('a hidden signature stays hidden on every page of the meeting', async () => {
    if (role === 'otherLeaMember') return;
    const { otherLea } = network;
    const telling = [
      otherLea.teamId,
      otherLea.cycles.complete,
      'OtherLeaMember',
      'School three',
      'Other team',
    ];
    const ends = ['', '/live', '/live/projector', '/packet', '/agenda', '/presenters', '/people', '/minutes'];
    for (const end of ends)
      for (const data of ['', '.data']) {
        const text = await (await as(role).get(`/meetings/${ids.announced}${end}${data}`)).text();
        for (const words of telling) expect(text.includes(words), `${end}${data} ${words}`).toBe(false);
      }
  });

  it('a presentation is its team’s, its coaches’ and its facilitators’', async () => {
    const ofOwn = { member: 200, colleague: 200, coach: 200, facilitator: 200 };
    const ofOther = { otherTeamMember: 200, facilitator: 200 };
    const status = async (id: string) => (await as(role).get(`/presentations/${id}`)).status;
    expect(await status(more.presentationId)).toBe((ofOwn as Partial<Record<Role, number>>)[role] ?? 404);
    expect(await status(more.unanswered)).toBe((ofOther as Partial<Record<Role, number>>)[role] ?? 404);
  });

  it('a commitment is read by its team’s readers and the meeting’s', async () => {
    const reads: Role[] = ['member', 'colleague', 'coach', 'facilitator', 'otherTeamMember'];
    const response = await as(role).get(`/commitments/${more.commitmentId}`);
    expect(response.status).toBe(reads.includes(role) ? 200 : 404);
  });

  it('forms change nothing for whom the meeting is not there, and what is run stays with those who run it', async () => {
    const standing = standingOf(role, 'announced');
    if (standing === 'runs') return;
    const before = everythingIn(join(app.folder, 'boldline.db'));
    for (const { path, fields, of } of formsOf(ids.announced)) {
      if (standing === 'reads' && of !== 'runners') continue;
      // A member of its team keeps a commitment, invited or not.
      if (role === 'colleague' && of === 'team') continue;
      const response = await as(role).post(path, fields);
      // A commitment and a presentation have readers and writers of their own, beside the meeting's.
      const expected = of === 'team' ? [403, 404] : [standing === 'reads' ? 403 : 404];
      expect(expected, path).toContain(response.status);
    }
    expect(everythingIn(join(app.folder, 'boldline.db')) === before).toBe(true);
  });

  it('the library of protocols, the list of meetings and a new one', async () => {
    const plans = !['sponsor', 'otherSponsor', 'administrator'].includes(role);
    expect((await as(role).get('/meetings')).status).toBe(plans ? 200 : 404);
    expect((await as(role).get('/meetings/new')).status).toBe(plans ? 200 : 404);
    const list = await (await as(role).get('/meetings')).text();
    for (const which of meetings)
      expect(list.includes(ids[which]), which).toBe(standingOf(role, which) !== 'stranger');
  });

  it('the cohort at a glance is its facilitators’', async () => {
    const { own, otherLea } = network;
    for (const [cohortId, facilitator] of [
      [own.cohortId, 'facilitator'],
      [otherLea.cohortId, 'otherFacilitator'],
    ])
      for (const end of ['/participation.csv', '/cycles.csv', '/reports']) {
        const response = await as(role).get(`/cohorts/${cohortId}${end}`);
        expect(response.status, end).toBe(role === facilitator ? 200 : 404);
      }
  });
});

describe('signed out', () => {
  it('every page asks to sign in; a wrong secret leads nowhere', async () => {
    for (const { end } of pages) {
      const path = `/meetings/${ids.announced}${end}`;
      const response = await visitor(app.url).get(path);
      expect(response.status, path).toBe(302);
      expect(response.headers.get('Location')).toBe(
        `/sign-in?${new URLSearchParams({ to: path }).toString()}`,
      );
    }
    expect((await visitor(app.url).get('/meeting-answers/nothing')).status).toBe(404);
  });
});

describe('a membership that ends', () => {
  it('closes the meeting of the cohort that day', async () => {
    const mine = `/meetings/${ids.announced}`;
    expect((await as('otherTeamMember').get(mine)).status).toBe(200);
    const records = app.look();
    await records.inTransaction(async (tx) => {
      await tx
        .update(schema.teamMembership)
        .set({ endedOn: network.today })
        .where(eq(schema.teamMembership.personId, network.people.otherTeamMember.id));
    });
    records.close();
    for (const end of ['', '/live', '/packet', '/live/events'])
      expect((await as('otherTeamMember').get(mine + end)).status, end).toBe(404);
  });
});
