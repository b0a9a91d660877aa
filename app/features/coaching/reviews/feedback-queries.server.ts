import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { review } from '#db/schema';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import { medianFeedback } from './median-feedback';

/** Only what a team asked for counts: where a coach begins to read, nobody waits. */
const spansQuery = perConnection((db) =>
  db
    .select({ beganAt: review.beganAt, feedbackAt: review.feedbackAt })
    .from(review)
    .where(
      and(
        eq(review.coachId, sql.placeholder('coachId')),
        isNotNull(review.requestedBy),
        isNotNull(review.feedbackAt),
      ),
    )
    .prepare(),
);

/** How long a coach's feedback took, over every request that has had some: the middle time in milliseconds. */
export async function loadMedianFeedback(
  db: Connection,
  coachId: string,
): Promise<{ medianMs: number; count: number } | null> {
  const rows = await spansQuery(db).execute({ coachId });
  const spans = rows.flatMap(({ beganAt, feedbackAt }) =>
    feedbackAt === null ? [] : [{ beganAt, feedbackAt }],
  );
  const medianMs = medianFeedback(spans);
  return medianMs === null ? null : { medianMs, count: spans.length };
}
