import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { changeIdea, cohort, synthesis, synthesisEvidence } from '#db/schema';
import { changeSynthesis } from '~/features/feed/syntheses/change-synthesis.server';
import { harvest } from '~/features/feed/syntheses/harvest.server';
import { publishSynthesis } from '~/features/feed/syntheses/publish-synthesis.server';
import { startSynthesis } from '~/features/feed/syntheses/start-synthesis.server';
import { ideaNameKey } from '~/features/theory/change-idea-rules';
import { changeIdeaWords } from '~/features/feed/ideas/save-change-idea.server';
import type { IdeaStory, SynthesisStory } from './page-stories';
import { accepted, actorOf, instantAgo, postIdOf } from '../demo-stage';
import type { Stage, Step } from '../demo-stage';

/** The facilitator writes what an idea is, once teams have added it by sharing. */
export async function describeIdea(stage: Stage, story: IdeaStory, at: number): Promise<void> {
  const rows = await stage.tx
    .select({ id: changeIdea.id, version: changeIdea.version })
    .from(changeIdea)
    .where(eq(changeIdea.nameKey, ideaNameKey(story.name)));
  if (!rows[0]) throw new Error(`Nobody shared “${story.name}” yet.`);
  const facilitator = await actorOf(stage, 'facilitator');
  accepted(await changeIdeaWords(stage.database, facilitator, { ...rows[0], ...story }, at), story.name);
}

async function beginPage(stage: Stage, story: SynthesisStory, id: string, at: number): Promise<void> {
  const facilitator = await actorOf(stage, 'facilitator');
  const cohorts = await stage.tx
    .select({ id: cohort.id })
    .from(cohort)
    .where(eq(cohort.id, facilitator.facilitatedCohortIds[0] ?? ''));
  const first = story.claims[0]?.posts[0];
  const form = {
    ...{ id, cohortId: cohorts[0]?.id ?? '', title: story.title, introduction: story.introduction },
    ...{ audience: 'cohort' as const, ...(first === undefined ? {} : { postId: postIdOf(stage, first) }) },
  };
  accepted(await startSynthesis(stage.database, facilitator, form, at), story.title);
}

async function writePage(stage: Stage, story: SynthesisStory, id: string, at: number): Promise<void> {
  const { database, tx } = stage;
  const facilitator = await actorOf(stage, 'facilitator');
  const collected = [...story.claims.flatMap(({ posts }) => posts), ...story.waiting];
  for (const key of collected) {
    const piece = { harvested: { postId: postIdOf(stage, key) }, synthesisId: id };
    accepted(await harvest(database, facilitator, piece, at), `${story.key} collects ${key}`);
  }
  const claims = story.claims.map(({ claim, body }) => ({ id: uuidv7({ msecs: at }), claim, body }));
  const placeOf = new Map(
    story.claims.flatMap(({ posts }, index) =>
      posts.map((key) => [postIdOf(stage, key), claims[index]?.id ?? ''] as const),
    ),
  );
  const pieces = await tx
    .select({ id: synthesisEvidence.id, postId: synthesisEvidence.postId })
    .from(synthesisEvidence)
    .where(eq(synthesisEvidence.synthesisId, id));
  const evidence = pieces.map((piece) => ({ id: piece.id, place: placeOf.get(piece.postId ?? '') ?? '' }));
  const rows = await tx
    .select({ version: synthesis.version })
    .from(synthesis)
    .where(and(eq(synthesis.id, id)));
  const { title, introduction } = story;
  const form = {
    ...{ id, version: rows[0]?.version ?? 0, title, introduction, audience: 'cohort' as const },
    ...{ claims, evidence },
  };
  accepted(await changeSynthesis(database, facilitator, form, at), title);
}

async function publishPage(stage: Stage, { title }: SynthesisStory, id: string, at: number): Promise<void> {
  const wanted = { synthesisId: id, wanted: 'published' as const };
  accepted(await publishSynthesis(stage.database, await actorOf(stage, 'facilitator'), wanted, at), title);
}

/** A learning page: begun from a post, written, and published where its story says so. */
export function synthesisSteps(story: SynthesisStory, now: number): Step[] {
  const begins = instantAgo(now, story.begins);
  const id = uuidv7({ msecs: begins });
  const steps: Step[] = [
    { at: begins, play: (stage, at) => beginPage(stage, story, id, at) },
    { at: instantAgo(now, story.written), play: (stage, at) => writePage(stage, story, id, at) },
  ];
  if (story.published !== null)
    steps.push({
      at: instantAgo(now, story.published),
      play: (stage, at) => publishPage(stage, story, id, at),
    });
  return steps;
}
