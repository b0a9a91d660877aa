import { count, eq } from 'drizzle-orm';
import { synthesis, synthesisClaim } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { invalid } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { findSynthesisPost, withdrawSynthesisPost, writeSynthesisPost } from './synthesis-post.server';
import { findOwnSynthesis } from './synthesis-scope.server';

/**
 * Brings a synthesis to the wanted state: published, with its post in the feed, or a draft again, its post withdrawn.
 * Asked for twice, the second changes nothing. No activity is recorded: that is told by team, and it is no team's.
 */
export function publishSynthesis(
  database: Database,
  actor: Actor,
  { synthesisId, wanted }: { synthesisId: string; wanted: 'published' | 'draft' },
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const found = await findOwnSynthesis(tx, actor, synthesisId);
    if (!found.ok) return found;
    const { own } = found;
    const known = await findSynthesisPost(tx, synthesisId);
    const isOut = own.publishedAt !== null && known !== null && known.standing !== 'withdrawn';
    if (isOut === (wanted === 'published')) return { ok: true };
    if (wanted === 'draft') {
      if (known) await withdrawSynthesisPost(tx, actor, known, now);
      await tx.update(synthesis).set({ publishedAt: null }).where(eq(synthesis.id, synthesisId));
      return { ok: true };
    }
    const claims = await tx
      .select({ n: count() })
      .from(synthesisClaim)
      .where(eq(synthesisClaim.synthesisId, synthesisId));
    if ((claims[0]?.n ?? 0) === 0) return invalid('Write at least one claim before you publish this page.');
    await writeSynthesisPost(tx, actor, own, now);
    await tx.update(synthesis).set({ publishedAt: now }).where(eq(synthesis.id, synthesisId));
    return { ok: true };
  });
}
