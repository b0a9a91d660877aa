import { and, eq, like } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { postComment } from '#db/schema';
import { reactToPost } from '~/features/feed/conversation/react-to-post.server';
import { writeComment } from '~/features/feed/conversation/write-comment.server';
import { pinPost } from '~/features/feed/moderation/pin-post.server';
import { reportPost } from '~/features/feed/moderation/report-post.server';
import { markFeedRead } from '~/features/feed/reading/mark-feed-read.server';
import type { CommentStory, ReactionStory, pinStory, reportStory } from './conversation-stories';
import { accepted, actorOf, dayOf, postIdOf } from '../demo-stage';
import type { Stage } from '../demo-stage';

async function findAnswered(stage: Stage, postId: string, begin: string): Promise<string> {
  const rows = await stage.tx
    .select({ id: postComment.id })
    .from(postComment)
    .where(and(eq(postComment.postId, postId), like(postComment.body, `${begin}%`)));
  if (!rows[0]) throw new Error(`No comment of the demo begins with “${begin}”.`);
  return rows[0].id;
}

export async function sayComment(stage: Stage, story: CommentStory, at: number): Promise<void> {
  const { on, by, to, body } = story;
  const postId = postIdOf(stage, on);
  const parentId = to === undefined ? null : await findAnswered(stage, postId, to);
  const comment = { id: uuidv7({ msecs: at }), postId, parentId, body, looked: '' };
  const clock = { now: at, today: dayOf(stage, at) };
  accepted(await writeComment(stage.database, await actorOf(stage, by), comment, clock), body);
}

export async function react(stage: Stage, { on, by, kind }: ReactionStory, at: number): Promise<void> {
  const wanted = { postId: postIdOf(stage, on), kind, isOn: true };
  accepted(await reactToPost(stage.database, await actorOf(stage, by), wanted, at), `${kind} on ${on}`);
}

export async function pin(stage: Stage, { on, by }: typeof pinStory, at: number): Promise<void> {
  const wanted = { postId: postIdOf(stage, on), isPinned: true };
  accepted(await pinPost(stage.database, await actorOf(stage, by), wanted, at), `pin ${on}`);
}

export async function report(
  stage: Stage,
  { on, by, reason }: typeof reportStory,
  at: number,
): Promise<void> {
  const told = { id: uuidv7({ msecs: at }), postId: postIdOf(stage, on), reason };
  accepted(await reportPost(stage.database, await actorOf(stage, by), told, at), `report ${on}`);
}

export async function read(stage: Stage, { by }: { by: string }, at: number): Promise<void> {
  accepted(await markFeedRead(stage.database, await actorOf(stage, by), { through: at }, at), `${by} reads`);
}
