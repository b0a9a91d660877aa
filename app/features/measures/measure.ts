import type {
  AnnotationKind,
  MeasureDirection,
  MeasureFrequency,
  MeasureKind,
  MeasureLevel,
} from '#db/vocabulary';
import type { SchoolDay } from '~/lib/school-day';

export type StudentGroup = { id: string; key: string; name: string; complementId: string | null };

/** A measure as the screens need it, with the definition in force. */
export type Measure = {
  id: string;
  teamId: string;
  name: string;
  level: MeasureLevel;
  kind: MeasureKind;
  direction: MeasureDirection;
  unit: string;
  frequency: MeasureFrequency;
  goal: number | null;
  goalOn: SchoolDay | null;
  collectorId: string | null;
  /** The shared measure it was adopted from. */
  sharedMeasureId: string | null;
  version: number;
  definition: string;
  groups: StudentGroup[];
};

/** One recorded number. `value` for means and counts, `numerator` and `denominator` for proportions and rates. */
export type DataPoint = {
  id: string;
  measureId: string;
  groupId: string;
  date: SchoolDay;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  note: string;
  version: number;
};

export type Annotation = {
  id: string;
  measureId: string;
  kind: AnnotationKind;
  date: SchoolDay;
  text: string;
};

/** A later stretch of a chart; `groupId` null counts for every group, `id` null is a changed definition. */
export type Phase = {
  id: string | null;
  measureId: string;
  groupId: string | null;
  startsOn: SchoolDay;
  reason: string;
};

/** The median of a group's points up to a day, carried forward. */
export type FrozenBaseline = { measureId: string; groupId: string; throughDate: SchoolDay };

/** A point that stays on the chart and counts for nothing. */
export type ExcludedPoint = { measureId: string; groupId: string; date: SchoolDay; reason: string };

/** Everything that charts draw; it may hold many measures and groups. */
export type Series = {
  points: DataPoint[];
  annotations: Annotation[];
  phases: Phase[];
  frozenBaselines: FrozenBaseline[];
  excludedPoints: ExcludedPoint[];
};

export function usesDenominator(kind: MeasureKind): boolean {
  return kind === 'proportion' || kind === 'rate';
}
