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
import type { ChartSubject } from '../chart-model';
import { makingDataCount } from './making-data-count-words';

const words = (values: (number | null)[], part: Partial<ChartSubject> = {}) =>
  makingDataCount(valuesSubject(values, part));
const steady = [...upAndDown, 41, 45, 40, 46];

describe('Making Data Count in words', () => {
  it('says nothing below 13 points', () => {
    expect(words(upAndDown)).toEqual({
      tone: 'early',
      headline: 'Too early to tell: 3 more points needed.',
      assurance: null,
      because: ['Making Data Count says nothing below 13 points; ten are in.'],
    });
    expect(words([]).because).toEqual(['Making Data Count says nothing below 13 points; none is in.']);
  });

  it('common cause', () =>
    expect(words(steady)).toEqual({
      tone: 'early',
      headline: 'Common cause: the newest number is as chance would have it.',
      assurance: null,
      because: [
        'The newest number, 46 on Apr 6, is part of no unusual pattern.',
        'The mean is 42.6; by chance alone numbers swing from 30.4 to 54.9.',
        'It has rules of its own, so it can differ from the run chart. Where it does, the run chart decides.',
      ],
    }));

  it('a number beyond a limit: improvement, concern, or neither', () => {
    const values = [...upAndDown, 41, 45, 40, 96];
    expect(words(values).headline).toBe('Improvement: the newest number is unusually high, as hoped.');
    expect(words(values, { direction: 'decrease' })).toMatchObject({
      tone: 'away',
      headline: 'Concern: the newest number is unusually high, which is the other way.',
    });
    expect(words(values, { direction: 'none' })).toMatchObject({
      tone: 'plain',
      headline: 'Special cause: the newest number is unusually high.',
    });
    expect(words(values).because[0]).toBe(
      'The newest number, 96 on Apr 6, lies above the upper limit of 68.7.',
    );
    expect(
      words(
        values.map((value) => -value),
        { direction: 'decrease' },
      ).headline,
    ).toBe('Improvement: the newest number is unusually low, as hoped.');
    expect(words(values.map((value) => -value)).headline).toBe(
      'Concern: the newest number is unusually low, which is the other way.',
    );
    expect(
      words(
        values.map((value) => -value),
        { direction: 'none' },
      ).headline,
    ).toBe('Special cause: the newest number is unusually low.');
  });

  it('a trend, with its points', () =>
    expect(words([...upAndDown, 38, 40, 41, 42, 43, 44, 45]).because[0]).toBe(
      'The newest number, 45 on Apr 27, ends seven in a row going up, from Mar 16 to Apr 27.',
    ));

  it('a shift, with its points', () =>
    expect(words([...upAndDown, 47, 46, 48, 46, 47, 46, 47]).because[0]).toBe(
      'The newest number, 47 on Apr 27, ends eight in a row above the mean, from Mar 9 to Apr 27.',
    ));

  it('two of three near a limit', () =>
    expect(words(nineUp).because[0]).toBe(
      'The newest number, 71 on May 11, is one of two in three, Apr 27 and May 11, that lie close to the upper limit.',
    ));

  it('the goal against the limits', () => {
    expect(words(steady, { goal: 20 }).assurance).toBe(
      'As things are, the goal of 20 will be met every time: chance alone does not take numbers across it.',
    );
    expect(words(steady, { goal: 60 }).assurance).toBe(
      'As things are, the goal of 60 will not be met: it lies beyond what chance alone gives, so something has to change.',
    );
    expect(words(steady, { goal: 45 }).assurance).toBe(
      'As things are, the goal of 45 will be met at some times and missed at others, by chance alone.',
    );
    expect(words(steady, { goal: 45, direction: 'none' }).assurance).toBeNull();
  });

  it('is about the newest phase and the points that count', () => {
    const phaseStarts = [{ startsOn: weekOf(5), reason: 'A new room' }];
    expect(words(steady, { phaseStarts }).headline).toBe('Too early to tell: 3 more points needed.');
    const excluded = [{ date: weekOf(2), reason: 'Snow' }];
    expect(words(steady, { excluded }).because).toContain(
      'One point is left out by a person, with a reason: it is drawn and does not count.',
    );
    expect(words(steady, { frozenThrough: weekOf(10) }).because).toContain(
      'It uses all points of the newest phase, also where the run chart has a frozen baseline.',
    );
  });

  it('shares never swing beyond 0 and 100 percent', () => {
    const pairs = Array.from({ length: 14 }, (_, week): [number, number] => [week % 2 === 0 ? 8 : 2, 8]);
    expect(makingDataCount(shareSubject(pairs)).because[1]).toBe(
      'The mean is 63%; by chance alone numbers swing from 0% to 100%.',
    );
  });

  it('no sentence is broken, and none takes sides without a direction', () => {
    for (const values of [
      steady,
      nineUp,
      Array<number>(14).fill(5),
      [...upAndDown, null, 90, 91, 92, null, 93],
    ]) {
      const { headline, assurance, because } = words(values, { direction: 'none', goal: 45 });
      expect([headline, assurance ?? '', ...because].join(' ')).not.toMatch(broken);
      expect([headline, ...because].join(' ')).not.toMatch(taking);
    }
  });
});
