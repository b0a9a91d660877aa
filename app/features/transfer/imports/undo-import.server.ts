import { and, desc, eq } from 'drizzle-orm';
import { dataImport, dataPoint, dataPointHistory } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import { findOwnMeasure } from '~/features/measures/own-measure.server';
import { keepHistory } from '~/features/measures/record-data-point.server';
import type { Actor } from '~/features/people/actor';
import { notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection, Database } from '~/platform/database.server';

/**
 * Takes an import back: its numbers go, and those it had replaced say again what they said before. Numbers that somebody
 * has changed since stay as they are.
 */
export function undoImport(
  database: Database,
  actor: Actor,
  input: { measureId: string; importId: string },
  now: number,
): Promise<Outcome> {
  const { measureId, importId } = input;
  return database.inTransaction(async (tx) => {
    const own = await findOwnMeasure(tx, actor, measureId);
    if (!own.ok) return own;
    const found = (
      await tx
        .select()
        .from(dataImport)
        .where(and(eq(dataImport.id, importId), eq(dataImport.teamId, own.measure.teamId)))
    )[0];
    if (!found) return notFound;
    if (found.undoneAt !== null) return { ok: true };
    const points = await tx.select().from(dataPoint).where(eq(dataPoint.importId, importId));
    for (const point of points) await takeBack(tx, point, actor.personId, now);
    await tx
      .update(dataImport)
      .set({ undoneAt: now, undoneBy: actor.personId })
      .where(eq(dataImport.id, importId));
    const about = {
      actorId: actor.personId,
      teamId: own.measure.teamId,
      measureId,
      detail: own.measure.name,
    };
    await recordActivity(tx, { kind: 'import_undone', ...about }, now);
    return { ok: true };
  });
}

/** What the number said before this import, leaving out imports that have themselves been taken back. */
async function findBefore(tx: Connection, point: typeof dataPoint.$inferSelect) {
  const rows = await tx
    .select({ said: dataPointHistory, undoneAt: dataImport.undoneAt })
    .from(dataPointHistory)
    .leftJoin(dataImport, eq(dataImport.id, dataPointHistory.importId))
    .where(and(eq(dataPointHistory.dataPointId, point.id), eq(dataPointHistory.endedHow, 'replaced')))
    .orderBy(desc(dataPointHistory.version));
  return rows.find(({ said, undoneAt }) => undoneAt === null && said.importId !== point.importId)?.said;
}

async function takeBack(
  tx: Connection,
  point: typeof dataPoint.$inferSelect,
  personId: string,
  now: number,
): Promise<void> {
  const before = await findBefore(tx, point);
  await keepHistory(tx, point, 'import_undone', personId, now);
  if (!before) {
    await tx.delete(dataPoint).where(eq(dataPoint.id, point.id));
    return;
  }
  const { value, numerator, denominator, note, importId, recordedBy, recordedAt } = before;
  await tx
    .update(dataPoint)
    .set({
      value,
      numerator,
      denominator,
      note,
      importId,
      recordedBy,
      recordedAt,
      version: point.version + 1,
    })
    .where(eq(dataPoint.id, point.id));
}
