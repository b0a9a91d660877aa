import { and, eq, isNotNull } from 'drizzle-orm';
import { review } from '#db/schema';
import type { Connection } from '~/platform/database.server';
import { medianFeedback } from './median-feedback';

/** How long a coach's feedback took, over every request that has had some: the middle time in milliseconds. */
export async function loadMedianFeedback(
  db: Connection,
  coachId: string,
): Promise<{ medianMs: number; count: number } | null> {
  const rows = await db
    .select({ beganAt: review.beganAt, feedbackAt: review.feedbackAt })
    .from(review)
    .where(and(eq(review.coachId, coachId), isNotNull(review.requestedBy), isNotNull(review.feedbackAt)));
  const spans = rows.flatMap(({ beganAt, feedbackAt }) =>
    feedbackAt === null ? [] : [{ beganAt, feedbackAt }],
  );
  const medianMs = medianFeedback(spans);
  return medianMs === null ? null : { medianMs, count: spans.length };
}
