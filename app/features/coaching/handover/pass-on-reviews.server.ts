import { and, eq, inArray } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { review, reviewStep } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import type { Connection } from '~/platform/database.server';
import { reviewAfterHandover } from './handover-rules';

type Person = { id: string; name: string };
type Input = {
  teamId: string;
  leaving: { personId: string; name: string };
  /** Who takes the reviews up; null where nobody coaches the team now. */
  follower: Person | null;
};

const openStages = ['requested', 'in_progress', 'returned'] as const;

/**
 * Gives the open reviews of a coach who leaves to the one who follows, each with a step that says so; how many went on, and
 * how many wait among the requests.
 */
export async function passOnReviews(
  tx: Connection,
  actor: Actor,
  { teamId, leaving, follower }: Input,
  now: number,
): Promise<{ passedOn: number; waiting: number }> {
  const open = await tx
    .select()
    .from(review)
    .where(
      and(
        eq(review.teamId, teamId),
        eq(review.coachId, leaving.personId),
        inArray(review.stage, [...openStages]),
      ),
    );
  const note = follower
    ? `${follower.name} follows ${leaving.name} as coach.`
    : `${leaving.name} no longer coaches the team.`;
  let waiting = 0;
  for (const { id, stage, requestedBy, feedbackAt, coachId, version } of open) {
    if (stage === 'done' || stage === 'withdrawn') continue;
    const after = reviewAfterHandover({ requestedBy, stage, feedbackAt }, follower?.id ?? null);
    if (follower === null && after.stage === 'requested') waiting += 1;
    const ends = after.stage === 'done' || after.stage === 'withdrawn';
    await tx
      .update(review)
      .set({
        stage: after.stage,
        coachId: after.keepsCoach ? coachId : (follower?.id ?? null),
        version: version + 1,
        ...(ends ? { endedAt: now } : {}),
      })
      .where(eq(review.id, id));
    await tx.insert(reviewStep).values({
      id: uuidv7(),
      reviewId: id,
      toStage: after.stage,
      note,
      takenBy: actor.personId,
      takenAt: now,
    });
  }
  return { passedOn: follower === null ? 0 : open.length, waiting };
}
