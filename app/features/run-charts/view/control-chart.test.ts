import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  broken,
  nineUp,
  shareSubject,
  taking,
  upAndDown,
  valuesSubject,
  weekOf,
} from '#tests/factories/chart-subjects';
import { buildControlChart } from './build-control-chart';
import { furtherLooks } from './control-chart-choice';
import type { ChartSubject } from './chart-model';

const sharesOf = (numerators: number[], denominator: number, part: Partial<ChartSubject> = {}) =>
  shareSubject(
    numerators.map((numerator) => [numerator, denominator]),
    part,
  );
const looks = (subject: ChartSubject) => furtherLooks(subject).map(({ look }) => look);
const verdict = (values: number[], part: Partial<ChartSubject> = {}) =>
  buildControlChart(valuesSubject(values, part), 'i').verdict;
const nearAll = [7, 8, 7, 8, 8, 7, 6, 8, 8, 7, 7, 8];
const inHundreds = [300, 310, 305, 350, 290, 310, 240, 300, 310, 305, 299, 301];

describe('which looks fit', () => {
  it.each<[string, ChartSubject, string[]]>([
    ['nothing without numbers', valuesSubject([]), []],
    ['i for measurements', valuesSubject(upAndDown), ['i']],
    ['c for counts', valuesSubject(upAndDown, { kind: 'count' }), ['c']],
    ['i for counts that go below zero', valuesSubject([3, -1, 2], { kind: 'count' }), ['i']],
    ['p for so many of so many', sharesOf(nearAll, 8), ['p']],
    ['p prime first in the hundreds', sharesOf(inHundreds, 400), ['pPrime', 'p']],
    ['u for rates', sharesOf([12, 9, 14], 5, { kind: 'rate', unit: '' }), ['u']],
    ['no p where a part exceeds its whole', sharesOf([9, 7], 8), []],
    ['Making Data Count from 13 points', valuesSubject([...upAndDown, 40, 41, 42]), ['i', 'mdc']],
    [
      'points left out do not count toward 13',
      valuesSubject([...upAndDown, 40, 41, 42], { excluded: [{ date: weekOf(3), reason: 'Snow' }] }),
      ['i'],
    ],
  ])('%s', (_name, subject, expected) => expect(looks(subject)).toEqual(expected));

  it('each says in one sentence what it adds', () => {
    for (const subject of [
      valuesSubject([...nineUp]),
      valuesSubject(nineUp, { kind: 'count' }),
      sharesOf(inHundreds, 400),
      sharesOf([12, 9, 14], 5, { kind: 'rate' }),
    ])
      for (const { adds, name } of furtherLooks(subject)) {
        expect(adds).toMatch(/^[A-Z].*[.?]$/);
        expect(`${name} ${adds}`).not.toMatch(/′/);
      }
  });
});

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

describe('what a control chart says', () => {
  it('no data', () => expect(verdict([])).toMatchObject({ state: 'no_data', headline: 'No numbers yet.' }));

  it('too early', () => {
    expect(verdict([44])).toMatchObject({
      headline: 'Too early to tell: 9 more points needed.',
      detail: 'One point is in. No middle line and no limits yet.',
    });
    expect(verdict(upAndDown.slice(0, 7)).detail).toBe(
      'Seven points are in. The middle line and the limits will still move.',
    );
  });

  it('every number the same', () =>
    expect(verdict(Array<number>(14).fill(5))).toMatchObject({
      state: 'no_spread',
      headline: 'Every number is the same.',
      detail: 'All points are 5, so nothing says how far they swing by chance.',
    }));

  it('no clear change, on few points', () => {
    const { headline, detail, because } = verdict(upAndDown);
    expect([headline, detail]).toEqual([
      'No clear change so far.',
      'Ten points lie within the limits and go up and down around the mean of 42.5, as chance would.',
    ]);
    expect(because).toEqual([
      'The limits show how far numbers swing by chance alone: three standard deviations to either side of the mean of 42.5.',
      'Limits from 10 points are rough; they are steady from about 20 points on.',
      'Ten points count, from Jan 5 to Mar 9.',
      'The longest run on one side is 1; chance seldom gives more than 6.',
      'The line crosses the mean 9 times; chance seldom gives fewer than 2.',
    ]);
  });

  it('no limits, since no two numbers stand next to each other', () => {
    const values = Array.from({ length: 60 }, (_, week) => (week % 3 === 0 ? (week * 7) % 11 : null));
    const { detail, because } = buildControlChart(valuesSubject(values), 'i').verdict;
    expect(detail).not.toContain('within the limits');
    expect(because).toContain('There are no limits: no two numbers stand next to each other to compare.');
  });

  it('one number outside, toward, against and without a direction', () => {
    const values = [...upAndDown, 42, 80, 43];
    expect(verdict(values)).toMatchObject({
      state: 'changed',
      tone: 'toward',
      headline: 'One number is higher than chance gives, as hoped.',
      detail: 'It is 80 on Mar 23, above the upper limit of 57.1.',
    });
    expect(verdict(values, { direction: 'decrease' }).headline).toBe(
      'One number is higher than chance gives, which is the other way.',
    );
    expect(verdict(values, { direction: 'none' }).headline).toBe('One number is higher than chance gives.');
    const annotations = [{ kind: 'event' as const, date: weekOf(12), text: 'Field day' }];
    expect(verdict(values, { annotations }).because).toEqual(
      expect.arrayContaining(['Mar 23: 80, above the upper limit of 57.1.', 'Noted on Mar 23: Field day.']),
    );
  });

  it('numbers outside on both sides', () =>
    expect(buildControlChart(sharesOf(inHundreds, 400), 'p').verdict).toMatchObject({
      tone: 'plain',
      headline: 'Two numbers lie outside what chance gives, on both sides.',
    }));

  it('moved, with numbers outside beside, under a frozen baseline', () => {
    const { headline, detail, because } = verdict(nineUp, { frozenThrough: weekOf(10) });
    expect([headline, detail]).toEqual([
      'Going up, as hoped, and it is more than chance.',
      'Since Mar 2 all 11 points lie above the mean of 39.6. Five numbers also lie outside the limits.',
    ]);
    expect(because).toContain(
      'The mean and the limits come from the first 10 points and are carried forward. A frozen baseline alarms more easily.',
    );
  });

  it('a limit cut off says that an improvement cannot show as a point outside', () => {
    const clipped =
      'The upper limit is cut off at 100%, so an improvement cannot show as a point outside; a long run can still show it.';
    expect(buildControlChart(sharesOf(nearAll, 8), 'p').verdict.detail).toBe(
      `12 points lie within the limits and go up and down around the mean of 93%, as chance would. ${clipped}`,
    );
    const watched = buildControlChart(sharesOf(nearAll, 8, { direction: 'none' }), 'p').verdict;
    expect(watched.because).toContain(clipped.replace('an improvement', 'a rise'));
    const against = buildControlChart(sharesOf(nearAll, 8, { direction: 'decrease' }), 'p').verdict;
    expect(against.because).toContain(clipped.replace('an improvement', 'a move the other way'));
    const counts = buildControlChart(
      valuesSubject([3, 1, 0, 4, 2, 1, 0, 3, 2, 1, 2, 0], {
        kind: 'count',
        direction: 'decrease',
        unit: 'times',
      }),
      'c',
    ).verdict;
    expect(counts.detail).toContain(
      'The lower limit is cut off at 0 times, so an improvement cannot show as a point outside; a long run can still show it.',
    );
  });

  it('cut off at some points only', () => {
    const pairs = Array.from({ length: 12 }, (_, week): [number, number] =>
      week < 5 ? [7 + (week % 2), 8] : [70 + (week % 4), 80],
    );
    expect(buildControlChart(shareSubject(pairs), 'p').verdict.detail).toContain(
      'At 5 of 12 points the upper limit is cut off at 100%, so an improvement cannot show as a point outside there; a long run can still show it.',
    );
  });

  it('a p chart in the hundreds points to the p prime chart', () =>
    expect(buildControlChart(sharesOf(inHundreds, 400), 'p').verdict.because).toContain(
      'With groups in the hundreds a p chart calls small swings unusual; the p prime chart allows for that.',
    ));

  it('a point left out that lies outside is told, and decides nothing', () => {
    const excluded = [{ date: weekOf(12), reason: 'Snow' }];
    const { state, because } = verdict([...upAndDown, 42, 80, 43], { excluded });
    expect(state).toBe('no_clear_change');
    expect(because).toContain('One point left out lies outside the limits; it is not part of this verdict.');
  });
});

const pair = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }));
const anyChart = fc
  .record({
    values: fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 30 }),
    pairs: fc.array(pair, { maxLength: 30 }),
    kind: fc.constantFrom('i' as const, 'p' as const, 'pPrime' as const, 'u' as const, 'c' as const),
    direction: fc.constantFrom('increase' as const, 'decrease' as const, 'none' as const),
    frozen: fc.option(fc.integer({ min: 1, max: 20 })),
    phase: fc.option(fc.integer({ min: 2, max: 20 })),
    out: fc.option(fc.integer({ min: 1, max: 20 })),
  })
  .map(({ values, pairs, kind, direction, frozen, phase, out }) => {
    const part: Partial<ChartSubject> = {
      direction,
      frozenThrough: frozen === null ? null : weekOf(frozen),
      phaseStarts: phase === null ? [] : [{ startsOn: weekOf(phase), reason: 'A new room' }],
      excluded: out === null ? [] : [{ date: weekOf(out), reason: 'Snow' }],
    };
    if (kind === 'i') return { kind, subject: valuesSubject(values, part) };
    if (kind === 'c') return { kind, subject: valuesSubject(values, { ...part, kind: 'count' }) };
    const shares = pairs.map(([one, other]): [number, number] => [
      Math.min(one, other),
      Math.max(one, other),
    ]);
    return {
      kind,
      subject: shareSubject(shares, { ...part, ...(kind === 'u' ? { kind: 'rate', unit: '' } : {}) }),
    };
  });

describe('whatever the numbers', () => {
  it('every sentence is whole, and nothing is better or worse without a direction', () => {
    fc.assert(
      fc.property(anyChart, ({ kind, subject }) => {
        const model = buildControlChart(subject, kind);
        const { headline, detail, because, state } = model.verdict;
        for (const sentence of [headline, detail, ...because]) {
          expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
          expect(sentence).not.toMatch(broken);
        }
        if (subject.direction === 'none')
          expect([headline, detail, ...because].join(' ')).not.toMatch(taking);
        const few = subject.rows.length < 10;
        if (few) expect(['no_data', 'too_early']).toContain(state);
        expect(new Set(because).size).toBe(because.length);
      }),
    );
  });

  it('every line lies within the axis', () => {
    fc.assert(
      fc.property(anyChart, ({ kind, subject }) => {
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
