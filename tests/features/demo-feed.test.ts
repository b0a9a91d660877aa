import { and, count, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { seedDemoNetwork } from '#db/seed/demo-network';
import type { PostKind, Signature } from '#db/vocabulary';
import { findQuestions } from '~/features/disclosure/free-text/find-questions';
import { wordsThatGiveAway } from '~/features/feed/sharing/signature-rules';
import { listTeamPlaces } from '~/features/feed/sharing/share-subject-queries.server';
import { postStories, seedDemoFeed } from '../../app/server/demo-feed';
import { openTestDatabase } from '../support/test-database';
import type { TestDatabase } from '../support/test-database';

const sunday = Date.parse('2026-11-22T15:00:00Z');
const dayMs = 86_400_000;

async function openDemo(now: number): Promise<TestDatabase> {
  const test = openTestDatabase();
  await seedDemoNetwork(test.database, { now });
  await seedDemoFeed(test.database, { now });
  return test;
}

/** Posts with their words and whose they are, in the order in which they were shared. */
const listPosts = ({ database }: TestDatabase) =>
  database.reader
    .select({ post: schema.post, story: schema.postStory, origin: schema.postOrigin })
    .from(schema.post)
    .innerJoin(schema.postStory, eq(schema.postStory.postId, schema.post.id))
    .innerJoin(schema.postOrigin, eq(schema.postOrigin.postId, schema.post.id))
    .orderBy(schema.post.sharedAt);

let test: TestDatabase;
let posts: Awaited<ReturnType<typeof listPosts>>;

beforeAll(async () => {
  test = await openDemo(sunday);
  posts = await listPosts(test);
}, 60_000);
afterAll(() => test.remove());

type Counted = (typeof schema)[
  'postComment' | 'reaction' | 'postPin' | 'postReport' | 'postHiding' | 'replication' | 'commentMention'];
const rowsOf = async (table: Counted) =>
  (await test.database.reader.select({ n: count() }).from(table))[0]?.n ?? 0;

describe('the feed of the demo network', () => {
  it('has every kind of post, signature and audience, from all LEAs and most teams', async () => {
    const ofKind = (kind: PostKind) => posts.filter(({ post }) => post.kind === kind);
    expect(ofKind('win').length).toBeGreaterThanOrEqual(12);
    expect(ofKind('loss').length).toBeGreaterThanOrEqual(11);
    expect(ofKind('puzzle')).toHaveLength(6);
    expect(ofKind('synthesis')).toHaveLength(1);
    expect(posts).toHaveLength(postStories.length + 1);
    const signed = (as: Signature) => posts.filter(({ post }) => post.signature === as);
    expect([signed('school_hidden').length, signed('team_hidden').length]).toEqual([5, 0]);
    const audiences = new Set(posts.map(({ post }) => post.audience));
    expect([...audiences].toSorted()).toEqual(['cohort', 'lea', 'network', 'school']);
    expect(posts.every(({ post }) => post.standing === 'shared')).toBe(true);
    const teamIds = posts.flatMap(({ origin }) => origin.teamId ?? []);
    expect(new Set(teamIds).size).toBeGreaterThanOrEqual(18);
    const places = await listTeamPlaces(test.database.reader, '');
    const leas = places.filter(({ teamId }) => teamIds.includes(teamId)).map(({ leaId }) => leaId);
    expect(new Set(leas).size).toBe(4);
  });

  it('was shared over eight weeks, two posts of teams within the last two days, each after its decision', async () => {
    const ages = posts.map(({ post }) => (sunday - post.sharedAt) / dayMs);
    expect(Math.max(...ages)).toBeLessThan(57);
    expect(Math.min(...ages)).toBeGreaterThan(0);
    expect(ages.filter((age) => age < 2).length).toBeGreaterThanOrEqual(2);
    const decisions = await test.database.reader.select().from(schema.cycleDecision);
    for (const { post, origin } of posts) {
      const decided = decisions.find(({ cycleId }) => cycleId === origin.cycleId);
      if (decided) expect(post.sharedAt, post.title).toBeGreaterThan(decided.decidedAt);
    }
  });

  it('is talked about: comments with answers and mentions, reactions, a pin, an open report, nothing hidden', async () => {
    expect(await rowsOf(schema.postComment)).toBeGreaterThanOrEqual(35);
    expect(await rowsOf(schema.reaction)).toBeGreaterThanOrEqual(20);
    expect(await rowsOf(schema.commentMention)).toBe(3);
    expect(await rowsOf(schema.postPin)).toBe(1);
    expect(await rowsOf(schema.postHiding)).toBe(0);
    const db = test.database.reader;
    const open = await db.select().from(schema.postReport).where(isNull(schema.postReport.settledAt));
    expect(open).toHaveLength(1);
    const answers = await db.select().from(schema.postComment).where(isNotNull(schema.postComment.parentId));
    expect(answers.length).toBeGreaterThanOrEqual(10);
    const asOrigin = answers.filter((one) => one.asOrigin);
    expect(asOrigin).toHaveLength(1);
  });

  it('has ideas that teams of several schools tested with different decisions', async () => {
    const tests = await test.database.reader
      .select({
        idea: schema.changeIdea.name,
        schoolId: schema.team.schoolId,
        decision: schema.cycleDecision.decision,
        description: schema.changeIdea.description,
      })
      .from(schema.changeIdea)
      .innerJoin(schema.post, eq(schema.post.ideaId, schema.changeIdea.id))
      .innerJoin(schema.postOrigin, eq(schema.postOrigin.postId, schema.post.id))
      .innerJoin(schema.team, eq(schema.team.id, schema.postOrigin.teamId))
      .innerJoin(schema.cycleDecision, eq(schema.cycleDecision.cycleId, schema.postOrigin.cycleId))
      .where(and(eq(schema.post.audience, 'network'), ne(schema.changeIdea.description, '')));
    const differ = (rows: typeof tests, part: 'schoolId' | 'decision') =>
      new Set(rows.map((row) => row[part])).size >= 2;
    const wide = [...new Set(tests.map(({ idea }) => idea))].filter((name) => {
      const rows = tests.filter(({ idea }) => idea === name);
      return differ(rows, 'schoolId') && differ(rows, 'decision');
    });
    expect(wide.length).toBeGreaterThanOrEqual(6);
  });

  it('spreads: three cycles try a post of others, two are decided and shared in turn', async () => {
    expect(await rowsOf(schema.replication)).toBe(3);
    const shared = await test.database.reader
      .select({ title: schema.post.title })
      .from(schema.replication)
      .innerJoin(schema.cycleDecision, eq(schema.cycleDecision.cycleId, schema.replication.cycleId))
      .innerJoin(schema.postOrigin, eq(schema.postOrigin.cycleId, schema.replication.cycleId))
      .innerJoin(schema.post, eq(schema.post.id, schema.postOrigin.postId));
    expect(shared).toHaveLength(2);
  });

  it('has one published synthesis with evidence beneath each claim, and one draft', async () => {
    const db = test.database.reader;
    const pages = await db.select().from(schema.synthesis);
    const [published, ...others] = pages.filter(({ publishedAt }) => publishedAt !== null);
    expect([pages.length, others.length]).toEqual([2, 0]);
    const claims = await db
      .select({ id: schema.synthesisClaim.id, pieces: count(schema.synthesisEvidence.id) })
      .from(schema.synthesisClaim)
      .leftJoin(schema.synthesisEvidence, eq(schema.synthesisEvidence.claimId, schema.synthesisClaim.id))
      .where(eq(schema.synthesisClaim.synthesisId, published?.id ?? ''))
      .groupBy(schema.synthesisClaim.id);
    expect(claims).toHaveLength(3);
    for (const { pieces } of claims) expect(pieces).toBeGreaterThanOrEqual(2);
  });
});

describe('what the demo’s posts tell', () => {
  it('a chart stands on ten students or more at every point, and on no number counted later', async () => {
    const db = test.database.reader;
    const charts = posts.filter(({ story }) => story.chart !== null);
    expect(charts.length).toBeGreaterThanOrEqual(10);
    for (const { post, story, origin } of charts) {
      const released = JSON.parse(story.chart ?? '') as { points: { date: string }[] };
      const dates = released.points.map(({ date }) => date);
      const counted = await db
        .select()
        .from(schema.dataPoint)
        .where(
          and(
            eq(schema.dataPoint.measureId, origin.measureId ?? ''),
            eq(schema.dataPoint.groupId, origin.groupId ?? ''),
            inArray(schema.dataPoint.date, dates),
          ),
        );
      expect(counted.length, post.title).toBeGreaterThanOrEqual(dates.length);
      for (const { kind, denominator, recordedAt } of counted) {
        const students = kind === 'proportion' ? denominator : origin.students;
        expect(students, post.title).toBeGreaterThanOrEqual(10);
        expect(recordedAt, post.title).toBeLessThanOrEqual(post.sharedAt);
      }
    }
  });

  it('no chart goes with a group of fewer than ten, and words stand in its place', async () => {
    const small = await test.database.reader
      .selectDistinct({ measureId: schema.dataPoint.measureId, groupId: schema.dataPoint.groupId })
      .from(schema.dataPoint)
      .where(
        and(eq(schema.dataPoint.kind, 'proportion'), inArray(schema.dataPoint.denominator, [6, 7, 8, 9])),
      );
    const hidden = posts.filter(({ origin }) =>
      small.some((one) => one.measureId === origin.measureId && one.groupId === origin.groupId),
    );
    expect(hidden.length).toBeGreaterThanOrEqual(4);
    for (const { story } of hidden) {
      expect(story.chart).toBeNull();
      expect(story.shape).not.toBe('');
    }
  });

  it('a hidden signature leaves no name of its team, school or people in anything released', async () => {
    const db = test.database.reader;
    const places = await listTeamPlaces(db, '');
    const hidden = posts.filter(({ post }) => post.signature !== 'by_name');
    for (const { post, story, origin } of hidden) {
      const place = places.find(({ teamId }) => teamId === origin.teamId);
      if (!place) throw new Error('A post of nobody.');
      const people = await db
        .select({ name: schema.person.name })
        .from(schema.person)
        .innerJoin(schema.teamMembership, eq(schema.teamMembership.personId, schema.person.id))
        .where(eq(schema.teamMembership.teamId, place.teamId));
      const names = people.map(({ name }) => name);
      const released = JSON.stringify([post, story]);
      for (const word of wordsThatGiveAway(place, post.signature, names))
        expect(released.toLowerCase()).not.toContain(word.toLowerCase());
      expect(released).not.toContain(place.teamId);
      if (post.signature === 'school_hidden') expect(released).not.toContain(place.schoolId);
    }
  });

  it('no comment raises a question about a student’s name or number', async () => {
    const db = test.database.reader;
    const staff = (await db.select({ name: schema.person.name }).from(schema.person)).map(({ name }) => name);
    const context = {
      ...{ staffNames: staff, placeNames: [], hidden: 'nothing' as const, givenAway: [] },
      numbersAreHidden: false,
    };
    const comments = await db.select({ body: schema.postComment.body }).from(schema.postComment);
    expect(comments.flatMap(({ body }) => findQuestions(body, context))).toEqual([]);
  });
});

describe('the demo’s feed is the same whenever it is made', () => {
  const told = async (one: TestDatabase) =>
    (await listPosts(one)).map(({ post, story }) => ({
      ...{ ...story, ...post, postId: '', id: '', ideaId: '', synthesisId: '' },
    }));

  it('twice for the same day', async () => {
    const again = await openDemo(sunday);
    expect(await told(again)).toEqual(await told(test));
    const points = (one: TestDatabase) =>
      one.database.reader.select().from(schema.dataPoint).orderBy(schema.dataPoint.id);
    expect(await points(again)).toEqual(await points(test));
    again.remove();
  }, 60_000);

  it.each([1, 2, 3, 4, 5, 6])(
    'with the same words %i days later, shared after they were decided',
    async (days) => {
      const later = await openDemo(sunday + days * dayMs);
      const shared = await listPosts(later);
      expect(shared.map(({ post }) => post.title)).toEqual(posts.map(({ post }) => post.title));
      const decisions = await later.database.reader.select().from(schema.cycleDecision);
      for (const { post, origin } of shared) {
        const decided = decisions.find(({ cycleId }) => cycleId === origin.cycleId);
        if (decided) expect(post.sharedAt, post.title).toBeGreaterThan(decided.decidedAt);
      }
      later.remove();
    },
    60_000,
  );
});
