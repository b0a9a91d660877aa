import type { Database } from '~/platform/database.server';
import {
  commentStories,
  pinStory,
  reactionStories,
  readingStories,
  reportStory,
} from './demo-feed/conversation-stories';
import { holdBackPoints } from './demo-feed/held-back-points';
import { lossStories } from './demo-feed/loss-stories';
import { describeIdea, synthesisSteps } from './demo-feed/pages';
import { ideaStories, synthesisStories } from './demo-feed/page-stories';
import type { PostStory } from './demo-feed/post-story';
import { puzzleStories } from './demo-feed/puzzle-stories';
import { shareStory } from './demo-feed/share-story';
import { instantAgo, openStage } from './demo-stage';
import type { Step, When } from './demo-stage';
import { pin, react, read, report, sayComment } from './demo-feed/talk';
import { trialSteps } from './demo-feed/trials';
import { trialStories } from './demo-feed/trial-stories';
import { winStories } from './demo-feed/win-stories';

export const postStories: readonly PostStory[] = [...winStories, ...lossStories, ...puzzleStories];

/** When the facilitator went through the catalogue of ideas. */
const ideasDescribed: When = { ago: 9, hour: 9.5 };

function stepsOf(now: number): Step[] {
  const at = (when: When) => instantAgo(now, when);
  const steps: Step[] = [
    ...postStories.map((one): Step => ({ at: at(one), play: (stage, then) => shareStory(stage, one, then) })),
    ...trialStories.flatMap((one) => trialSteps(one, now)),
    ...commentStories.map((one): Step => ({
      at: at(one),
      play: (stage, then) => sayComment(stage, one, then),
    })),
    ...reactionStories.map((one): Step => ({ at: at(one), play: (stage, then) => react(stage, one, then) })),
    ...readingStories.map((one): Step => ({ at: at(one), play: (stage, then) => read(stage, one, then) })),
    { at: at(pinStory), play: (stage, then) => pin(stage, pinStory, then) },
    { at: at(reportStory), play: (stage, then) => report(stage, reportStory, then) },
    ...ideaStories.map((one, index): Step => ({
      at: at(ideasDescribed) + index * 240_000,
      play: (stage, then) => describeIdea(stage, one, then),
    })),
    ...synthesisStories.flatMap((one) => synthesisSteps(one, now)),
  ];
  return steps.toSorted((one, other) => one.at - other.at);
}

/**
 * Fills the demo network with what its teams shared, said and tried in the last eight weeks, through the commands that the
 * pages use, each at its own instant. One transaction; throws where a command refuses.
 * @param now UTC milliseconds, the same that the network was made with
 */
export async function seedDemoFeed(database: Database, { now }: { now: number }): Promise<void> {
  const steps = stepsOf(now);
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last || last.at > now) throw new Error('The demo’s story reaches into the future.');
  await database.inTransaction(async (tx) => {
    const stage = await openStage(database, tx, now);
    const points = await holdBackPoints(tx, first.at);
    for (const { at, play } of steps) {
      await points.until(at);
      await play(stage, at);
    }
    await points.until(now);
  });
}
