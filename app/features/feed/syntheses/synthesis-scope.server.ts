import { and, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { cohort, post, synthesis } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { facilitates } from '~/features/people/people-policy';
import { notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection } from '~/platform/database.server';
import { audienceIdsOf, visiblePost } from '../post-scope.server';

/** A synthesis of a cohort the actor facilitates: drafts too. */
export function ownSynthesis(actor: Actor): SQL {
  const { facilitatedCohortIds: cohorts } = actor;
  return cohorts.length > 0 ? inArray(synthesis.cohortId, cohorts) : sql`1 = 0`;
}

/** Joins a synthesis's post; its kind finds it by an index among all posts. */
export const itsPost = and(eq(post.kind, 'synthesis'), eq(post.synthesisId, synthesis.id));

/**
 * The condition for a query that has joined a synthesis's post: published and shared with the reader, or of a cohort
 * they facilitate. A hidden or withdrawn post takes its page with it.
 */
export function readableSynthesis(actor: Actor, audienceIds: string[]): SQL {
  const published = and(isNotNull(synthesis.publishedAt), visiblePost(audienceIds));
  return or(ownSynthesis(actor), published) ?? sql`1 = 0`;
}

export const onlyFacilitators = 'Only the facilitators of the cohort write its syntheses.';

export type SynthesisRow = typeof synthesis.$inferSelect & { cohortName: string };

/** A synthesis the actor may write. Out of reach: not found; in reach only to read: not allowed. */
export async function findOwnSynthesis(
  tx: Connection,
  actor: Actor,
  synthesisId: string,
): Promise<Outcome<{ own: SynthesisRow }>> {
  const rows = await tx
    .select({ synthesis, cohortName: cohort.name })
    .from(synthesis)
    .innerJoin(cohort, eq(cohort.id, synthesis.cohortId))
    .leftJoin(post, itsPost)
    .where(and(eq(synthesis.id, synthesisId), readableSynthesis(actor, await audienceIdsOf(tx, actor))));
  const row = rows[0];
  if (!row) return notFound;
  if (!facilitates(actor, row.synthesis.cohortId)) return notAllowed(onlyFacilitators);
  return { ok: true, own: { ...row.synthesis, cohortName: row.cohortName } };
}
