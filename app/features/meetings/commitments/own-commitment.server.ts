import { eq } from 'drizzle-orm';
import { commitment } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection } from '~/platform/database.server';
import type { Commitment } from './commitment';
import { findCommitment } from './commitment-queries.server';

export type CommitmentRow = typeof commitment.$inferSelect;

/** A commitment the actor may change, as it is read and as it is stored. Out of reach: not found; only to read: not allowed. */
export async function findOwnCommitment(
  tx: Connection,
  actor: Actor,
  commitmentId: string,
): Promise<Outcome<{ own: Commitment; row: CommitmentRow }>> {
  const own = await findCommitment(tx, actor, commitmentId);
  if (!own) return notFound;
  if (!own.mayChange)
    return notAllowed('Whoever took it on, their team and those who run the meeting change a commitment.');
  const rows = await tx.select().from(commitment).where(eq(commitment.id, commitmentId));
  return rows[0] ? { ok: true, own, row: rows[0] } : notFound;
}
