import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { dataPoint, excludedPoint, measure } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import type { Actor } from '~/features/people/actor';
import { worksInTeam } from '~/features/people/people-policy';
import { readableTeam } from '~/features/people/team-scope.server';
import { notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection, Database } from '~/platform/database.server';
import { exclusionAt, forgetExclusion } from './follow-point.server';

type Place = { measureId: string; groupId: string; date: string; teamId: string; name: string };

async function findOwnPlace(
  tx: Connection,
  actor: Actor,
  pointId: string,
): Promise<Outcome<{ place: Place }>> {
  const rows = await tx
    .select({
      measureId: dataPoint.measureId,
      groupId: dataPoint.groupId,
      date: dataPoint.date,
      teamId: measure.teamId,
      name: measure.name,
    })
    .from(dataPoint)
    .innerJoin(measure, eq(measure.id, dataPoint.measureId))
    .where(and(eq(dataPoint.id, pointId), readableTeam(actor, measure.teamId)));
  const place = rows[0];
  if (!place) return notFound;
  if (!worksInTeam(actor, place.teamId)) return notAllowed('Only the team itself leaves points out.');
  return { ok: true, place };
}

/** Leaves a point out of median, rules and limits, for a reason; it stays on the chart. */
export function excludePoint(
  database: Database,
  actor: Actor,
  { pointId, reason }: { pointId: string; reason: string },
  now: number,
): Promise<Outcome<{ measureId: string }>> {
  return database.inTransaction(async (tx) => {
    const own = await findOwnPlace(tx, actor, pointId);
    if (!own.ok) return own;
    const { measureId, groupId, date, teamId, name } = own.place;
    const stamp = { excludedBy: actor.personId, excludedAt: now };
    await forgetExclusion(tx, own.place);
    await tx.insert(excludedPoint).values({ id: uuidv7(), measureId, groupId, date, reason, ...stamp });
    const about = { actorId: actor.personId, teamId, measureId, detail: name };
    await recordActivity(tx, { kind: 'point_excluded', ...about }, now);
    return { ok: true, measureId };
  });
}

/** Counts a point again. */
export function includePoint(
  database: Database,
  actor: Actor,
  { pointId }: { pointId: string },
  now: number,
): Promise<Outcome<{ measureId: string }>> {
  return database.inTransaction(async (tx) => {
    const own = await findOwnPlace(tx, actor, pointId);
    if (!own.ok) return own;
    const { measureId, teamId, name } = own.place;
    const there = await tx.select().from(excludedPoint).where(exclusionAt(own.place));
    if (there.length === 0) return { ok: true, measureId };
    await forgetExclusion(tx, own.place);
    const about = { actorId: actor.personId, teamId, measureId, detail: name };
    await recordActivity(tx, { kind: 'point_included', ...about }, now);
    return { ok: true, measureId };
  });
}
