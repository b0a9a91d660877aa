import { and, eq } from 'drizzle-orm';
import type { RunChartRules } from '#db/vocabulary';
import { frozenBaseline } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import type { Actor } from '~/features/people/actor';
import { baselineProblem } from '~/features/run-charts/view/baseline-advice';
import { conflict, invalid } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import type { MarkOf } from './chart-mark-form';
import { findOwnChart } from './own-chart.server';
import { findOwnMeasure } from '../own-measure.server';

/** Carries the median of a group's points up to a day forward. Only a steady baseline of ten points or more can be frozen. */
export function freezeBaseline(
  database: Database,
  actor: Actor,
  { measureId, form, rules }: { measureId: string; form: MarkOf<'freeze'>; rules: RunChartRules },
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const { id, groupId, throughDate } = form;
    const own = await findOwnChart(tx, actor, { measureId, groupId, rules });
    if (!own.ok) return own;
    const { frozenThrough } = own.subject;
    if (frozenThrough === throughDate) return { ok: true };
    if (frozenThrough !== null) return conflict;
    const problem = baselineProblem(own.subject, throughDate);
    if (problem !== null) return invalid('', { throughDate: [problem] });
    const stamp = { frozenBy: actor.personId, frozenAt: now };
    await tx.insert(frozenBaseline).values({ id, measureId, groupId, throughDate, ...stamp });
    const { teamId, name } = own.measure;
    const about = { actorId: actor.personId, teamId, measureId, detail: name };
    await recordActivity(tx, { kind: 'baseline_frozen', ...about }, now);
    return { ok: true };
  });
}

/** The median moves with every point again. */
export function releaseBaseline(
  database: Database,
  actor: Actor,
  { measureId, groupId }: { measureId: string; groupId: string },
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const own = await findOwnMeasure(tx, actor, measureId);
    if (!own.ok) return own;
    const here = and(eq(frozenBaseline.measureId, measureId), eq(frozenBaseline.groupId, groupId));
    const there = await tx.select().from(frozenBaseline).where(here);
    if (there.length === 0) return { ok: true };
    await tx.delete(frozenBaseline).where(here);
    const { teamId, name } = own.measure;
    const about = { actorId: actor.personId, teamId, measureId, detail: name };
    await recordActivity(tx, { kind: 'baseline_released', ...about }, now);
    return { ok: true };
  });
}
