import { describe, expect, it } from 'vitest';
import {
  broken,
  nineUp,
  shareSubject,
  upAndDown,
  valuesSubject,
  weekOf,
} from '../../../../../tests/factories/chart-subjects';
import type { ChartSubject } from '../chart-model';
import { readRunChart } from '../read-run-chart';
import { shapeWords } from './shape-words';

const spanFrom = (from: string | null) => (from === null ? null : { from, to: '2030-01-01' });
const words = (values: (number | null)[], part: Partial<ChartSubject> = {}, since: string | null = null) =>
  shapeWords(readRunChart(valuesSubject(values, part)), { frequency: 'weekly', span: spanFrom(since) });

describe('the shape of a chart in words', () => {
  it('says nothing without numbers', () => expect(words([])).toBe(''));

  it('is too early before ten points, without a side while there is no firm line', () =>
    expect(words([40, 44, 41])).toBe('Too early to tell.'));

  it('counts the weeks above the baseline since a day, and that it is more than chance', () =>
    expect(words(nineUp, { frozenThrough: weekOf(10) }, weekOf(11))).toBe(
      'Above the baseline in 9 of 9 weeks of the cycle. Over the whole chart it moved the way we want, and that is more than chance.',
    ));

  it('turns with the direction that is wanted', () =>
    expect(words(nineUp, { frozenThrough: weekOf(10), direction: 'decrease' }, weekOf(11))).toBe(
      'Above the baseline in 9 of 9 weeks of the cycle. Over the whole chart it moved the other way, and that is more than chance.',
    ));

  it('takes no side without a wanted direction', () =>
    expect(words(nineUp, { frozenThrough: weekOf(10), direction: 'none' }, weekOf(11))).toBe(
      'Above the baseline in 9 of 9 weeks of the cycle. Over the whole chart it moved, and that is more than chance.',
    ));

  it('finds no clear change in numbers that go up and down about their median', () =>
    expect(words(upAndDown)).toBe('Above the median in 5 of 10 weeks. No clear change so far.'));

  it('names the side most weeks are on', () =>
    expect(words([...upAndDown, 30, 31, 30], { frozenThrough: weekOf(10) }, weekOf(11))).toMatch(
      /^Below the baseline in 3 of 3 weeks of the cycle\./,
    ));

  it('says no side of one week or two', () =>
    expect(words(nineUp, { frozenThrough: weekOf(10) }, weekOf(18))).toBe(
      'Over the whole chart it moved the way we want, and that is more than chance.',
    ));

  it('counts the weeks of the cycle, not those after it', () =>
    expect(
      shapeWords(readRunChart(valuesSubject(nineUp, { frozenThrough: weekOf(10) })), {
        ...{ frequency: 'weekly', span: { from: weekOf(11), to: weekOf(14) } },
      }),
    ).toMatch(/^Above the baseline in 4 of 4 weeks of the cycle\./));

  it('does not tell a level where every number is the same', () =>
    expect(words(Array.from({ length: 12 }, () => 100))).toBe('The numbers did not move.'));

  it('holds no value of the chart', () => {
    const subject = shareSubject(nineUp.map((value) => [Math.round((value * 6) / 100), 6]));
    for (const since of [null, weekOf(11)]) {
      const text = shapeWords(readRunChart(subject), { frequency: 'weekly', span: spanFrom(since) });
      expect(text).not.toMatch(/%|students/);
      expect(text).not.toMatch(broken);
    }
  });
});
