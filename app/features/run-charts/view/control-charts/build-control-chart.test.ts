import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyControlChart } from '#tests/factories/any-control-chart';
import { nineUp, shareSubject, upAndDown, valuesSubject, weekOf } from '#tests/factories/chart-subjects';
import { buildControlChart } from './build-control-chart';
import type { ChartSubject } from '../chart-model';

describe('what a control chart draws', () => {
  it('limits in percent, one for each point of a p chart, as calculated by hand', () => {
    const pairs: [number, number][] = [
      [4, 8], [5, 16], [6, 8], [3, 8], [5, 16], [4, 8], [6, 16], [4, 8], [5, 8], [4, 16], [4, 8], [5, 8],
    ]; // prettier-ignore
    const { phases, points, ends, yAxis } = buildControlChart(shareSubject(pairs), 'p');
    const [num, den] = pairs.reduce(([n, d], [a, b]) => [n + a, d + b], [0, 0]);
    const p = num / den;
    const reach = (n: number) => 3 * Math.sqrt((p * (1 - p)) / n);
    expect(phases[0]?.center).toBeCloseTo(100 * p, 9);
    expect(phases[0]?.upper[1]).toBeCloseTo(100 * (p + reach(16)), 9);
    expect(phases[0]?.upper[0]).toBeCloseTo(100 * (p + reach(8)), 9);
    expect(phases[0]?.lower[0]).toBe(0);
    expect(phases[0]?.lower[1]).toBeCloseTo(100 * (p - reach(16)), 9);
    expect(points[0]).toMatchObject({ y: 50, label: '50%', recorded: '4 of 8', outside: null, tone: null });
    expect([ends.center?.label, ends.upper?.label, ends.lower?.label]).toEqual([
      `mean ${Math.round(100 * p)}%`,
      `upper limit ${Math.round(100 * (p + reach(8)))}%`,
      'lower limit 0%',
    ]);
    expect([yAxis.from, yAxis.to]).toEqual([0, 100]);
  });

  it('no lines below six points, and lines that will move from six to nine', () => {
    const five = buildControlChart(valuesSubject(upAndDown.slice(0, 5)), 'i');
    expect(five.phases[0]).toMatchObject({ line: 'none', upper: [null, null, null, null, null] });
    expect(five.ends).toEqual({ center: null, upper: null, lower: null });
    expect(buildControlChart(valuesSubject(upAndDown.slice(0, 7)), 'i').phases[0]?.line).toBe('provisional');
  });

  it('points outside are filled toward or against what is wanted, and never before ten points', () => {
    const values = [...upAndDown, 42, 80, 43];
    const toneOf = (part: Partial<ChartSubject>) =>
      buildControlChart(valuesSubject(values, part), 'i').points[11];
    expect(toneOf({})).toMatchObject({ outside: 'above', tone: 'toward' });
    expect(toneOf({ direction: 'decrease' })).toMatchObject({ tone: 'away' });
    expect(toneOf({ direction: 'none' })).toMatchObject({ tone: 'plain' });
    expect(toneOf({ excluded: [{ date: weekOf(12), reason: 'Snow' }] })).toMatchObject({
      outside: 'above',
      tone: null,
      excluded: 'Snow',
    });
    const early = buildControlChart(valuesSubject([1, 2, 1, 2, 1, 2, 1, 2, 90]), 'i');
    expect(early.points.every(({ outside }) => outside === null)).toBe(true);
  });

  it('phases have limits of their own, and a frozen baseline carries its own on', () => {
    const phaseStarts = [{ startsOn: weekOf(11), reason: 'The definition changed' }];
    const twice = buildControlChart(
      valuesSubject([...upAndDown, ...upAndDown.map((y) => y + 40)], { phaseStarts }),
      'i',
    );
    expect(twice.phases.map(({ from, to, center, reason }) => [from, to, center, reason])).toEqual([
      [0, 9, 42.5, null],
      [10, 19, 82.5, 'The definition changed'],
    ]);
    const frozen = buildControlChart(valuesSubject(nineUp, { frozenThrough: weekOf(10) }), 'i');
    expect(frozen.phases[0]).toMatchObject({ computedTo: 9, label: 'baseline 39.6' });
    expect(frozen.phases[0]?.center).toBeCloseTo(39.6, 9);
  });

  it('a constant series has no limits', () =>
    expect(buildControlChart(valuesSubject(Array<number>(12).fill(5)), 'i').ends.upper).toBeNull());

  it('a missing week is a gap', () => {
    const chart = buildControlChart(valuesSubject([40, 44, null, null, 41, 45]), 'i');
    expect(chart.points.map(({ y }) => y)).toEqual([40, 44, null, 41, 45]);
  });

  it('10,000 points', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => (index * 7919) % 101);
    const started = performance.now();
    expect(buildControlChart(valuesSubject(many), 'i').points).toHaveLength(10_000);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('whatever the numbers', () => {
  it('every line lies within the axis', () => {
    fc.assert(
      fc.property(anyControlChart, ({ kind, subject }) => {
        const { yAxis, phases, points } = buildControlChart(subject, kind);
        const slack = (yAxis.to - yAxis.from) * 1e-6;
        const heights = [
          ...points.map(({ y }) => y),
          ...phases.flatMap(({ upper, lower, center, line }) => [
            ...upper,
            ...lower,
            line === 'none' ? null : center,
          ]),
        ].filter((y) => y !== null);
        expect(heights.every((y) => y >= yAxis.from - slack && y <= yAxis.to + slack)).toBe(true);
      }),
    );
  });
});
