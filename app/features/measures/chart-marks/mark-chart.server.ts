import type { RunChartRules } from '#db/vocabulary';
import type { Actor } from '~/features/people/actor';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Database } from '~/platform/database.server';
import { annotateChart, removeAnnotation } from './annotate-chart.server';
import { beginPhase, removePhase } from './begin-phase.server';
import type { ChartMarkForm } from './chart-mark-form';
import { freezeBaseline, releaseBaseline } from './freeze-baseline.server';

type Setting = { rules: RunChartRules; now: number; today: SchoolDay };

/** Carries out one form about the marks of a measure's charts. */
export function markChart(
  database: Database,
  actor: Actor,
  { measureId, form }: { measureId: string; form: ChartMarkForm },
  { rules, now, today }: Setting,
): Promise<Outcome> {
  switch (form.intent) {
    case 'annotate':
      return annotateChart(database, actor, { measureId, form }, { now, today });
    case 'remove_annotation':
      return removeAnnotation(database, actor, { measureId, annotationId: form.annotationId }, now);
    case 'begin_phase':
      return beginPhase(database, actor, { measureId, form, rules }, now);
    case 'remove_phase':
      return removePhase(database, actor, { measureId, phaseId: form.phaseId }, now);
    case 'freeze':
      return freezeBaseline(database, actor, { measureId, form, rules }, now);
    case 'release':
      return releaseBaseline(database, actor, { measureId, groupId: form.groupId }, now);
  }
}
