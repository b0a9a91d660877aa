import type { RunChartRules } from '#db/vocabulary';
import type { Actor } from '~/features/people/actor';
import type { ChartSubject } from '~/features/run-charts/view/chart-model';
import { notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection } from '~/platform/database.server';
import { chartSubject } from '../chart-subject';
import { findMeasure } from '../measure-queries.server';
import { findOwnMeasure } from '../own-measure.server';
import { loadSeries } from '../series-queries.server';

type OwnChart = { measure: { id: string; teamId: string; name: string }; subject: ChartSubject };

/** The chart of one measure and group that the actor's team owns, as it stands inside a transaction. */
export async function findOwnChart(
  tx: Connection,
  actor: Actor,
  { measureId, groupId, rules }: { measureId: string; groupId: string; rules: RunChartRules },
): Promise<Outcome<OwnChart>> {
  const own = await findOwnMeasure(tx, actor, measureId);
  if (!own.ok) return own;
  const measure = await findMeasure(tx, actor, measureId);
  if (!measure?.groups.some((group) => group.id === groupId)) return notFound;
  const series = await loadSeries(tx, [measureId]);
  return { ok: true, measure, subject: chartSubject(measure, groupId, series, { cycles: [], rules }) };
}
