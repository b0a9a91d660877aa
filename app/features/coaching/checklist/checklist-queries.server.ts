import { and, eq } from 'drizzle-orm';
import { cycle } from '#db/schema';
import { findCycle } from '~/features/cycles/cycle-queries.server';
import type { Actor } from '~/features/people/actor';
import { readableTeam } from '~/features/people/team-scope.server';
import type { Connection } from '~/platform/database.server';
import type { ParentCycle } from './checked-cycle';
import { plannedWords } from './plan-check-rules';

/** The cycle that a cycle was built on; null for the first of a ramp, and where it is not for this actor. */
export async function findParent(
  db: Connection,
  actor: Actor,
  { id }: { id: string },
): Promise<ParentCycle | null> {
  const rows = await db
    .select({ parentId: cycle.parentId })
    .from(cycle)
    .where(and(eq(cycle.id, id), readableTeam(actor, cycle.teamId)));
  const parentId = rows[0]?.parentId ?? null;
  const parent = parentId === null ? null : await findCycle(db, actor, parentId);
  if (parent === null) return null;
  const { number, learned, scale, decision } = parent;
  return {
    ...{ number, learned, scale, planned: plannedWords(parent) },
    ...{ why: decision?.why ?? '', decision: decision?.decision ?? null },
  };
}
