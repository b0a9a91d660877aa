import type { WallChart, WallMeasure } from './measure-wall';

/** How soon a chart wants a look, smallest first: gone the other way, late, changed, due, quiet or come to rest. */
function attentionOfChart({ verdict, due }: Pick<WallChart, 'verdict' | 'due'>): number {
  if (due.state === 'silent') return 4;
  if (verdict.state === 'changed' && verdict.tone === 'away') return 0;
  if (due.state === 'late') return 1;
  if (verdict.state === 'changed') return 2;
  return due.state === 'due' ? 3 : 4;
}

export function attentionOf(measure: Pick<WallMeasure, 'charts'>): number {
  return measure.charts.reduce((least, chart) => Math.min(least, attentionOfChart(chart)), 5);
}

/** What wants a look first, in the order given within each kind. It orders charts, never people or teams. */
export function byAttention(measures: WallMeasure[]): WallMeasure[] {
  return measures.toSorted((one, other) => attentionOf(one) - attentionOf(other));
}

export function byName(measures: WallMeasure[]): WallMeasure[] {
  return measures.toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
}
