import { and, count, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import {
  cycle,
  cycleDecision,
  learningQuestion,
  post,
  postOrigin,
  postStory,
  ramp,
  school,
  studentGroup,
  team,
} from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { ownTeam, readableTeam } from '~/features/people/team-scope.server';
import { decisionWords, stageWords, verdictWords } from '~/features/cycles/cycle-words';
import { parseMarkdown } from '~/lib/plain-markdown';
import type { Connection } from '~/platform/database.server';
import { readReleased } from '../charts/released-chart';
import type { ReleasedChart } from '../charts/released-chart';
import { audienceIdsOf, visiblePost } from '../post-scope.server';
import type { Evidence, EvidenceAdvice, EvidenceEntry, EvidenceView } from './evidence';
import { evidenceRows } from './evidence-rules';
import { testedSentence } from './evidence-words';
import type { SharedTest } from './evidence-words';

const mostPosts = 60;
const mostAdvice = 12;

/**
 * What tells two tests apart: the cycle of a post signed by name, where it has one; else the post itself. A post whose
 * signature hides its team is never known to be of the same cycle as another.
 */
const testKey = sql<string>`case when ${post.signature} = 'by_name' then coalesce(${postOrigin.cycleId}, ${post.id}) else ${post.id} end`;

function testsOf(audienceIds: string[], ideaIds: string[]) {
  return and(inArray(post.ideaId, ideaIds), ne(post.kind, 'synthesis'), visiblePost(audienceIds));
}

/** How many tests of each idea have been shared with the reader; an idea without any is not in the map. */
export async function countSharedTests(
  db: Connection,
  actor: Actor,
  ideaIds: string[],
): Promise<Map<string, number>> {
  if (ideaIds.length === 0) return new Map();
  const rows = await db
    .select({ ideaId: post.ideaId, tests: sql<number>`count(distinct ${testKey})` })
    .from(post)
    .innerJoin(postOrigin, eq(postOrigin.postId, post.id))
    .where(testsOf(await audienceIdsOf(db, actor), ideaIds))
    .groupBy(post.ideaId);
  return new Map(rows.flatMap(({ ideaId, tests }) => (ideaId === null ? [] : [[ideaId, tests] as const])));
}

/** Every shared test, the newest post of a signed cycle standing for it. No origin leaves this file but as a count. */
async function sharedTests(db: Connection, audienceIds: string[], ideaId: string): Promise<SharedTest[]> {
  const rows = await db
    .select({
      test: testKey,
      decision: post.decision,
      teamId: sql<string | null>`case when ${post.signature} = 'by_name' then ${team.id} end`,
      schoolId: sql<string | null>`case when ${post.signature} = 'by_name' then ${team.schoolId} end`,
    })
    .from(post)
    .innerJoin(postOrigin, eq(postOrigin.postId, post.id))
    .leftJoin(team, eq(team.id, postOrigin.teamId))
    .where(testsOf(audienceIds, [ideaId]))
    .orderBy(desc(post.sharedAt), desc(post.id));
  const tests = new Map<string, SharedTest>();
  for (const { test, decision, teamId, schoolId } of rows)
    if (!tests.has(test))
      tests.set(test, {
        origin: teamId === null || schoolId === null ? null : { teamId, schoolId },
        decision,
      });
  return [...tests.values()];
}

async function postEntries(db: Connection, audienceIds: string[], ideaId: string): Promise<EvidenceEntry[]> {
  const rows = await db
    .select({ post, story: postStory, groupName: studentGroup.name })
    .from(post)
    .innerJoin(postStory, eq(postStory.postId, post.id))
    .leftJoin(studentGroup, eq(studentGroup.id, post.groupId))
    .where(testsOf(audienceIds, [ideaId]))
    .orderBy(desc(post.sharedAt), desc(post.id))
    .limit(mostPosts);
  return rows.map(({ post: head, story, groupName }) => {
    const { id, title, signedAs, grades, subject, setting, scale, decision, verdict } = head;
    const read = story.chart === null ? null : readReleased(JSON.parse(story.chart) as ReleasedChart);
    const said = story.shape === '' ? story.hiddenWhy : story.shape;
    return {
      ...{ id, to: `/posts/${id}`, title, signedAs, reach: 'shared' as const, column: decision ?? 'testing' },
      context: { grades, subject, setting, scale, groupName },
      chart: read?.small ?? null,
      verdict: read?.verdict ?? null,
      words: read !== null ? '' : said === '' && verdict !== null ? `${verdictWords[verdict]}.` : said,
    };
  });
}

const sharedByName = (audienceIds: string[]) =>
  sql`exists (select 1 from ${postOrigin} inner join ${post} on ${post.id} = ${postOrigin.postId} where ${postOrigin.cycleId} = ${cycle.id} and ${post.signature} = 'by_name' and ${visiblePost(audienceIds)})`;
const sharedAtAll = (audienceIds: string[]) =>
  sql`exists (select 1 from ${postOrigin} inner join ${post} on ${post.id} = ${postOrigin.postId} where ${postOrigin.cycleId} = ${cycle.id} and ${visiblePost(audienceIds)})`;

/**
 * Cycles of readable teams that test the idea and are not in the grid as posts. Those who follow a team see its cycle
 * here also when a post of it hides the team: a cycle that vanished as such a post appears would tell whose it is.
 */
async function cycleEntries(
  db: Connection,
  actor: Actor,
  audienceIds: string[],
  ideaId: string,
): Promise<EvidenceEntry[]> {
  const isOwn = ownTeam(actor, cycle.teamId);
  const rows = await db
    .select({
      id: cycle.id,
      number: cycle.number,
      stage: cycle.stage,
      scale: cycle.scale,
      changeIdea: ramp.changeIdea,
      decision: cycleDecision.decision,
      teamName: team.name,
      schoolName: school.name,
      grades: team.grades,
      subject: team.subject,
      isOwn: sql`${isOwn}`.mapWith(Boolean),
      groupName: sql<
        string | null
      >`(select g.name from ${learningQuestion} q inner join ${studentGroup} g on g.id = q.group_id where q.cycle_id = ${cycle.id} order by q.position limit 1)`,
    })
    .from(cycle)
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .innerJoin(team, eq(team.id, cycle.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .leftJoin(cycleDecision, and(eq(cycleDecision.cycleId, cycle.id), eq(cycle.stage, 'complete')))
    .where(
      and(
        eq(ramp.ideaId, ideaId),
        ne(cycle.stage, 'stopped'),
        readableTeam(actor, cycle.teamId),
        sql`not ${sharedByName(audienceIds)}`,
        sql`not (${isOwn} and ${sharedAtAll(audienceIds)})`,
      ),
    )
    .orderBy(desc(cycle.createdAt), desc(cycle.id))
    .limit(mostPosts);
  return rows.map(({ id, number, stage, decision, teamName, schoolName, ...row }) => ({
    ...{ id, to: `/cycles/${id}`, title: `Cycle ${number} of “${row.changeIdea}”` },
    ...{
      signedAs: `${teamName}, ${schoolName}`,
      reach: row.isOwn ? ('own' as const) : ('followed' as const),
    },
    column: decision ?? 'testing',
    context: {
      grades: row.grades,
      subject: row.subject,
      setting: null,
      scale: row.scale,
      groupName: row.groupName,
    },
    ...{ chart: null, verdict: null },
    words: decision === null ? `Now in ${stageWords[stage].name}.` : `${decisionWords[decision].past}.`,
  }));
}

async function adviceOf(db: Connection, audienceIds: string[], ideaId: string): Promise<EvidenceAdvice[]> {
  const rows = await db
    .select({ postId: post.id, title: post.title, signedAs: post.signedAs, advice: postStory.advice })
    .from(post)
    .innerJoin(postStory, eq(postStory.postId, post.id))
    .where(and(testsOf(audienceIds, [ideaId]), eq(post.decision, 'abandon'), ne(postStory.advice, '')))
    .orderBy(desc(post.sharedAt), desc(post.id))
    .limit(mostAdvice);
  return rows.map(({ advice, ...row }) => ({ ...row, blocks: parseMarkdown(advice) }));
}

/** All that an idea's tests show to this reader. The idea came from the catalogue, which everybody reads. */
export async function loadEvidence(
  db: Connection,
  actor: Actor,
  ideaId: string,
  view: EvidenceView,
): Promise<Evidence> {
  const audienceIds = await audienceIdsOf(db, actor);
  const posts = await postEntries(db, audienceIds, ideaId);
  const cycles = await cycleEntries(db, actor, audienceIds, ideaId);
  const counted = await db
    .select({ n: count() })
    .from(post)
    .where(testsOf(audienceIds, [ideaId]));
  return {
    sentence: testedSentence(await sharedTests(db, audienceIds, ideaId)),
    rows: evidenceRows([...posts, ...cycles], view),
    more: Math.max(0, (counted[0]?.n ?? 0) - posts.length),
    advice: await adviceOf(db, audienceIds, ideaId),
  };
}
