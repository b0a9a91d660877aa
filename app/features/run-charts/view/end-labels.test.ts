import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valuesSubject } from '#tests/factories/chart-subjects';
import { buildRunChart } from './build-run-chart';
import { chartHeights, heightOf } from './chart-geometry';
import { endLabels } from './end-labels';

function labelsFor(center: number, goal: number) {
  const values = Array.from({ length: 14 }, () => center);
  const model = buildRunChart(valuesSubject(values, { goal }));
  const heights = chartHeights(model);
  return { model, heights, labels: endLabels(model, heights) };
}

describe('the names at the right end of a chart’s lines', () => {
  it('stand one above the other where both lines are the same', () => {
    const { labels } = labelsFor(80, 80);
    const [upper, lower] = labels;
    expect(labels).toHaveLength(2);
    expect((lower?.y ?? 0) - (upper?.y ?? 0)).toBe(16);
  });

  it('keep their order and never touch', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (center, goal) => {
        const { labels } = labelsFor(center, goal);
        const [upper, lower] = labels;
        if (!upper || !lower) return;
        expect(lower.y - upper.y).toBeGreaterThanOrEqual(16 - 1e-9);
        if (goal !== center) expect(upper.strong).toBe(center > goal);
      }),
    );
  });

  it('stay at their lines where there is room', () => {
    const { model, heights, labels } = labelsFor(20, 90);
    expect(labels.map(({ y }) => y)).toEqual([heightOf(model, heights, 90), heightOf(model, heights, 20)]);
  });
});
