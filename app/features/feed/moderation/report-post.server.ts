import { eq } from 'drizzle-orm';
import { postReport } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { invalid, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { findSharedPost } from '../posts/find-shared-post.server';
import { reasonProblem } from './moderation-rules';

/** Tells the facilitators that something is wrong with a post; once for each person and post. */
export function reportPost(
  database: Database,
  actor: Actor,
  { id, postId, reason }: { id: string; postId: string; reason: string },
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const shared = await findSharedPost(tx, actor, postId);
    if (!shared) return notFound;
    if (shared.isOwn)
      return notAllowed('This is your own team’s post. You can edit it, or take it out of the feed.');
    const problem = reasonProblem(reason);
    if (problem !== null) return invalid(problem, { reason: [problem] });
    const taken = await tx.select().from(postReport).where(eq(postReport.id, id));
    if (taken[0] && (taken[0].reportedBy !== actor.personId || taken[0].postId !== shared.id))
      return notFound;
    await tx
      .insert(postReport)
      .values({ id, postId: shared.id, reason: reason.trim(), reportedBy: actor.personId, reportedAt: now })
      .onConflictDoNothing();
    return { ok: true };
  });
}
