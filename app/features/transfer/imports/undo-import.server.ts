import { and, desc, eq, sql } from 'drizzle-orm';
import { dataImport, dataImportMeasure, dataPoint, dataPointHistory, measure } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import { forgetExclusion } from '~/features/measures/chart-marks/follow-point.server';
import type { Actor } from '~/features/people/actor';
import { worksInTeam } from '~/features/people/people-policy';
import { invalid, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import { perConnection } from '~/platform/database.server';
import type { Connection, Database } from '~/platform/database.server';
import { keepEndedNumber } from './ended-number.server';
import { giveWay } from './import-progress.server';
import { canBeTakenBack } from './import-rules';

type Point = typeof dataPoint.$inferSelect;
type Said = typeof dataPointHistory.$inferSelect;

const numbersAtOnce = 500;
const place = sql.placeholder;

const pointDelete = perConnection((db) =>
  db
    .delete(dataPoint)
    .where(eq(dataPoint.id, place('id')))
    .prepare(),
);

/**
 * Takes an import back, for all measures of its file, within a week: its numbers go, and those it had replaced say again
 * what they said before. Numbers that somebody has changed since stay as they are.
 */
export function undoImport(
  database: Database,
  actor: Actor,
  input: { teamId: string; importId: string },
  now: number,
): Promise<Outcome> {
  const { teamId, importId } = input;
  return database.inTransaction(async (tx) => {
    if (!worksInTeam(actor, teamId)) return notAllowed('Only the team itself takes its imports back.');
    const found = (
      await tx
        .select()
        .from(dataImport)
        .where(and(eq(dataImport.id, importId), eq(dataImport.teamId, teamId)))
    )[0];
    if (!found) return notFound;
    if (found.undoneAt !== null) return { ok: true };
    if (!canBeTakenBack(found, now))
      return invalid('An import can be taken back for a week. This one is older, so it stays.');
    const before = await findBefore(tx, importId);
    const points = await tx.select().from(dataPoint).where(eq(dataPoint.importId, importId));
    for (const [index, point] of points.entries()) {
      await takeBack(tx, point, before.get(point.id), { by: actor.personId, at: now });
      if (index % numbersAtOnce === 0) await giveWay();
    }
    await tx
      .update(dataImport)
      .set({ undoneAt: now, undoneBy: actor.personId })
      .where(eq(dataImport.id, importId));
    const measures = await tx
      .select({ measureId: measure.id, detail: measure.name })
      .from(dataImportMeasure)
      .innerJoin(measure, eq(measure.id, dataImportMeasure.measureId))
      .where(eq(dataImportMeasure.importId, importId));
    for (const about of measures)
      await recordActivity(tx, { kind: 'import_undone', actorId: actor.personId, teamId, ...about }, now);
    return { ok: true };
  });
}

/** What each number said before this import, leaving out imports that have themselves been taken back. */
async function findBefore(tx: Connection, importId: string): Promise<Map<string, Said>> {
  const rows = await tx
    .select({ said: dataPointHistory, undoneAt: dataImport.undoneAt })
    .from(dataPointHistory)
    .innerJoin(dataPoint, eq(dataPoint.id, dataPointHistory.dataPointId))
    .leftJoin(dataImport, eq(dataImport.id, dataPointHistory.importId))
    .where(and(eq(dataPoint.importId, importId), eq(dataPointHistory.endedHow, 'replaced')))
    .orderBy(desc(dataPointHistory.version));
  const before = new Map<string, Said>();
  for (const { said, undoneAt } of rows) {
    const counts = undoneAt === null && said.importId !== importId;
    if (counts && !before.has(said.dataPointId)) before.set(said.dataPointId, said);
  }
  return before;
}

async function takeBack(
  tx: Connection,
  point: Point,
  before: Said | undefined,
  { by, at }: { by: string; at: number },
): Promise<void> {
  await keepEndedNumber(tx, point, { how: 'import_undone', by, at });
  if (!before) {
    await forgetExclusion(tx, point);
    await pointDelete(tx).execute({ id: point.id });
    return;
  }
  const { value, numerator, denominator, note, importId, recordedBy, recordedAt } = before;
  const said = { value, numerator, denominator, note, importId, recordedBy, recordedAt };
  await tx
    .update(dataPoint)
    .set({ ...said, version: point.version + 1 })
    .where(eq(dataPoint.id, point.id));
}
