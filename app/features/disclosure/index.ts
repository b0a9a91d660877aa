export { codeCell } from './code-cell';
export type { CellState, Counted } from './code-cell';
export { mayRelease } from './may-release';
export type { ReleaseAnswer, StudentSet } from './may-release';
export { lowestMinimum, minimumOf } from './policy';
export type { DisclosurePolicy } from './policy';
export { poolSeries } from './pool-series';
export { protectTable } from './protect-table';
export type { CellReason, ProtectedCell, ProtectedTable } from './protect-table';
export { familyOfGroup } from './release';
export type { Release, ReleaseDecision, ReleaseGroup, ReleasePoint } from './release';
export { checkRelease } from './release-ledger';
export { protectedWith } from './release-table';
export { differenceOf, releaseSeries } from './released-series';
export type {
  RecordedPoint,
  RecordedSeries,
  ReleasedPoint,
  ReleasedSeries,
  ShownCell,
} from './released-series';
export type { Table, TableCell, TableRelation } from './table-relations';
