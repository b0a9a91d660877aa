import type { MeasureDirection, MeasureFrequency, MeasureKind } from '#db/vocabulary';
import type { ReleasedChart } from '~/features/feed/charts/released-chart';
import type { SchoolDay } from '~/lib/school-day';

/** One period of a pool, as it may be shown: no count of students is in it. */
export type PooledPoint = {
  /** The first day of the period. */
  date: SchoolDay;
  /** The last day of the period. */
  to: SchoolDay;
  /** A whole percent, or the bound of a coded one. */
  value: number;
  /** `63%` or `<5%`. */
  show: string;
  isCoded: boolean;
  /** How many teams are in it. */
  teams: number;
  /** How many teams have a number and are left out, because it would tell of too few students. */
  leftOut: number;
};

/**
 * One group of a shared measure, pooled over teams, as released. `none`: no period has three teams of three schools;
 * `words_only`: a point beside the other groups would tell of a small group, so by rule 8 none is shown.
 */
export type PooledSeries = {
  groupId: string;
  groupKey: string;
  groupName: string;
  state: 'shown' | 'words_only' | 'none';
  points: PooledPoint[];
};

/** A shared measure with its pools, one for each of its groups. Empty `series` where its kind does not add up over teams. */
export type PooledMeasure = {
  sharedMeasureId: string;
  name: string;
  kind: MeasureKind;
  unit: string;
  direction: MeasureDirection;
  frequency: MeasureFrequency;
  /** How many teams of the cohort have adopted it. */
  adopted: number;
  series: (PooledSeries & { chart: ReleasedChart | null })[];
};
