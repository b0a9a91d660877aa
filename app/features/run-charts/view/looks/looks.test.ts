import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { upAndDown, valuesSubject } from '#tests/factories/chart-subjects';
import { addDays } from '~/lib/school-day';
import { buildRunChart } from '../build-run-chart';
import type { ChartRow } from '../chart-model';
import { chartWithin, schoolYearOf, schoolYearsOf } from './chart-window';
import { forDrawing } from './drawn-points';
import { buildGapChart } from './gap-chart';
import { onOneScale } from './one-scale';
import { compareWithLastYear } from './year-comparison';

const row = (date: string, value: number): ChartRow => ({
  ...{ id: date, date, value, numerator: null, denominator: null, note: '' },
});
const weekly = (from: string, values: number[]) =>
  values.map((value, week) => row(addDays(from, week * 7), value));

describe('a school year', () => {
  it('runs from July to June', () => {
    expect(schoolYearOf('2026-06-30')).toEqual({ name: '2025-26', from: '2025-07-01', to: '2026-06-30' });
    expect(schoolYearOf('2026-07-01').name).toBe('2026-27');
    expect(schoolYearOf('1999-09-01').name).toBe('1999-00');
  });

  it('cuts what is drawn and leaves middle line, verdict and height as they are', () => {
    const rows = weekly('2026-03-02', [...upAndDown, ...upAndDown, ...upAndDown].slice(0, 30));
    const model = buildRunChart(valuesSubject([], { rows }));
    expect(schoolYearsOf(model).map(({ name }) => name)).toEqual(['2026-27', '2025-26']);
    const part = chartWithin(model, schoolYearOf('2026-07-01'));
    expect(part.points[0]?.date).toBe('2026-07-06');
    expect(part.points).toHaveLength(model.points.filter(({ date }) => date >= '2026-07-01').length);
    expect(part.verdict).toEqual(model.verdict);
    expect(part.yAxis).toEqual(model.yAxis);
    expect(part.phases.map(({ from, to, center }) => [from, to, center])).toEqual([
      [0, part.points.length - 1, model.phases[0]?.center],
    ]);
  });
});

describe('this year over last', () => {
  const format = (value: number) => `${value} words`;

  it('lays weeks on weeks and tells the middle of the same stretch', () => {
    const rows = [...weekly('2025-09-01', [10, 12, 14, 90, 90]), ...weekly('2026-08-31', [20, 22, 24])];
    const model = buildRunChart(valuesSubject([], { rows }));
    const comparison = compareWithLastYear(model, '2026-09-20', format);
    expect(comparison?.sentence).toContain(
      'so far is 22 words; up to the same day last year it was 12 words.',
    );
    expect(comparison?.lines.lines.map(({ label }) => label)).toEqual(['2026-27', '2025-26']);
    expect(comparison?.rows[0]).toEqual({
      date: '2026-09-14',
      label: '24 words'.replace(' words', ''),
      before: { date: '2025-09-15', label: '14' },
    });
  });

  it('is not offered where last year has nothing up to the same day', () => {
    const rows = [...weekly('2026-02-02', [10, 12]), ...weekly('2026-08-31', [20, 22, 24])];
    expect(compareWithLastYear(buildRunChart(valuesSubject([], { rows })), '2026-09-20', format)).toBeNull();
  });
});

describe('the gap between a group and its complement', () => {
  const named = (
    name: string,
    values: number[],
    direction: 'increase' | 'decrease' | 'none' = 'increase',
  ) => {
    const subject = valuesSubject([], { rows: weekly('2026-01-05', values), direction });
    return { name, subject, model: buildRunChart(subject) };
  };

  it('counts how far the group is behind, on days that both have', () => {
    const chart = buildGapChart(
      named('Students with disabilities', [40, 44, 46]),
      named('Students without disabilities', [60, 61]),
    );
    expect(chart.gap.points.map(({ y }) => y)).toEqual([20, 17]);
    expect(chart.gapName).toBe('Students without disabilities minus students with disabilities');
    expect(chart.aboveZero).toBe('Above 0, students with disabilities are behind.');
    expect(chart.lines.lines.map(({ points }) => points.length)).toEqual([3, 2]);
  });

  it('turns round where less is wanted, and judges nothing without a direction', () => {
    const one = named('English learners', [5, 6], 'decrease');
    const other = named('Not English learners', [3, 3], 'decrease');
    expect(buildGapChart(one, other).gap.points.map(({ y }) => y)).toEqual([2, 3]);
    const plain = buildGapChart(
      named('English learners', [5], 'none'),
      named('Not English learners', [3], 'none'),
    );
    expect(plain.aboveZero).toBe('Above 0, not English learners lie higher.');
  });
});

describe('several charts on one scale', () => {
  it('share both axes and the room for brackets', () => {
    const models = [
      buildRunChart(valuesSubject([], { rows: weekly('2026-01-05', [1, 2, 3]) })),
      buildRunChart(valuesSubject([], { rows: weekly('2026-02-02', [50, 60, 70]) })),
      buildRunChart(valuesSubject([])),
    ];
    const [one, other, empty] = onOneScale(models, false);
    expect(one?.yAxis).toEqual(other?.yAxis);
    expect([one?.xAxis.from, one?.xAxis.to]).toEqual(['2026-01-05', '2026-02-16']);
    expect(other?.xAxis).toEqual(one?.xAxis);
    expect(empty).toBe(models[2]);
  });
});

describe('a long chart on its way to the browser', () => {
  it('keeps ends, extremes, phases and runs, and the newest numbers in full', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 3000 }), fc.nat(), (length, seed) => {
        const values = Array.from({ length }, (_, index) => ((index * 7919 + seed) % 1000) / 10);
        const model = buildRunChart(valuesSubject(values));
        const drawn = forDrawing(model);
        expect(drawn.points.length).toBeLessThan(1100);
        const heights = drawn.points.flatMap(({ y }) => (y === null ? [] : [y]));
        expect([Math.min(...heights), Math.max(...heights)]).toEqual([
          Math.min(...values),
          Math.max(...values),
        ]);
        expect(drawn.points.at(-1)).toEqual(model.points.at(-1));
        expect(drawn.thinned).toMatchObject({ total: length });
        expect(drawn.thinned?.newest).toHaveLength(400);
        expect(drawn.verdict).toEqual(model.verdict);
        for (const [index, bracket] of drawn.brackets.entries())
          expect(drawn.points[bracket.from]?.date).toBe(
            model.points[model.brackets[index]?.from ?? -1]?.date,
          );
      }),
      { numRuns: 15 },
    ));

  it('is left as it is where it is short', () => {
    const model = buildRunChart(valuesSubject(upAndDown));
    expect(forDrawing(model)).toBe(model);
  });
});
