import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyControlChart } from '#tests/factories/any-control-chart';
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
import type { ChartSubject } from '../chart-model';

const sharesOf = (numerators: number[], denominator: number, part: Partial<ChartSubject> = {}) =>
  shareSubject(
    numerators.map((numerator) => [numerator, denominator]),
    part,
  );
const verdict = (values: number[], part: Partial<ChartSubject> = {}) =>
  buildControlChart(valuesSubject(values, part), 'i').verdict;
const nearAll = [7, 8, 7, 8, 8, 7, 6, 8, 8, 7, 7, 8];
const inHundreds = [300, 310, 305, 350, 290, 310, 240, 300, 310, 305, 299, 301];

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

describe('whatever the numbers', () => {
  it('every sentence is whole, and nothing is better or worse without a direction', () => {
    fc.assert(
      fc.property(anyControlChart, ({ kind, subject }) => {
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
});
