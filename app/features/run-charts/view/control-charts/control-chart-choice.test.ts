import { describe, expect, it } from 'vitest';
import { nineUp, shareSubject, upAndDown, valuesSubject, weekOf } from '#tests/factories/chart-subjects';
import { furtherLooks } from './control-chart-choice';
import type { ChartSubject } from '../chart-model';

const sharesOf = (numerators: number[], denominator: number, part: Partial<ChartSubject> = {}) =>
  shareSubject(
    numerators.map((numerator) => [numerator, denominator]),
    part,
  );
const looks = (subject: ChartSubject) => furtherLooks(subject).map(({ look }) => look);
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
