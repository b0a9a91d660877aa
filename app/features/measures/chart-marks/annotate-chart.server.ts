import { eq } from 'drizzle-orm';
import { annotation } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import type { Actor } from '~/features/people/actor';
import { invalid, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Database } from '~/platform/database.server';
import type { MarkOf } from './chart-mark-form';
import { findOwnMeasure } from '../own-measure.server';

type Clock = { now: number; today: SchoolDay };

/** Notes an event or a change on a measure's time axis. A second submit of the same form changes nothing. */
export function annotateChart(
  database: Database,
  actor: Actor,
  { measureId, form }: { measureId: string; form: MarkOf<'annotate'> },
  { now, today }: Clock,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const own = await findOwnMeasure(tx, actor, measureId);
    if (!own.ok) return own;
    const { id, kind, date, text } = form;
    const there = await tx
      .select({ measureId: annotation.measureId })
      .from(annotation)
      .where(eq(annotation.id, id));
    if (there[0]) return there[0].measureId === measureId ? { ok: true } : notFound;
    if (date > today) return invalid('', { date: ['This day is still to come.'] });
    await tx
      .insert(annotation)
      .values({ id, measureId, kind, date, text, createdBy: actor.personId, createdAt: now });
    const about = { actorId: actor.personId, teamId: own.measure.teamId, measureId };
    await recordActivity(tx, { kind: 'annotation_added', ...about, detail: own.measure.name }, now);
    return { ok: true };
  });
}

/** Takes a note off the time axis; one that is gone already is no problem. */
export function removeAnnotation(
  database: Database,
  actor: Actor,
  { measureId, annotationId }: { measureId: string; annotationId: string },
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const own = await findOwnMeasure(tx, actor, measureId);
    if (!own.ok) return own;
    const there = (await tx.select().from(annotation).where(eq(annotation.id, annotationId)))[0];
    if (!there) return { ok: true };
    if (there.measureId !== measureId) return notFound;
    await tx.delete(annotation).where(eq(annotation.id, annotationId));
    const about = { actorId: actor.personId, teamId: own.measure.teamId, measureId };
    await recordActivity(tx, { kind: 'annotation_removed', ...about, detail: own.measure.name }, now);
    return { ok: true };
  });
}
