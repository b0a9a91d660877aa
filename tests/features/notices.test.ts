import { eq, isNull } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { loadNotices } from '~/features/notifications/notice-queries.server';
import { tellEvents } from '~/features/notifications/telling/tell-events.server';
import { loadActor } from '~/features/people/actor-queries.server';
import { addPost } from '../factories/small-posts';
import { addEvents, addReview } from '../factories/small-reviews';
import type { SmallReview } from '../factories/small-reviews';
import { makeSmallNetwork } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { openTestDatabase } from '../support/test-database';
import type { TestDatabase } from '../support/test-database';

let file: TestDatabase;
let network: SmallNetwork;
let now: number;

beforeEach(async () => {
  file = openTestDatabase();
  network = await makeSmallNetwork(file.database);
  now = Date.now();
  await tellEvents(file.database, { now });
});
afterEach(() => file.remove());

const write = <T>(work: Parameters<typeof file.database.inTransaction<T>>[0]) =>
  file.database.inTransaction(work);
const id = (role: Role) => network.people[role].id;

async function noticesOf(role: Role) {
  const db = file.database.reader;
  const actor = await loadActor(db, network.people[role], network.today);
  return loadNotices(db, actor, { newest: 100, before: null });
}
const sentencesOf = async (role: Role) => (await noticesOf(role)).map(({ sentence }) => sentence);

async function reviewTold(): Promise<SmallReview> {
  const made = await write((tx) => addReview(tx, network, now));
  const { cycleId, reviewId, commentId } = made;
  await write((tx) =>
    addEvents(
      tx,
      network,
      [
        { kind: 'review_requested', actorId: id('member'), cycleId, reviewId },
        { kind: 'review_returned', cycleId, reviewId, aboutPersonId: id('member') },
        {
          ...{ kind: 'review_answered', actorId: id('colleague'), aboutPersonId: id('coach') },
          ...{ cycleId, reviewId, aboutId: commentId },
        },
      ],
      now,
    ),
  );
  await tellEvents(file.database, { now: now + 10 });
  return made;
}

describe('telling', () => {
  it('each event once, however many tell at a time', async () => {
    await write((tx) => addEvents(tx, network, [{ kind: 'nudge_sent' }, { kind: 'contact_noted' }], now));
    const done = await Promise.all([1, 2, 3].map(() => tellEvents(file.database, { now: now + 5 })));
    expect(done.reduce((sum, n) => sum + n, 0)).toBe(2);
    const rows = await file.database.reader.select().from(schema.notification);
    expect(rows.map(({ personId }) => personId).toSorted()).toEqual(
      [id('member'), id('colleague')].toSorted(),
    );
    expect(await tellEvents(file.database, { now: now + 6 })).toBe(0);
  });

  it('nothing that is older than two weeks, of which none is left over', async () => {
    const long = now - 15 * 86_400_000;
    await write((tx) => addEvents(tx, network, [{ kind: 'nudge_sent' }], long));
    expect(await tellEvents(file.database, { now })).toBe(0);
    expect(await file.database.reader.select().from(schema.notification)).toEqual([]);
    const left = await file.database.reader
      .select()
      .from(schema.activityEvent)
      .where(isNull(schema.activityEvent.toldAt));
    expect(left).toEqual([]);
  });

  it('more than a batch of them', async () => {
    const steps = Array.from({ length: 1203 }, () => ({ kind: 'nudge_sent' as const }));
    await write((tx) => addEvents(tx, network, steps, now));
    expect(await tellEvents(file.database, { now: now + 2000 })).toBe(1203);
    expect((await file.database.reader.select().from(schema.notification)).length).toBe(2406);
  });

  it('nobody whose membership or assignment has ended', async () => {
    await write((tx) =>
      tx
        .update(schema.teamMembership)
        .set({ endedOn: network.today })
        .where(eq(schema.teamMembership.personId, id('colleague'))),
    );
    await write((tx) => addEvents(tx, network, [{ kind: 'nudge_sent' }], now));
    await tellEvents(file.database, { now });
    const rows = await file.database.reader.select().from(schema.notification);
    expect(rows.map(({ personId }) => personId)).toEqual([id('member')]);
  });
});

describe('what a review tells', () => {
  it('in words, with the way to the very thing', async () => {
    const { cycleId, commentId } = await reviewTold();
    const idea = '“Idea in study of Own team”';
    expect(await noticesOf('coach')).toMatchObject([
      {
        sentence: `Colleague Person answered in the review of cycle 1 of ${idea}`,
        excerpt: 'They began at once.',
        path: `/cycles/${cycleId}/review#comment-${commentId}`,
        urgency: 'digest',
      },
      {
        sentence: `Member Person asked for a review of cycle 1 of ${idea}`,
        excerpt: 'Is our prediction too easy?',
        path: `/cycles/${cycleId}/review`,
        ...{ urgency: 'immediate', place: 'School one · Own team', read: false },
      },
    ]);
    expect(await noticesOf('member')).toMatchObject([
      {
        sentence: `Coach Person sent a question about cycle 1 of ${idea}`,
        ...{ excerpt: 'Two questions, no hurry.', urgency: 'immediate' },
      },
    ]);
  });

  it('nothing to whom it does not concern', async () => {
    await reviewTold();
    for (const role of ['otherCoach', 'facilitator', 'sponsor', 'administrator', 'otherTeamMember'] as const)
      expect(await sentencesOf(role), role).toEqual([]);
  });

  it('nothing any more to a coach whose assignment ended, but that it ended', async () => {
    await reviewTold();
    await write((tx) =>
      tx
        .update(schema.coachAssignment)
        .set({ endedOn: network.today })
        .where(eq(schema.coachAssignment.personId, id('coach'))),
    );
    await write((tx) =>
      addEvents(
        tx,
        network,
        [{ kind: 'coach_ended', actorId: id('facilitator'), aboutPersonId: id('coach') }],
        now,
      ),
    );
    await tellEvents(file.database, { now });
    expect(await noticesOf('coach')).toMatchObject([
      { sentence: 'You no longer coach Own team', path: '/', place: '', excerpt: '' },
    ]);
    expect(await sentencesOf('colleague')).toEqual(['Coach Person no longer coaches your team']);
    await write(async (tx) => {
      const [ended] = await tx
        .select()
        .from(schema.coachAssignment)
        .where(eq(schema.coachAssignment.personId, id('coach')));
      const [told] = await tx
        .select()
        .from(schema.activityEvent)
        .where(eq(schema.activityEvent.kind, 'coach_ended'));
      await tx.insert(schema.coachHandover).values({
        ...{ id: uuidv7(), assignmentId: ended?.id ?? '', teamId: network.own.teamId },
        ...{ nextCoachId: id('otherCoach'), note: 'Short calls.', handedOverBy: id('facilitator') },
        handedOverAt: told?.happenedAt ?? 0,
      });
    });
    expect(await sentencesOf('coach')).toEqual(['You no longer coach Own team; OtherCoach Person follows']);
  });

  it('a request that was taken back and a comment that was withdrawn are gone', async () => {
    const { reviewId, commentId } = await reviewTold();
    await write((tx) =>
      tx.update(schema.reviewComment).set({ withdrawnAt: now }).where(eq(schema.reviewComment.id, commentId)),
    );
    expect((await noticesOf('coach')).map(({ kind }) => kind)).toEqual(['review_requested']);
    await write((tx) =>
      tx.update(schema.review).set({ stage: 'withdrawn' }).where(eq(schema.review.id, reviewId)),
    );
    expect(await noticesOf('coach')).toEqual([]);
  });

  it('an earlier review is named in its path', async () => {
    const { reviewId, cycleId, commentId } = await reviewTold();
    await write((tx) => tx.update(schema.review).set({ stage: 'done' }));
    await write((tx) => addReview(tx, network, now + 50_000));
    const paths = (await noticesOf('coach')).map(({ path }) => path);
    expect(paths).toEqual([
      `/cycles/${cycleId}/review?review=${reviewId}#comment-${commentId}`,
      `/cycles/${cycleId}/review?review=${reviewId}`,
    ]);
  });
});

describe('what a nudge and a new coach tell', () => {
  it('the nudge leads to the next step', async () => {
    const nudgeId = uuidv7();
    await write((tx) =>
      tx.insert(schema.nudge).values({
        ...{ id: nudgeId, teamId: network.own.teamId, coachId: id('coach'), week: '2026-02-02' },
        ...{ body: 'Your Study is close.', path: `/cycles/${network.own.cycles.study}/study`, sentAt: now },
      }),
    );
    const steps = [
      { kind: 'nudge_sent' as const, aboutId: nudgeId },
      { kind: 'coach_began' as const, actorId: id('facilitator'), aboutPersonId: id('coach') },
    ];
    await write((tx) => addEvents(tx, network, steps, now));
    await tellEvents(file.database, { now });
    expect(await noticesOf('member')).toMatchObject([
      { sentence: 'Coach Person coaches your team from now on', path: `/teams/${network.own.teamId}` },
      {
        sentence: 'Coach Person wrote to your team',
        ...{ excerpt: 'Your Study is close.', path: `/cycles/${network.own.cycles.study}/study` },
      },
    ]);
    expect(await noticesOf('coach')).toMatchObject([
      { sentence: 'You coach this team from now on', path: `/coaching/${network.own.teamId}` },
    ]);
  });
});

describe('what a replication tells', () => {
  it.each([true, false])('who it is, where they want it said: %s', async (tellsWho) => {
    const postId = await write((tx) =>
      addPost(tx, { teamId: network.own.teamId, authorId: id('member') }, { title: 'Frames' }),
    );
    const cycleId = network.otherLea.cycles.complete;
    await write((tx) =>
      tx.insert(schema.replication).values({
        ...{ cycleId, fromPostId: postId, tellsWho, startedBy: id('otherLeaMember'), startedAt: now },
      }),
    );
    const about = { actorId: id('otherLeaMember'), postId, aboutId: cycleId };
    const steps = [
      { kind: 'cycle_replicated' as const, ...about, detail: 'Frames' },
      { kind: 'replication_decided' as const, ...about, detail: 'adapt' },
    ];
    await write((tx) => addEvents(tx, network, steps, now));
    await tellEvents(file.database, { now });
    const who = tellsWho ? 'Far team, School two' : 'Another team';
    const notices = await noticesOf('colleague');
    expect(notices.map(({ sentence }) => sentence)).toEqual([
      `${who} decided to adapt what your team told in “Frames”`,
      `${who} tries what your team told in “Frames”`,
    ]);
    const all = JSON.stringify(notices);
    expect(all.includes('Far team')).toBe(tellsWho);
    for (const secret of [cycleId, 'OtherLeaMember']) expect(all).not.toContain(secret);
  });
});

describe('whoever asked has left the team', () => {
  it('a returned review comes to those who are there', async () => {
    const { cycleId, reviewId } = await write((tx) => addReview(tx, network, now));
    await write((tx) =>
      tx
        .update(schema.teamMembership)
        .set({ endedOn: network.today })
        .where(eq(schema.teamMembership.personId, id('member'))),
    );
    await write((tx) =>
      addEvents(
        tx,
        network,
        [{ kind: 'review_returned', cycleId, reviewId, aboutPersonId: id('member') }],
        now,
      ),
    );
    await tellEvents(file.database, { now: now + 10 });
    expect(await noticesOf('colleague')).toHaveLength(1);
    expect(await noticesOf('member')).toHaveLength(0);
  });
});

describe('what goes by mail', () => {
  it('leaves out a change idea and words that name a student', async () => {
    const { cycleId, reviewId } = await write((tx) => addReview(tx, network, now));
    await write(async (tx) => {
      await tx.update(schema.ramp).set({ changeIdea: 'Morning check-in with Marcus Bell' });
      await tx.update(schema.review).set({ asks: 'Marcus Bell was right on 3 of 4. What now?' });
      await addEvents(
        tx,
        network,
        [{ kind: 'review_requested', actorId: id('member'), cycleId, reviewId }],
        now,
      );
    });
    await tellEvents(file.database, { now: now + 10 });
    const db = file.database.reader;
    const actor = await loadActor(db, network.people.coach, network.today);
    const [inApp] = await loadNotices(db, actor, { newest: 1, before: null });
    expect(inApp?.sentence).toContain('Marcus Bell');
    const [mailed] = await loadNotices(db, actor, { newest: 1, before: null }, 'mail');
    expect(mailed?.sentence).toBe('Member Person asked for a review of cycle 1');
    expect(mailed?.excerpt).toBe('');
  });
});
