import type { MeasureFrequency, MeasureLevel } from '#db/vocabulary';
import type { RunChartVerdict } from '~/features/run-charts/view/verdict/run-chart-verdict';
import type { SmallChart } from '~/features/run-charts/view/small-chart';
import type { SchoolDay } from '~/lib/school-day';
import type { NextDue } from '../due-rules';

/** One chart of a wall: a group of a measure, with what it says and what it owes. */
export type WallChart = {
  groupId: string;
  groupName: string;
  newest: { label: string; date: SchoolDay } | null;
  verdict: Pick<RunChartVerdict, 'state' | 'tone' | 'side' | 'headline'>;
  chart: SmallChart | null;
  due: NextDue;
};

/** One row of a wall. */
export type WallMeasure = {
  id: string;
  name: string;
  level: MeasureLevel;
  frequency: MeasureFrequency;
  /** Where it belongs; null on the team's own page. */
  team: { id: string; name: string; schoolName: string } | null;
  charts: WallChart[];
};

export const wallOrders = ['set', 'attention', 'name'] as const;
export type WallOrder = (typeof wallOrders)[number];
