import type { MeasureKind } from '#db/vocabulary';
import type { StudentGroup } from '~/features/measures/measure';
import type { RunChartModel } from '~/features/run-charts/view/chart-model';
import type { SchoolYear } from '~/features/run-charts/view/looks/chart-window';
import type { FurtherLook } from '~/features/run-charts/view/control-charts/control-chart-choice';
import type { ControlChartModel } from '~/features/run-charts/view/control-charts/control-chart-model';
import type { LinesModel } from '~/features/run-charts/view/looks/lines-model';
import type { MakingDataCountWords } from '~/features/run-charts/view/control-charts/making-data-count-words';
import type { BaselineChoice } from '~/features/run-charts/view/baseline-advice';
import type { PhaseSuggestion } from '~/features/run-charts/view/suggested-phase';
import type { YearComparison } from '~/features/run-charts/view/looks/year-comparison';
import type { SchoolDay } from '~/lib/school-day';

/** What can be set on one group's chart, and what is set. */
export type ChartMarks = {
  annotations: { id: string; kind: 'event' | 'change'; date: SchoolDay; text: string }[];
  phases: { id: string | null; startsOn: SchoolDay; reason: string }[];
  suggestion: PhaseSuggestion | null;
  frozenThrough: SchoolDay | null;
  baselineChoices: BaselineChoice[];
  excluded: { date: SchoolDay; reason: string; rowId: string | null }[];
  /** Cycles and annotations, as reasons for a phase. */
  reasons: string[];
  firstDay: SchoolDay | null;
  lastDay: SchoolDay | null;
};

export type OneChart = {
  kind: 'one';
  group: StudentGroup;
  complement: StudentGroup | null;
  model: RunChartModel;
  years: SchoolYear[];
  year: SchoolYear | null;
  hasLastYear: boolean;
  comparison: YearComparison | null;
  marks: ChartMarks;
  shape: { kind: MeasureKind; unit: string };
  /** Other ways to look at the same numbers, and the one that was asked for. */
  looks: FurtherLook[];
  look: ChosenLook | null;
};

export type ChosenLook = FurtherLook &
  ({ kind: 'control'; model: ControlChartModel } | { kind: 'summary'; words: MakingDataCountWords });

/** A look at a measure's charts, ready to be drawn. */
export type MeasureCharts =
  | { kind: 'side_by_side'; charts: { group: StudentGroup; model: RunChartModel }[] }
  | OneChart
  | {
      kind: 'gap';
      group: StudentGroup;
      complement: StudentGroup;
      lines: LinesModel;
      gap: RunChartModel;
      gapName: string;
      aboveZero: string;
      sentence: string;
    };
