import type { MeasureKind } from '#db/vocabulary';
import { formatNumber } from '~/lib/number-format';

type Shape = { kind: MeasureKind; unit: string };

/** The number a chart plots: percent for a proportion, the quotient for a rate, else the value. Null when missing. */
export function plottedValue(
  kind: MeasureKind,
  point: { value: number | null; numerator: number | null; denominator: number | null },
): number | null {
  if (kind === 'mean' || kind === 'count') return point.value;
  if (point.numerator === null || point.denominator === null || point.denominator === 0) return null;
  const ratio = point.numerator / point.denominator;
  return kind === 'proportion' ? ratio * 100 : ratio;
}

export function isPercent({ kind, unit }: Shape): boolean {
  return kind === 'proportion' || unit.trim() === '%';
}

/** A plotted number with its unit: `63%`, `46 words`, `2.4`. Percents are whole. */
export function formatMeasureValue(shape: Shape, value: number): string {
  if (shape.kind === 'proportion') return `${Math.round(value)}%`;
  if (shape.unit.trim() === '%') return `${formatNumber(value)}%`;
  return shape.unit.trim() === '' ? formatNumber(value) : `${formatNumber(value)} ${shape.unit.trim()}`;
}

/** What was typed, to its last digit: `5 of 8`, `46.21`. */
export function formatRecorded(point: {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
}): string {
  if (point.value !== null) return String(point.value);
  return `${point.numerator ?? 0} of ${point.denominator ?? 0}`;
}
