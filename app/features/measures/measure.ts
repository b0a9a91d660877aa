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
  baselinePoints: number | null;
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

/** A later stretch of a chart; `groupId` null counts for every group. */
export type Phase = { measureId: string; groupId: string | null; startsOn: SchoolDay; reason: string };

export function usesDenominator(kind: MeasureKind): boolean {
  return kind === 'proportion' || kind === 'rate';
}
