import { eq, lt, inArray, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { dataImport, dataImportMeasure, dataImportReport, dataPoint } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import type { Measure } from '~/features/measures/measure';
import { findOwnMeasure } from '~/features/measures/own-measure.server';
import type { Actor } from '~/features/people/actor';
import { worksInTeam } from '~/features/people/people-policy';
import { conflict, invalid, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import { perConnection } from '~/platform/database.server';
import type { Connection, Database } from '~/platform/database.server';
import { keepEndedNumber } from './ended-number.server';
import { endProgress, giveWay, noteProgress } from './import-progress.server';
import { importReport } from './import-report';
import { weekMs } from './import-rules';
import { mappingProblem } from './mapping';
import { rememberMapping } from './mapping-memory.server';
import { fateOf, placeKey } from './number-fate';
import type { Fate } from './number-fate';
import type { FileReading, ReadNumber } from './read-numbers';
import { measuresRead, numbersThere, readWaitingFile, rowsAtOnce } from './read-waiting-file.server';
import { dropWaitingFile } from './waiting-files.server';
import type { WaitingFile } from './waiting-files.server';

type Input = { file: WaitingFile; measures: Measure[]; replace: boolean };
type When = { now: number; today: SchoolDay };

const place = sql.placeholder;
const pointInsert = perConnection((db) =>
  db
    .insert(dataPoint)
    .values({
      ...{ id: place('id'), measureId: place('measureId'), groupId: place('groupId'), kind: place('kind') },
      ...{ date: place('date'), value: place('value'), numerator: place('numerator') },
      ...{ denominator: place('denominator'), note: place('note'), importId: place('importId') },
      ...{ version: 1, recordedBy: place('recordedBy'), recordedAt: place('recordedAt') },
    })
    .prepare(),
);

type Stamp = { importId: string; recordedBy: string; recordedAt: number };

async function store(
  tx: Connection,
  read: ReadNumber,
  before: typeof dataPoint.$inferSelect | undefined,
  stamp: Stamp,
): Promise<void> {
  const { lines: _lines, ...values } = read;
  if (!before) {
    await pointInsert(tx).execute({ id: uuidv7(), ...values, ...stamp });
    return;
  }
  await keepEndedNumber(tx, before, { how: 'replaced', by: stamp.recordedBy, at: stamp.recordedAt });
  const { value, numerator, denominator, note } = values;
  await tx
    .update(dataPoint)
    .set({ value, numerator, denominator, note, ...stamp, version: before.version + 1 })
    .where(eq(dataPoint.id, before.id));
}

/** Every measure is still the team's, counted as the file was read for, with the groups the numbers are about. */
async function checkMeasures(tx: Connection, actor: Actor, input: Input, ids: string[]): Promise<Outcome> {
  for (const id of ids) {
    const own = await findOwnMeasure(tx, actor, id);
    if (!own.ok) return own;
    if (own.measure.teamId !== input.file.teamId) return notFound;
    if (own.measure.kind !== input.measures.find((one) => one.id === id)?.kind) return conflict;
  }
  return { ok: true };
}

async function storeAll(
  tx: Connection,
  { numbers }: FileReading,
  { replace, ids, stamp }: { replace: boolean; ids: string[]; stamp: Stamp },
  onNumbers: (done: number) => void,
): Promise<Fate[]> {
  const there = await numbersThere(tx, ids);
  const fates: Fate[] = [];
  for (const [index, read] of numbers.entries()) {
    const before = there.get(placeKey(read));
    const fate = fateOf(read, before, replace);
    fates.push(fate);
    if (fate === 'added' || fate === 'replaced') await store(tx, read, before, stamp);
    if (index % rowsAtOnce !== 0) continue;
    onNumbers(index);
    await giveWay();
  }
  return fates;
}

/** How many numbers came in for each measure that the file was read for. */
function countsOf(reading: FileReading, fates: Fate[], ids: string[]): Map<string, number> {
  const counts = new Map(ids.map((id) => [id, 0]));
  for (const [index, { measureId }] of reading.numbers.entries())
    if (fates[index] === 'added' || fates[index] === 'replaced')
      counts.set(measureId, (counts.get(measureId) ?? 0) + 1);
  return counts;
}

/** Reports are kept as long as their imports can be taken back. */
async function dropOldReports(tx: Connection, now: number): Promise<void> {
  const old = await tx
    .select({ id: dataImportReport.id })
    .from(dataImportReport)
    .innerJoin(dataImport, eq(dataImport.id, dataImportReport.importId))
    .where(lt(dataImport.importedAt, now - weekMs))
    .limit(500);
  if (old.length > 0)
    await tx.delete(dataImportReport).where(
      inArray(
        dataImportReport.id,
        old.map(({ id }) => id),
      ),
    );
}

/**
 * Takes in all readable numbers of a waiting file at once, for all its measures, and keeps a report of every line. Numbers
 * that are there already and differ are replaced only when a person chose to; what they said goes to the history. A
 * second submit of the same form changes nothing. The file itself is dropped.
 */
export async function importNumbers(
  database: Database,
  actor: Actor,
  input: Input,
  { now, today }: When,
): Promise<Outcome> {
  const { file, measures, replace } = input;
  const { importId, teamId, fileName, columns, mapping, rowCount } = file;
  if (!worksInTeam(actor, teamId)) return notAllowed('Only the team itself imports numbers.');
  const problem = mappingProblem(mapping, measures, file.rowCount);
  if (problem !== null) return invalid(problem);
  const progress = (done: number, total: number) => noteProgress(importId, { teamId, done, total });
  try {
    progress(0, rowCount * 2);
    const reading = await readWaitingFile(file, measures, today, (done) => progress(done, rowCount * 2));
    const ids = measuresRead(mapping).filter((id) =>
      reading.numbers.some(({ measureId }) => measureId === id),
    );
    if (reading.numbers.length === 0) return invalid('No line of this file gives a number yet.');
    const outcome = await database.inTransaction(async (tx): Promise<Outcome> => {
      const checked = await checkMeasures(tx, actor, input, ids);
      if (!checked.ok) return checked;
      const done = (await tx.select().from(dataImport).where(eq(dataImport.id, importId)))[0];
      if (done) return done.teamId === teamId ? { ok: true } : notFound;
      const stamp = { importId, recordedBy: actor.personId, recordedAt: now };
      const head = { id: importId, teamId, fileName, importedBy: actor.personId, importedAt: now };
      await tx.insert(dataImport).values({ ...head, rowCount: 0 });
      const fates = await storeAll(tx, reading, { replace, ids, stamp }, (stored) =>
        progress(rowCount + stored, rowCount + reading.numbers.length),
      );
      const counts = countsOf(reading, fates, ids);
      const sum = [...counts.values()].reduce((total, count) => total + count, 0);
      await tx.update(dataImport).set({ rowCount: sum }).where(eq(dataImport.id, importId));
      for (const [measureId, count] of counts) {
        await tx.insert(dataImportMeasure).values({ id: uuidv7(), importId, measureId, rowCount: count });
        const detail = measures.find(({ id }) => id === measureId)?.name ?? '';
        const about = { actorId: actor.personId, teamId, measureId, detail };
        if (count > 0) await recordActivity(tx, { kind: 'data_imported', ...about }, now);
      }
      await dropOldReports(tx, now);
      const text = await importReport(reading, fates, measures, giveWay);
      await tx.insert(dataImportReport).values({ id: uuidv7(), importId, text });
      await rememberMapping(tx, { teamId, columns, mapping }, { personId: actor.personId, now });
      return { ok: true };
    });
    if (outcome.ok) dropWaitingFile(importId);
    return outcome;
  } finally {
    endProgress(importId);
  }
}
