import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { countUnread } from '~/features/notifications/inbox/unread-count.server';
import { loadNotices } from '~/features/notifications/notice-queries.server';
import { tellEvents } from '~/features/notifications/telling/tell-events.server';
import { loadActor } from '~/features/people/actor-queries.server';
import { addDays } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { addMeeting, invite } from '../factories/small-meetings';
import { makeSmallNetwork } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { addEvents } from '../factories/small-reviews';
import { openTestDatabase } from '../support/test-database';
import type { TestDatabase } from '../support/test-database';

let file: TestDatabase;
let network: SmallNetwork;
let now: number;
let meetingId: string;

beforeEach(async () => {
  file = openTestDatabase();
  network = await makeSmallNetwork(file.database);
  now = Date.now();
  await tellEvents(file.database, { now });
  meetingId = await write((tx) => addMeeting(tx, network, { title: 'Winter day', announced: true }));
});
afterEach(() => file.remove());

const write = <T>(work: (tx: Connection) => Promise<T>) => file.database.inTransaction(work);
const id = (role: Role) => network.people[role].id;

async function noticesOf(role: Role) {
  const db = file.database.reader;
  const actor = await loadActor(db, network.people[role], network.today);
  const notices = await loadNotices(db, actor, { newest: 100, before: null });
  expect(await countUnread(db, actor), 'the number in the header').toBe(notices.length);
  return notices;
}

async function tell(steps: Parameters<typeof addEvents>[2]): Promise<void> {
  await write((tx) => addEvents(tx, network, steps, now));
  await tellEvents(file.database, { now: now + 10 });
}

async function addPresentation(): Promise<string> {
  const presentationId = uuidv7();
  await write((tx) =>
    tx.insert(schema.presentation).values({
      ...{ id: presentationId, meetingId, teamId: network.own.teamId, cycleId: network.own.cycles.study },
      ...{ askedBy: id('facilitator'), askedAt: now },
    }),
  );
  return presentationId;
}

async function addCommitment(personId: string | null): Promise<string> {
  const commitmentId = uuidv7();
  const stamps = { madeBy: id('facilitator'), madeAt: now, changedBy: id('facilitator'), changedAt: now };
  await write((tx) =>
    tx.insert(schema.commitment).values({
      ...{ id: commitmentId, meetingId, teamId: network.own.teamId, personId, what: 'Try frames in math' },
      ...{ byWhen: addDays(network.today, 14), ...stamps },
    }),
  );
  return commitmentId;
}

describe('what a presentation tells', () => {
  it('the team is asked, and whoever asked hears the answer', async () => {
    const aboutId = await addPresentation();
    const of = { cycleId: network.own.cycles.study, meetingId, aboutId };
    await tell([{ kind: 'presentation_asked', actorId: id('facilitator'), ...of }]);
    const path = `/presentations/${aboutId}`;
    expect(await noticesOf('member')).toMatchObject([
      {
        sentence:
          'Facilitator Person asks your team to present cycle 1 of “Idea in study of Own team” in “Winter day”',
        ...{ path, urgency: 'immediate', place: 'School one · Own team' },
      },
    ]);
    const declined = { declinedBy: id('member'), declinedAt: now, declinedWhy: 'It is too early.' };
    await write(async (tx) => {
      await tx.update(schema.presentation).set(declined);
    });
    const answer = { actorId: id('member'), aboutPersonId: id('facilitator'), ...of };
    await tell([{ kind: 'presentation_declined', ...answer }]);
    expect(await noticesOf('facilitator')).toMatchObject([
      { excerpt: 'It is too early.', path, urgency: 'immediate' },
    ]);
    for (const role of ['otherTeamMember', 'otherFacilitator', 'sponsor', 'administrator'] as const)
      expect(await noticesOf(role), role).toEqual([]);
  });

  it('nothing any more once it is not there, or the team is out of reach', async () => {
    const aboutId = await addPresentation();
    const of = { actorId: id('facilitator'), cycleId: network.own.cycles.study, meetingId, aboutId };
    await tell([{ kind: 'presentation_asked', ...of }]);
    await write(async (tx) => {
      await tx
        .update(schema.teamMembership)
        .set({ endedOn: network.today })
        .where(eq(schema.teamMembership.personId, id('colleague')));
    });
    expect(await noticesOf('colleague')).toEqual([]);
    expect(await noticesOf('member')).toHaveLength(1);
    await write(async (tx) => {
      await tx.delete(schema.presentation);
    });
    expect(await noticesOf('member')).toEqual([]);
  });
});

describe('what a meeting left behind', () => {
  it('feedback on a cycle leads to the cycle, in the meeting or not', async () => {
    const cycleId = network.own.cycles.study;
    await tell([{ kind: 'meeting_feedback', actorId: id('facilitator'), cycleId, meetingId }]);
    expect(await noticesOf('member')).toMatchObject([{ path: `/cycles/${cycleId}` }]);
  });

  it('feedback without one leads to the meeting, for those who read it; two people of one reach differ', async () => {
    await tell([{ kind: 'meeting_feedback', actorId: id('facilitator'), meetingId, detail: 'Winter day' }]);
    expect(await noticesOf('member')).toEqual([]);
    await write((tx) => invite(tx, network, meetingId, ['member']));
    expect(await noticesOf('member')).toMatchObject([
      { path: `/meetings/${meetingId}`, sentence: 'Your team got feedback in “Winter day”' },
    ]);
    expect(await noticesOf('colleague')).toEqual([]);
    await write(async (tx) => {
      await tx.update(schema.meetingInvitation).set({ withdrawnAt: now });
    });
    expect(await noticesOf('member')).toEqual([]);
  });

  it('a commitment reads as it is now, and is gone with it', async () => {
    const [ofPerson, ofTeam] = [await addCommitment(id('member')), await addCommitment(null)];
    await tell([
      {
        ...{ kind: 'commitment_made', actorId: id('facilitator'), meetingId, aboutId: ofPerson },
        ...{ aboutPersonId: id('member'), detail: 'Try frames' },
      },
      { kind: 'commitment_made', actorId: id('facilitator'), meetingId, aboutId: ofTeam, detail: 'Try' },
    ]);
    expect(await noticesOf('member')).toMatchObject([
      { sentence: 'Facilitator Person noted what your team took on in a meeting' },
      {
        sentence: 'Facilitator Person noted what you took on in a meeting',
        ...{ excerpt: 'Try frames in math', path: `/commitments/${ofPerson}` },
      },
    ]);
    await write((tx) => invite(tx, network, meetingId, ['member']));
    expect((await noticesOf('member')).map(({ sentence }) => sentence)).toEqual([
      'Facilitator Person noted what your team took on in “Winter day”',
      'Facilitator Person noted what you took on in “Winter day”',
    ]);
    expect(await noticesOf('colleague')).toMatchObject([{ path: `/commitments/${ofTeam}` }]);
    await write(async (tx) => {
      await tx.delete(schema.commitment).where(eq(schema.commitment.id, ofTeam));
    });
    expect(await noticesOf('colleague')).toEqual([]);
  });
});
