import { eq } from 'drizzle-orm';
import type { RunChartRules } from '#db/vocabulary';
import { phase } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import type { Actor } from '~/features/people/actor';
import { invalid, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import type { MarkOf } from './chart-mark-form';
import { findOwnChart } from './own-chart.server';
import { findOwnMeasure } from '../own-measure.server';

/** Begins a phase of one group's chart, with its own median, for a reason. A second submit of the same form changes nothing. */
export function beginPhase(
  database: Database,
  actor: Actor,
  { measureId, form, rules }: { measureId: string; form: MarkOf<'begin_phase'>; rules: RunChartRules },
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const { id, groupId, startsOn, reason } = form;
    const own = await findOwnChart(tx, actor, { measureId, groupId, rules });
    if (!own.ok) return own;
    const there = await tx.select({ measureId: phase.measureId }).from(phase).where(eq(phase.id, id));
    if (there[0]) return there[0].measureId === measureId ? { ok: true } : notFound;
    const { rows, phaseStarts } = own.subject;
    const first = rows[0]?.date ?? '';
    if (startsOn <= first || !rows.some(({ date }) => date >= startsOn))
      return invalid('', { startsOn: ['A phase begins after the first number and before the last.'] });
    if (phaseStarts.some((one) => one.startsOn === startsOn))
      return invalid('', { startsOn: ['A phase begins on this day already.'] });
    const stamp = { createdBy: actor.personId, createdAt: now };
    await tx.insert(phase).values({ id, measureId, groupId, startsOn, reason, ...stamp });
    const { teamId, name } = own.measure;
    const about = { actorId: actor.personId, teamId, measureId, detail: name };
    await recordActivity(tx, { kind: 'phase_begun', ...about }, now);
    return { ok: true };
  });
}

/** Joins a phase to the one before it. A phase that a changed definition began stays. */
export function removePhase(
  database: Database,
  actor: Actor,
  { measureId, phaseId }: { measureId: string; phaseId: string },
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const own = await findOwnMeasure(tx, actor, measureId);
    if (!own.ok) return own;
    const there = (await tx.select().from(phase).where(eq(phase.id, phaseId)))[0];
    if (!there) return { ok: true };
    if (there.measureId !== measureId) return notFound;
    await tx.delete(phase).where(eq(phase.id, phaseId));
    const { teamId, name } = own.measure;
    const about = { actorId: actor.personId, teamId, measureId, detail: name };
    await recordActivity(tx, { kind: 'phase_removed', ...about }, now);
    return { ok: true };
  });
}
