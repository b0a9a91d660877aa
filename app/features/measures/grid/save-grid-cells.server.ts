import { and, desc, eq, inArray } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { dataPoint, dataPointHistory, measureGroup } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import type { Actor } from '~/features/people/actor';
import { notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import { forgetExclusion } from '../chart-marks/follow-point.server';
import { cellKey } from './data-grid';
import type { GridAnswer, TypedCell } from './data-grid';
import { cellText, readCell } from './data-grid-rules';
import { readDataPoint } from '../data-point-rules';
import type { DataPointValues } from '../data-point-rules';
import { findOwnMeasure } from '../own-measure.server';
import { keepHistory } from '../record-data-point.server';

type Stored = typeof dataPoint.$inferSelect;

export type GridInput = {
  measureId: string;
  /** `was` is what the cell said when the typing began; null takes it as it is. */
  cells: (Omit<TypedCell, 'was'> & { was: string | null })[];
  /** By group, how many there usually are, as typed. */
  of: Record<string, string>;
};

type Written = Pick<GridAnswer, 'saved' | 'problems' | 'conflicts'>;
type Sheet = {
  tx: Connection;
  actor: Actor;
  measure: { id: string; kind: Stored['kind']; unit: string };
  now: number;
  today: SchoolDay;
};

/**
 * Saves cells of the grid, each for itself: what can be read is kept, what cannot is said, and a cell that somebody else
 * has changed meanwhile is left for a person to choose. An emptied cell deletes its number; the history keeps it.
 */
export function saveGridCells(
  database: Database,
  actor: Actor,
  input: GridInput,
  { now, today }: { now: number; today: SchoolDay },
): Promise<Outcome<Written>> {
  return database.inTransaction(async (tx) => {
    const own = await findOwnMeasure(tx, actor, input.measureId);
    if (!own.ok) return own;
    const groups = await tx.select().from(measureGroup).where(eq(measureGroup.measureId, input.measureId));
    const open = new Set(groups.filter((group) => group.endedOn === null).map((group) => group.groupId));
    if (input.cells.some((cell) => !open.has(cell.groupId))) return notFound;
    const there = await pointsOn(tx, input);
    const sheet: Sheet = { tx, actor, now, today, measure: own.measure };
    const written: Written = { saved: [], problems: {}, conflicts: {} };
    for (const cell of input.cells) {
      const stored = there.get(cellKey(cell.date, cell.groupId)) ?? null;
      await saveCell(sheet, { ...cell, of: input.of[cell.groupId] ?? '' }, stored, written);
    }
    if (written.saved.length > 0) {
      const about = { actorId: actor.personId, teamId: own.measure.teamId, measureId: input.measureId };
      await recordActivity(tx, { kind: 'data_recorded', ...about, detail: own.measure.name }, now);
    }
    return { ok: true, ...written };
  });
}

async function pointsOn(tx: Connection, { measureId, cells }: GridInput): Promise<Map<string, Stored>> {
  const dates = [...new Set(cells.map((cell) => cell.date))];
  if (dates.length === 0) return new Map();
  const points = await tx
    .select()
    .from(dataPoint)
    .where(and(eq(dataPoint.measureId, measureId), inArray(dataPoint.date, dates)));
  return new Map(points.map((point) => [cellKey(point.date, point.groupId), point]));
}

type Cell = GridInput['cells'][number] & { of: string };

async function saveCell(sheet: Sheet, cell: Cell, stored: Stored | null, written: Written): Promise<void> {
  const key = cellKey(cell.date, cell.groupId);
  const before = stored ? cellText(stored) : '';
  const typed = cell.text.trim();
  const read = typed === '' ? null : readTyped(sheet, cell);
  if (read && !read.ok) {
    written.problems[key] = { typed: cell.text, message: read.message };
    return;
  }
  const after = read ? cellText(read.values) : '';
  if (after === before) return;
  if (cell.was !== null && cell.was !== before) {
    written.conflicts[key] = { typed: cell.text, there: before };
    return;
  }
  await writeCell(sheet, cell, stored, read?.values ?? null);
  written.saved.push({ key, before, after });
}

type ReadTyped = { ok: true; values: DataPointValues } | { ok: false; message: string };

function readTyped({ measure: { kind, unit }, today }: Sheet, cell: Cell): ReadTyped {
  const read = readCell(cell.text, { kind, unit, of: cell.of });
  if (!read.ok) return read;
  const point = readDataPoint(kind, { ...read.parts, date: cell.date }, today);
  return point.ok ? point : { ok: false, message: Object.values(point.fields).join(' ') };
}

type Place = Pick<Stored, 'measureId' | 'groupId' | 'date' | 'value' | 'numerator' | 'denominator'>;

/** The same number as it was before it was deleted: undoing brings back its note and its history with it. */
async function findDeleted(
  tx: Connection,
  place: Place,
): Promise<Pick<Stored, 'id' | 'note' | 'importId' | 'version'> | null> {
  const rows = await tx
    .select()
    .from(dataPointHistory)
    .where(
      and(
        eq(dataPointHistory.measureId, place.measureId),
        eq(dataPointHistory.groupId, place.groupId),
        eq(dataPointHistory.date, place.date),
      ),
    )
    .orderBy(desc(dataPointHistory.endedAt), desc(dataPointHistory.version))
    .limit(1);
  const said = rows[0];
  const isSame =
    said?.endedHow === 'deleted' &&
    said.value === place.value &&
    said.numerator === place.numerator &&
    said.denominator === place.denominator;
  if (!said || !isSame) return null;
  const { dataPointId: id, note, importId, version } = said;
  const taken = await tx.select({ id: dataPoint.id }).from(dataPoint).where(eq(dataPoint.id, id));
  return taken.length > 0 ? null : { id, note, importId, version: version + 1 };
}

async function writeCell(
  { tx, actor, measure: { id: measureId, kind }, now }: Sheet,
  { date, groupId }: Cell,
  stored: Stored | null,
  values: DataPointValues | null,
): Promise<void> {
  if (stored && values === null) {
    await keepHistory(tx, stored, 'deleted', actor.personId, now);
    await forgetExclusion(tx, stored);
    await tx.delete(dataPoint).where(eq(dataPoint.id, stored.id));
    return;
  }
  if (values === null) return;
  const { value, numerator, denominator } = values;
  const stamp = { recordedBy: actor.personId, recordedAt: now, importId: null };
  if (!stored) {
    const amounts = { value, numerator, denominator };
    const again = await findDeleted(tx, { measureId, groupId, date, ...amounts });
    const identity = again ?? { id: uuidv7(), note: '', importId: null, version: 1 };
    await tx.insert(dataPoint).values({ measureId, groupId, kind, date, ...amounts, ...stamp, ...identity });
    return;
  }
  await keepHistory(tx, stored, 'replaced', actor.personId, now);
  await tx
    .update(dataPoint)
    .set({ value, numerator, denominator, ...stamp, version: stored.version + 1 })
    .where(eq(dataPoint.id, stored.id));
}
