import { v7 as uuidv7 } from 'uuid';
import { review, reviewStep } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import type { CycleHead } from '~/features/cycles/own-cycle.server';
import type { Actor } from '~/features/people/actor';
import { cutText } from '~/lib/cut-text';
import type { Connection } from '~/platform/database.server';

const longestDetail = 160;

/** The first words of a text, for a line elsewhere. */
export function excerptOf(text: string): string {
  return cutText(text.replaceAll(/\s+/g, ' ').trim(), longestDetail);
}

type Opened = { id: string; asks: string; head: CycleHead; how: 'request' | 'begin' };

/** Opens a review of a cycle with its first step and its event. The caller has checked that none is open. */
export async function openReview(
  tx: Connection,
  actor: Actor,
  { id, asks, head, how }: Opened,
  now: number,
): Promise<void> {
  const stage = how === 'request' ? 'requested' : 'in_progress';
  await tx.insert(review).values({
    ...{ id, cycleId: head.id, teamId: head.teamId, stage, asks, cycleStage: head.stage, beganAt: now },
    requestedBy: how === 'request' ? actor.personId : null,
    coachId: how === 'begin' ? actor.personId : null,
  });
  await tx.insert(reviewStep).values({
    ...{ id: uuidv7(), reviewId: id, toStage: stage, takenBy: actor.personId, takenAt: now },
  });
  await recordActivity(
    tx,
    {
      kind: how === 'request' ? 'review_requested' : 'review_begun',
      ...{ actorId: actor.personId, teamId: head.teamId, cycleId: head.id, reviewId: id },
      detail: excerptOf(asks),
    },
    now,
  );
}
