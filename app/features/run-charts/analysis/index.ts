export { crossingsMin, longestRunMax } from './anhoj-rules';
export { lineSlack, medianOf, sideOfLine } from './centre-line';
export { analyseControlChart } from './control-chart';
export { detectIhiRules } from './ihi-rules';
export { monotoneStretches } from './monotone-stretches';
export { suggestPhases, type PhaseSuggestionOptions } from './phase-suggestion';
export { onePointPerDate, type DatedObservations, type DatedRow } from './points-per-date';
export { analyseRunChart } from './run-chart';
export { runsAboutLine } from './runs-about-line';
export { expectedRuns } from './swed-eisenhart';
export type {
  ChartAnalysis,
  ChartOptions,
  ControlChartKind,
  ControlChartOptions,
  ControlLimits,
  Direction,
  IhiRules,
  Observations,
  PhaseAnalysis,
  RunsAnalysis,
  RunSpan,
  Side,
  Slots,
  SuggestedPhase,
  TrendSpan,
} from './types';
export type { XmrFlags, XmrLimits } from './xmr-rules';
export {
  summariseXmr,
  type WantedChange,
  type XmrAssurance,
  type XmrOptions,
  type XmrPoint,
  type XmrSummary,
  type XmrVariation,
} from './xmr-summary';
