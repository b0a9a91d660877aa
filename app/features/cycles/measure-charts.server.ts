import type { RunChartRules } from '#db/vocabulary';
import { chartSubject, phasesOf } from '~/features/measures/chart-subject';
import type { ChartView } from '~/features/measures/chart-view';
import type { Measure, Series, StudentGroup } from '~/features/measures/measure';
import { loadSeries } from '~/features/measures/series-queries.server';
import type { Actor } from '~/features/people/actor';
import { formatMeasureValue, isPercent } from '~/features/run-charts/plotted-value';
import { buildControlChart } from '~/features/run-charts/view/control-charts/build-control-chart';
import { buildRunChart } from '~/features/run-charts/view/build-run-chart';
import type { ChartSubject, RunChartModel } from '~/features/run-charts/view/chart-model';
import { chartWithin, schoolYearsOf } from '~/features/run-charts/view/looks/chart-window';
import { furtherLooks } from '~/features/run-charts/view/control-charts/control-chart-choice';
import type { FurtherLook } from '~/features/run-charts/view/control-charts/control-chart-choice';
import { forDrawing } from '~/features/run-charts/view/looks/drawn-points';
import { buildGapChart, gapWords } from '~/features/run-charts/view/looks/gap-chart';
import { gapVerdict } from '~/features/run-charts/view/verdict/gap-words';
import { makingDataCount } from '~/features/run-charts/view/control-charts/making-data-count-words';
import { onOneScale } from '~/features/run-charts/view/looks/one-scale';
import { baselineChoices } from '~/features/run-charts/view/baseline-advice';
import { suggestedPhase } from '~/features/run-charts/view/suggested-phase';
import { compareWithLastYear } from '~/features/run-charts/view/looks/year-comparison';
import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { cycleBands } from './cycle-bands';
import { listCycleSpans } from './cycle-list-queries.server';
import type { ChartMarks, ChosenLook, MeasureCharts } from './measure-charts';

type Charted = { group: StudentGroup; subject: ChartSubject; model: RunChartModel };

/** The charts of a measure that `findMeasure` gave, in the look that was asked for. */
export async function loadMeasureCharts(
  db: Connection,
  actor: Actor,
  measure: Measure,
  { view, rules, today }: { view: ChartView; rules: RunChartRules; today: SchoolDay },
): Promise<MeasureCharts> {
  const series = await loadSeries(db, [measure.id]);
  const spans = await listCycleSpans(db, actor, [measure.id]);
  const cycles = cycleBands(spans, measure.id);
  const charted: Charted[] = measure.groups.map((group) => {
    const subject = chartSubject(measure, group.id, series, { cycles, rules });
    return { group, subject, model: buildRunChart(subject) };
  });
  const chosen = charted.find(({ group }) => group.id === view.groupId);
  if (!chosen) return sideBySide(measure, charted);
  const complement = charted.find(({ group }) => group.id === chosen.group.complementId) ?? null;
  if (view.gap && complement) return gapOf(chosen, complement);
  return oneChart(measure, chosen, {
    ...{ view, today, complement: complement?.group ?? null },
    marks: marksOf(measure.id, chosen, series, spans),
  });
}

function sideBySide(measure: Measure, charted: Charted[]): MeasureCharts {
  const models = onOneScale(
    charted.map(({ model }) => model),
    isPercent(measure),
  );
  return {
    kind: 'side_by_side',
    charts: charted.flatMap(({ group }, index) => {
      const model = models[index];
      return model ? [{ group, model: forDrawing(model, 400) }] : [];
    }),
  };
}

function gapOf(chosen: Charted, complement: Charted): MeasureCharts {
  const named = ({ group, subject, model }: Charted) => ({ name: group.name, subject, model });
  const { lines, gap, gapName, aboveZero } = buildGapChart(named(chosen), named(complement));
  return {
    ...{ kind: 'gap', group: chosen.group, complement: complement.group },
    ...{ lines, gapName, aboveZero, gap: forDrawing(gap) },
    sentence: gapSentence(chosen, complement, gap),
  };
}

const otherSide = { above: 'below', below: 'above' } as const;

/** What became of the gap, told from group minus complement, which the gap's own chart may count the other way round. */
function gapSentence(chosen: Charted, complement: Charted, gap: RunChartModel): string {
  const { direction } = chosen.subject;
  const sign = direction === 'decrease' ? 1 : -1;
  const signed = (value: number | null | undefined) => (value == null ? null : sign * value);
  const { side } = gap.verdict;
  return gapVerdict({
    group: { name: chosen.group.name, verdict: chosen.model.verdict },
    complement: { name: complement.group.name, verdict: complement.model.verdict },
    gap: sign === 1 || side === null ? gap.verdict : { ...gap.verdict, side: otherSide[side] },
    center: signed(gap.phases.at(-1)?.center),
    newest: signed(gap.points.findLast((point) => point.y !== null)?.y),
    direction,
    format: (size) => gapWords(chosen.subject, size),
  });
}

/** A control chart or summary of the same numbers, when one that fits was asked for. */
function chosenLook(subject: ChartSubject, looks: FurtherLook[], asked: string | null): ChosenLook | null {
  const further = looks.find(({ look }) => look === asked);
  if (!further) return null;
  if (further.look === 'mdc') return { ...further, kind: 'summary', words: makingDataCount(subject) };
  return { ...further, kind: 'control', model: buildControlChart(subject, further.look) };
}

type Wanted = {
  view: ChartView;
  today: SchoolDay;
  complement: StudentGroup | null;
  marks: ChartMarks;
};

function oneChart(measure: Measure, { group, subject, model }: Charted, wanted: Wanted): MeasureCharts {
  const { view, today, complement, marks } = wanted;
  const years = schoolYearsOf(model);
  const looks = furtherLooks(subject);
  const year = years.find(({ name }) => name === view.year) ?? null;
  const comparison = compareWithLastYear(model, today, (value) => formatMeasureValue(measure, value));
  return {
    ...{ kind: 'one', group, complement, years, year, marks },
    model: forDrawing(year ? chartWithin(model, year) : model),
    hasLastYear: comparison !== null,
    comparison: view.compareYears ? comparison : null,
    shape: { kind: measure.kind, unit: measure.unit },
    looks,
    look: chosenLook(subject, looks, view.look),
  };
}

type Spans = Awaited<ReturnType<typeof listCycleSpans>>;

function marksOf(
  measureId: string,
  { group, subject, model }: Charted,
  series: Series,
  spans: Spans,
): ChartMarks {
  const present = model.points.filter((point) => point.y !== null);
  const last = present.at(-1)?.date ?? null;
  const rowOf = new Map(subject.rows.map((row) => [row.date, row.id]));
  return {
    annotations: series.annotations.map(({ id, kind, date, text }) => ({ id, kind, date, text })),
    phases: phasesOf(measureId, group.id, series).map(({ id, startsOn, reason }) => ({
      id,
      startsOn,
      reason,
    })),
    suggestion: suggestedPhase(model, subject.direction),
    frozenThrough: subject.frozenThrough,
    baselineChoices: subject.frozenThrough === null ? baselineChoices(subject) : [],
    excluded: subject.excluded.map((one) => ({ ...one, rowId: rowOf.get(one.date) ?? null })),
    reasons: [
      ...spans.map(({ number, changeIdea, from }) => `Cycle ${number}: ${changeIdea} (${formatDay(from)})`),
      ...series.annotations.map(({ text, date }) => `${text} (${formatDay(date)})`),
    ],
    ...{ firstDay: present[0]?.date ?? null, lastDay: last },
  };
}
