import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { dataPoint, dataPointHistory } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import type { Actor } from '~/features/people/actor';
import { notFound } from '~/lib/result';
import type { Problem } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import { readDataPoint } from './data-point-rules';
import type { DataPointValues, TypedDataPoint } from './data-point-rules';
import { findOwnMeasure, measureHasGroup } from './own-measure.server';

type Stored = typeof dataPoint.$inferSelect;

export type RecordProblem =
  | Problem
  /** Another number stands on that day; naming its version replaces it. */
  | {
      kind: 'exists';
      existing: Pick<Stored, 'id' | 'value' | 'numerator' | 'denominator' | 'version' | 'date'>;
    };

export type RecordOutcome =
  { ok: true; values: DataPointValues; id: string } | { ok: false; problem: RecordProblem };

export type RecordInput = {
  id: string;
  measureId: string;
  groupId: string;
  typed: TypedDataPoint;
  /** The version of the number that is to be replaced, when a person chose to. */
  replaceVersion: number | null;
};

const sameNumber = (one: DataPointValues, other: Stored) =>
  one.note === other.note &&
  one.value === other.value &&
  one.numerator === other.numerator &&
  one.denominator === other.denominator;

/** Keeps what a data point said, before it changes or goes. */
export async function keepHistory(
  tx: Connection,
  point: Stored,
  how: 'replaced' | 'corrected' | 'deleted' | 'import_undone',
  by: string,
  now: number,
): Promise<void> {
  const { id, kind: _kind, ...said } = point;
  const ended = { endedBy: by, endedAt: now, endedHow: how };
  await tx.insert(dataPointHistory).values({ ...said, ...ended, id: uuidv7(), dataPointId: id });
}

/**
 * Logs one number. A second submit of the same form changes nothing; a second number for the same measure, group and day
 * is offered as a replacement and, once chosen, keeps the old one in the history.
 */
export function recordDataPoint(
  database: Database,
  actor: Actor,
  input: RecordInput,
  { now, today }: { now: number; today: SchoolDay },
): Promise<RecordOutcome> {
  return database.inTransaction(async (tx) => {
    const own = await findOwnMeasure(tx, actor, input.measureId);
    if (!own.ok) return own;
    if (!(await measureHasGroup(tx, input.measureId, input.groupId))) return notFound;
    const read = readDataPoint(own.measure.kind, input.typed, today);
    if (!read.ok)
      return {
        ok: false,
        problem: {
          kind: 'invalid',
          message: 'One answer below needs another look. Nothing was lost.',
          fields: asLists(read.fields),
        },
      };
    const there = (
      await tx
        .select()
        .from(dataPoint)
        .where(
          and(
            eq(dataPoint.measureId, input.measureId),
            eq(dataPoint.groupId, input.groupId),
            eq(dataPoint.date, read.values.date),
          ),
        )
    )[0];
    if (there && sameNumber(read.values, there) && input.replaceVersion === null)
      return { ok: true, values: read.values, id: there.id };
    if (there && there.version !== input.replaceVersion)
      return { ok: false, problem: { kind: 'exists', existing: there } };
    const stamp = { recordedBy: actor.personId, recordedAt: now, importId: null };
    const taken = await tx.select({ id: dataPoint.id }).from(dataPoint).where(eq(dataPoint.id, input.id));
    const id = taken.length > 0 ? uuidv7() : input.id;
    if (there) {
      await keepHistory(tx, there, 'replaced', actor.personId, now);
      await tx
        .update(dataPoint)
        .set({ ...read.values, ...stamp, version: there.version + 1 })
        .where(eq(dataPoint.id, there.id));
    } else {
      const { measureId, groupId } = input;
      await tx
        .insert(dataPoint)
        .values({ id, measureId, groupId, kind: own.measure.kind, ...read.values, ...stamp });
    }
    const { teamId } = own.measure;
    await recordActivity(
      tx,
      {
        kind: 'data_recorded',
        actorId: actor.personId,
        teamId,
        measureId: input.measureId,
        detail: own.measure.name,
      },
      now,
    );
    return { ok: true, values: read.values, id: there?.id ?? id };
  });
}

export function asLists(fields: Partial<Record<string, string>>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, text]) => (text === undefined ? [] : [[name, [text]]])),
  );
}
