import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { dataImport, dataImportMeasure, dataPoint } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import type { Measure } from '~/features/measures/measure';
import { findOwnMeasure } from '~/features/measures/own-measure.server';
import { keepHistory } from '~/features/measures/record-data-point.server';
import type { Actor } from '~/features/people/actor';
import { invalid, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Database } from '~/platform/database.server';
import { readDataRows } from './data-rows';

type Input = { importId: string; measure: Measure; fileName: string; text: string; replace: boolean };

/**
 * Takes in a whole file or nothing. Numbers that are there already and differ are replaced only when a person chose to;
 * what they said goes to the history. A second submit of the same form changes nothing.
 */
export function importDataPoints(
  database: Database,
  actor: Actor,
  input: Input,
  { now, today }: { now: number; today: SchoolDay },
): Promise<Outcome<{ count: number }>> {
  const { importId, measure, fileName, replace } = input;
  const { rows, messages } = readDataRows(input.text, {
    kind: measure.kind,
    groups: measure.groups,
    today,
  });
  if (messages.length > 0 || rows.length === 0)
    return Promise.resolve(invalid('Nothing was imported: look at the messages.'));
  return database.inTransaction(async (tx) => {
    const own = await findOwnMeasure(tx, actor, measure.id);
    if (!own.ok) return own;
    const done = (await tx.select().from(dataImport).where(eq(dataImport.id, importId)))[0];
    if (done) return done.teamId === own.measure.teamId ? { ok: true, count: done.rowCount } : notFound;
    const there = await tx.select().from(dataPoint).where(eq(dataPoint.measureId, measure.id));
    const byKey = new Map(there.map((point) => [`${point.groupId} ${point.date}`, point]));
    const stamp = { importId, recordedBy: actor.personId, recordedAt: now };
    await tx.insert(dataImport).values({
      id: importId,
      teamId: own.measure.teamId,
      fileName,
      rowCount: 0,
      importedBy: actor.personId,
      importedAt: now,
    });
    let count = 0;
    for (const { groupId, groupName: _name, line: _line, ...values } of rows) {
      const before = byKey.get(`${groupId} ${values.date}`);
      if (!before) {
        await tx.insert(dataPoint).values({
          id: uuidv7(),
          measureId: measure.id,
          groupId,
          kind: own.measure.kind,
          ...values,
          ...stamp,
        });
        count += 1;
        continue;
      }
      const same =
        before.value === values.value &&
        before.numerator === values.numerator &&
        before.denominator === values.denominator;
      if (same || !replace) continue;
      await keepHistory(tx, before, 'replaced', actor.personId, now);
      await tx
        .update(dataPoint)
        .set({ ...values, ...stamp, version: before.version + 1 })
        .where(and(eq(dataPoint.id, before.id), eq(dataPoint.version, before.version)));
      count += 1;
    }
    await tx.update(dataImport).set({ rowCount: count }).where(eq(dataImport.id, importId));
    await tx
      .insert(dataImportMeasure)
      .values({ id: uuidv7(), importId, measureId: measure.id, rowCount: count });
    const about = {
      actorId: actor.personId,
      teamId: own.measure.teamId,
      measureId: measure.id,
      detail: measure.name,
    };
    await recordActivity(tx, { kind: 'data_imported', ...about }, now);
    return { ok: true, count };
  });
}
