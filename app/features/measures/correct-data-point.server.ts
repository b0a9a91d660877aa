import { and, eq } from 'drizzle-orm';
import { dataPoint, measure } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import type { Actor } from '~/features/people/actor';
import { worksInTeam } from '~/features/people/people-policy';
import { readableTeam } from '~/features/people/team-scope.server';
import { conflict, invalid, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import { forgetExclusion, moveExclusion } from './chart-marks/follow-point.server';
import { readDataPoint } from './data-point-rules';
import type { TypedDataPoint } from './data-point-rules';
import { asLists, keepHistory } from './record-data-point.server';

type Stored = typeof dataPoint.$inferSelect;

async function findOwnPoint(
  tx: Connection,
  actor: Actor,
  pointId: string,
): Promise<Outcome<{ point: Stored; teamId: string; measureName: string }>> {
  const rows = await tx
    .select({ point: dataPoint, teamId: measure.teamId, measureName: measure.name })
    .from(dataPoint)
    .innerJoin(measure, eq(measure.id, dataPoint.measureId))
    .where(and(eq(dataPoint.id, pointId), readableTeam(actor, measure.teamId)));
  const found = rows[0];
  if (!found) return notFound;
  if (!worksInTeam(actor, found.teamId)) return notAllowed('Only the team itself corrects its numbers.');
  return { ok: true, ...found };
}

/** Changes a number and keeps what it said. `version` is the one the form was read at. */
export function correctDataPoint(
  database: Database,
  actor: Actor,
  input: { pointId: string; version: number; typed: TypedDataPoint },
  { now, today }: { now: number; today: SchoolDay },
): Promise<Outcome<{ measureId: string }>> {
  return database.inTransaction(async (tx) => {
    const own = await findOwnPoint(tx, actor, input.pointId);
    if (!own.ok) return own;
    const { point, teamId, measureName } = own;
    if (point.version !== input.version) return conflict;
    const read = readDataPoint(point.kind, input.typed, today);
    if (!read.ok)
      return invalid('One answer below needs another look. Nothing was lost.', asLists(read.fields));
    if (read.values.date !== point.date && (await dayIsTaken(tx, point, read.values.date)))
      return invalid('One answer below needs another look. Nothing was lost.', {
        date: ['There is already a number for this day.'],
      });
    await keepHistory(tx, point, 'corrected', actor.personId, now);
    await moveExclusion(tx, point, read.values.date);
    await tx
      .update(dataPoint)
      .set({
        ...read.values,
        version: point.version + 1,
        recordedBy: actor.personId,
        recordedAt: now,
        importId: null,
      })
      .where(eq(dataPoint.id, point.id));
    const about = { actorId: actor.personId, teamId, measureId: point.measureId, detail: measureName };
    await recordActivity(tx, { kind: 'data_corrected', ...about }, now);
    return { ok: true, measureId: point.measureId };
  });
}

async function dayIsTaken(tx: Connection, point: Stored, date: SchoolDay): Promise<boolean> {
  const rows = await tx
    .select({ id: dataPoint.id })
    .from(dataPoint)
    .where(
      and(
        eq(dataPoint.measureId, point.measureId),
        eq(dataPoint.groupId, point.groupId),
        eq(dataPoint.date, date),
      ),
    );
  return rows.length > 0;
}

/** Takes a number off the chart; the history keeps it. */
export function deleteDataPoint(
  database: Database,
  actor: Actor,
  input: { pointId: string; version: number },
  now: number,
): Promise<Outcome<{ measureId: string }>> {
  return database.inTransaction(async (tx) => {
    const own = await findOwnPoint(tx, actor, input.pointId);
    if (!own.ok) return own;
    const { point, teamId, measureName } = own;
    if (point.version !== input.version) return conflict;
    await keepHistory(tx, point, 'deleted', actor.personId, now);
    await forgetExclusion(tx, point);
    await tx.delete(dataPoint).where(eq(dataPoint.id, point.id));
    const about = { actorId: actor.personId, teamId, measureId: point.measureId, detail: measureName };
    await recordActivity(tx, { kind: 'data_deleted', ...about }, now);
    return { ok: true, measureId: point.measureId };
  });
}
