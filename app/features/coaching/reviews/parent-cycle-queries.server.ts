import { and, desc, eq, lt } from 'drizzle-orm';
import { cycle, cycleDecision } from '#db/schema';
import type { Cycle } from '~/features/cycles/cycle';
import type { Connection } from '~/platform/database.server';

/** The cycle before this one in its ramp: what it taught, and why it was decided so. Null for the first. */
export async function findParentCycle(
  db: Connection,
  { rampId, number }: Pick<Cycle, 'rampId' | 'number'>,
): Promise<{ number: number; learned: string; why: string } | null> {
  const rows = await db
    .select({ number: cycle.number, learned: cycle.learned, why: cycleDecision.why })
    .from(cycle)
    .leftJoin(cycleDecision, eq(cycleDecision.cycleId, cycle.id))
    .where(and(eq(cycle.rampId, rampId), lt(cycle.number, number)))
    .orderBy(desc(cycle.number))
    .limit(1);
  const row = rows[0];
  return row ? { ...row, why: row.why ?? '' } : null;
}
