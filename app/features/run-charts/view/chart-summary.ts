import { formatDay } from '~/lib/school-day';
import type { RunChartModel } from './chart-model';

/** What a point says when somebody walks onto it. */
export function pointSentence(model: RunChartModel, slot: number): string {
  const point = model.points[slot];
  if (!point || point.y === null) return '';
  return `${formatDay(point.date)}: ${point.label}${point.recorded ? `, ${point.recorded}` : ''}.`;
}
