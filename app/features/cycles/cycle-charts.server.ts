import { chartSubject } from '~/features/measures/chart-subject';
import type { Measure } from '~/features/measures/measure';
import { loadSeries } from '~/features/measures/series-queries.server';
import type { Actor } from '~/features/people/actor';
import { formatMeasureValue, isPercent } from '~/features/run-charts/plotted-value';
import type { RunChartModel } from '~/features/run-charts/view/chart-model';
import { buildRunChart } from '~/features/run-charts/view/build-run-chart';
import type { RunChartRules } from '#db/vocabulary';
import { formatNumber } from '~/lib/number-format';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { cycleBands } from './cycle-bands';
import { listCycleSpans } from './cycle-list-queries.server';
import type { Cycle } from './cycle';
import { resultWithin, suggestVerdict } from './prediction-result';
import type { QuestionEvidence } from './question-evidence';

/** A distance between two plotted values: points for percents, else in the unit. */
function distanceWords(measure: Measure, distance: number): string {
  if (isPercent(measure)) {
    const points = Math.max(1, Math.round(distance));
    return `${points} ${points === 1 ? 'point' : 'points'}`;
  }
  return formatMeasureValue(measure, distance);
}

/** A change that began before the cycle is not this cycle's doing. */
function cautionOf(model: RunChartModel, cycleStart: SchoolDay): string | null {
  const bracket = model.brackets.at(-1);
  const began = bracket && model.points[bracket.from]?.date;
  if (model.verdict.state !== 'changed' || !began || began >= cycleStart) return null;
  return 'This change began before the cycle did, so the cycle alone does not explain it.';
}

/** Evidence for each question that rests on a measure and group of the team. */
export async function loadEvidence(
  db: Connection,
  actor: Actor,
  cycle: Cycle,
  measures: Measure[],
  { rules, today }: { rules: RunChartRules; today: SchoolDay },
): Promise<QuestionEvidence[]> {
  const asked = measures.filter((measure) =>
    cycle.questions.some((question) => question.measureId === measure.id),
  );
  const ids = asked.map((measure) => measure.id);
  const series = await loadSeries(db, ids);
  const spans = await listCycleSpans(db, actor, ids);
  const to = cycle.plannedEnd < today ? cycle.plannedEnd : today;
  return cycle.questions.flatMap((question) => {
    const measure = asked.find((one) => one.id === question.measureId);
    const group = measure?.groups.find((one) => one.id === question.groupId);
    if (!measure || !group) return [];
    const ownRamp = spans.filter(
      (span) => span.measureId === measure.id && span.changeIdea === cycle.changeIdea,
    );
    const model = buildRunChart(
      chartSubject(measure, group.id, series, { cycles: cycleBands(ownRamp, measure.id), rules }),
    );
    const dated = model.points.map(({ date, y }) => ({ date, value: y }));
    const result = resultWithin(dated, cycle.plannedStart, to);
    const written = (value: number | null) => (value === null ? null : formatMeasureValue(measure, value));
    return [
      {
        questionId: question.id,
        seriesName: `${measure.name}, ${group.name}`,
        points: result.within.map(({ value }) =>
          isPercent(measure) ? String(Math.round(value)) : formatNumber(value),
        ),
        medianWithin: written(result.medianWithin),
        medianBefore: written(result.medianBefore),
        pointsBefore: result.pointsBefore,
        model,
        caution: cautionOf(model, cycle.plannedStart),
        suggestion: suggestVerdict(
          question,
          result,
          (distance) => distanceWords(measure, distance),
          isPercent(measure) ? 1 : 0,
        ),
      },
    ];
  });
}
