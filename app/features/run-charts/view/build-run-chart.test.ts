import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '~/lib/school-day';
import { buildRunChart } from './build-run-chart';
import type { ChartSubject } from './chart-model';

function subject(values: (number | null)[], part: Partial<ChartSubject> = {}): ChartSubject {
  return {
    ...{
      kind: 'mean',
      unit: '',
      direction: 'increase',
      goal: null,
      frozenThrough: null,
      excluded: [],
      phaseStarts: [],
      cycles: [],
      annotations: [],
      rules: 'anhoj',
    },
    pace: { step: 7, tolerance: 11 },
    rows: values.flatMap((value, week) =>
      value === null
        ? []
        : [
            {
              id: `p${week}`,
              date: addDays('2026-01-05', week * 7),
              value,
              numerator: null,
              denominator: null,
              note: '',
            },
          ],
    ),
    ...part,
  };
}
/** The day of the chart's n-th point. */
const weekOf = (point: number) => addDays('2026-01-05', (point - 1) * 7);
const verdictOf = (values: (number | null)[], part: Partial<ChartSubject> = {}) =>
  buildRunChart(subject(values, part)).verdict;
const upAndDown = [40, 44, 41, 45, 40, 46, 41, 44, 39, 45];
const nineUp = [33, 44, 40, 33, 50, 38, 44, 33, 40, 41, 56, 63, 60, 67, 56, 63, 67, 60, 71];

describe('what a chart says', () => {
  it('no data', () => expect(verdictOf([])).toMatchObject({ state: 'no_data', headline: 'No numbers yet.' }));

  it('too early, with the count of points needed, and no middle line below six', () => {
    expect(verdictOf([44, 52, 40, 55, 49])).toMatchObject({
      state: 'too_early',
      headline: 'Too early to tell: 5 more points needed.',
      detail: 'Five points are in. No middle line yet.',
    });
    expect(buildRunChart(subject([44, 52, 40, 55, 49])).phases[0]?.line).toBe('none');
  });

  it('provisional from six to nine, solid from ten', () => {
    expect(buildRunChart(subject([1, 2, 3, 4, 5, 6])).phases[0]?.line).toBe('provisional');
    expect(buildRunChart(subject(upAndDown)).phases[0]?.line).toBe('solid');
    expect(verdictOf([1, 5, 2, 4, 3, 6]).detail).toContain('will still move');
  });

  it('no clear change', () =>
    expect(verdictOf(upAndDown)).toMatchObject({
      state: 'no_clear_change',
      tone: 'early',
      headline: 'No clear change so far.',
    }));

  it('a hint is no signal', () => {
    const verdict = verdictOf([...upAndDown, 40, 41, 47, 48, 49, 47, 48, 49]);
    expect(verdict.state).toBe('no_clear_change');
    expect(verdict.detail).toBe('Six in a row above the median: keep watching.');
  });

  it('a signal toward the goal, with its dates, its numbers and its bracket', () => {
    const chart = buildRunChart(subject(nineUp, { frozenThrough: weekOf(10) }));
    expect(chart.verdict).toMatchObject({
      state: 'changed',
      tone: 'toward',
      side: 'above',
      headline: 'Going up, as hoped, and it is more than chance.',
    });
    expect(chart.verdict.detail).toBe('Since Mar 9 all ten points lie above the baseline of 40.');
    expect(chart.brackets).toEqual([
      {
        from: 9,
        to: 18,
        shortWords: '10 in a row above',
        words: '10 in a row above the baseline',
        tone: 'toward',
      },
    ]);
    expect(chart.points.map((point) => point.tone).slice(8)).toEqual([
      null,
      ...Array<string>(10).fill('toward'),
    ]);
    expect(chart.verdict.because.join(' ')).toContain(
      'A frozen baseline alarms more easily. It rests on only 10 points.',
    );
  });

  it('the other way, and neither better nor worse without a direction', () => {
    expect(verdictOf(nineUp, { frozenThrough: weekOf(10), direction: 'decrease' })).toMatchObject({
      tone: 'away',
      headline: 'Going up, which is the other way, and it is more than chance.',
    });
    const plain = verdictOf(nineUp, { frozenThrough: weekOf(10), direction: 'none' });
    expect(plain).toMatchObject({ tone: 'plain', headline: 'It has moved up, and it is more than chance.' });
    expect(`${plain.headline} ${plain.detail}`).not.toMatch(/better|worse|hoped|improv/i);
  });

  it('a long run at the start tells of where the points have gone since', () => {
    const verdict = verdictOf(
      [...Array<number>(12).fill(30), ...Array<number>(6).fill(50), 49, 51, 52, 48, 53, 50].map(
        (value, index) => value + (index % 3) / 10,
      ),
    );
    expect(verdict).toMatchObject({ state: 'changed', side: 'above', tone: 'toward' });
  });

  it('a step that has come back is said to have come back, and never named for the other side', () => {
    const around = (center: number, count: number) =>
      Array.from({ length: count }, (_, index) => center + ([2, -2, -1, 2, 1, -1][index % 6] ?? 0));
    const steps = [...around(50, 12), ...around(61, 9), ...around(50, 14)];
    for (const rules of ['anhoj', 'ihi'] as const) {
      const up = verdictOf(steps, { frozenThrough: weekOf(12), rules });
      expect(up).toMatchObject({
        state: 'changed',
        tone: 'plain',
        headline: 'It moved up for a while, and has come back.',
      });
      const down = verdictOf(
        steps.map((value) => 100 - value),
        { frozenThrough: weekOf(12), rules },
      );
      expect(down.headline).toBe('It moved down for a while, and has come back.');
    }
  });

  it('slow waves are more than chance and have no direction', () => {
    const waves = [
      41, 42, 43, 44, 60, 61, 62, 63, 64, 44, 43, 42, 41, 40, 61, 62, 63, 64, 65, 44, 43, 42, 41, 40,
    ];
    expect(verdictOf(waves)).toMatchObject({
      state: 'changed',
      side: null,
      tone: 'plain',
      headline: 'More than chance is at work, in no one direction.',
    });
  });

  it('every number the same', () =>
    expect(verdictOf(Array<number>(14).fill(5))).toMatchObject({
      state: 'no_spread',
      headline: 'Every number is the same.',
    }));

  it('many hundreds', () => {
    const rows = upAndDown.map((_, week) => ({
      id: '',
      date: addDays('2026-01-05', week * 7),
      value: null,
      numerator: week % 3 === 0 ? 7 : 8,
      denominator: 8,
      note: '',
    }));
    expect(verdictOf([], { kind: 'proportion', unit: '%', rows }).because.join(' ')).toContain(
      'More than a quarter of the points are 0% or 100%',
    );
  });

  it('the IHI set signals where the standard set hints', () => {
    expect(verdictOf([...upAndDown, 40, 41, 47, 48, 49, 47, 48, 49], { rules: 'ihi' }).state).toBe('changed');
  });

  it('an annotation within the run is named', () => {
    const annotations = [{ kind: 'event' as const, date: '2026-03-16', text: 'New seating plan' }];
    expect(verdictOf(nineUp, { frozenThrough: weekOf(10), annotations }).because).toContain(
      'Noted on Mar 16: New seating plan.',
    );
  });
});

describe('what a chart draws', () => {
  it('a missing week is a gap and counts for nothing', () => {
    const chart = buildRunChart(subject([40, 44, null, null, 41, 45]));
    expect(chart.points.map((point) => point.y)).toEqual([40, 44, null, 41, 45]);
    expect(chart.verdict.headline).toBe('Too early to tell: 6 more points needed.');
  });

  it('phases have lines of their own, and the verdict is about the newest', () => {
    const chart = buildRunChart(
      subject([...upAndDown, 60, 61, 62], {
        phaseStarts: [{ startsOn: '2026-03-16', reason: 'The definition changed' }],
      }),
    );
    expect(chart.phases.map(({ from, to, center, reason }) => [from, to, center, reason])).toEqual([
      [0, 9, 42.5, null],
      [10, 12, 61, 'The definition changed'],
    ]);
    expect(chart.verdict.headline).toBe('Too early to tell: 7 more points needed.');
    expect(chart.annotations).toEqual([
      { kind: 'change', date: '2026-03-16', text: 'The definition changed' },
    ]);
  });

  it('percents run from 0 to 100, and the median is that of the points', () => {
    const rows = [
      [1, 2],
      [3, 4],
      [1, 10],
    ].map(([numerator = 0, denominator = 0], week) => ({
      id: '',
      date: addDays('2026-01-05', week * 7),
      value: null,
      numerator,
      denominator,
      note: '',
    }));
    const chart = buildRunChart(subject([], { kind: 'proportion', unit: '%', rows }));
    expect([chart.yAxis.from, chart.yAxis.to]).toEqual([0, 100]);
    expect(chart.phases[0]?.center).toBe(50);
    expect(chart.points[1]).toMatchObject({ label: '75%', recorded: '3 of 4' });
  });

  it('every point and line lies within the axes, whatever the numbers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 }),
        (values) => {
          const { yAxis, points, phases } = buildRunChart(subject(values));
          const heights = [...points.map((point) => point.y), ...phases.map((phase) => phase.center)].filter(
            (y) => y !== null,
          );
          const slack = (yAxis.to - yAxis.from) * 1e-6;
          expect(heights.every((y) => y >= yAxis.from - slack && y <= yAxis.to + slack)).toBe(true);
          expect(yAxis.ticks.length).toBeLessThan(14);
        },
      ),
    );
  });

  it('mirrored numbers give the mirrored verdict', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 10, maxLength: 30 }), (values) => {
        const up = verdictOf(values);
        const down = verdictOf(
          values.map((value) => -value),
          { direction: 'decrease' },
        );
        expect([down.state, down.tone]).toEqual([up.state, up.tone]);
      }),
    );
  });
});
