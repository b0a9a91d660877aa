import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { post, postHiding, postReport } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import type { Actor } from '~/features/people/actor';
import { invalid, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection, Database } from '~/platform/database.server';
import { canModerate } from '../feed-policy';
import { findPostToModerate } from '../posts/find-shared-post.server';
import type { FoundPost } from '../posts/find-shared-post.server';
import { reasonProblem } from './moderation-rules';

export type HidingInput = { postId: string; wanted: 'hidden'; reason: string };
export type ShowingInput = { postId: string; wanted: 'shown' };

/**
 * Hides a post, with a reason that its team reads, or lets it stand and shows it again. Either settles the reports about
 * it. Asked twice, it is done once; the first reason stays.
 */
export function decideAboutPost(
  database: Database,
  actor: Actor,
  input: HidingInput | ShowingInput,
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const found = await findPostToModerate(tx, actor, input.postId);
    if (!found) return notFound;
    if (!canModerate(actor)) return notAllowed('Facilitators decide which posts are hidden.');
    if (found.isOwn) return notAllowed('Another facilitator decides about your own team’s post.');
    const problem = input.wanted === 'hidden' ? reasonProblem(input.reason) : null;
    if (problem !== null) return invalid(problem, { reason: [problem] });
    if (input.wanted === 'hidden') await hide(tx, actor, found, input.reason.trim(), now);
    else await showAgain(tx, actor, found, now);
    await tx
      .update(postReport)
      .set({ settledBy: actor.personId, settledAt: now })
      .where(and(eq(postReport.postId, found.id), isNull(postReport.settledAt)));
    return { ok: true };
  });
}

async function hide(tx: Connection, actor: Actor, found: FoundPost, reason: string, now: number) {
  if (found.standing !== 'shared') return;
  await tx.update(post).set({ standing: 'hidden' }).where(eq(post.id, found.id));
  const stamp = { hiddenBy: actor.personId, hiddenAt: now };
  await tx.insert(postHiding).values({ id: uuidv7(), postId: found.id, reason, ...stamp });
  await record(tx, actor, found, 'post_hidden', now);
}

async function showAgain(tx: Connection, actor: Actor, found: FoundPost, now: number) {
  if (found.standing !== 'hidden') return;
  await tx.update(post).set({ standing: 'shared' }).where(eq(post.id, found.id));
  await tx
    .update(postHiding)
    .set({ liftedBy: actor.personId, liftedAt: now })
    .where(and(eq(postHiding.postId, found.id), isNull(postHiding.liftedAt)));
  await record(tx, actor, found, 'post_shown_again', now);
}

async function record(
  tx: Connection,
  actor: Actor,
  { id: postId, teamId, title: detail }: FoundPost,
  kind: 'post_hidden' | 'post_shown_again',
  now: number,
): Promise<void> {
  if (teamId === null) return;
  await recordActivity(tx, { kind, actorId: actor.personId, teamId, postId, detail }, now);
}
