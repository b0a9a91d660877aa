import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmounts } from './read-amounts';
import type { HowRead } from './mapping';

const read = (how: HowRead, text: string, of = '') => readAmounts({ how, column: 'a', of: 'b' }, text, of);

describe('amounts', () => {
  it.each<[HowRead, string, string, object | string]>([
    ['value', '85%', '', { value: '85' }],
    ['value', '46.2', '', { value: '46.2' }],
    ['share', '0.8769', '', { value: '87.69' }],
    ['share', '85%', '', { value: '85' }],
    ['share', '85', '', 'above 1'],
    ['share', 'x', '', 'is not a number'],
    ['parts', '5', '8', { numerator: '5', denominator: '8' }],
    ['ratio', '17/20', '', { numerator: '17', denominator: '20' }],
    ['ratio', '85', '', 'is not written as 17/20'],
    ['percent', '8.33', '60', { numerator: '5', denominator: '60' }],
    ['percent', '63%', '8', { numerator: '5', denominator: '8' }],
    ['percent', '62.5', '8', { numerator: '5', denominator: '8' }],
    ['percent', '60', '8', '60 of 8 students is not a whole number of students'],
    ['percent', '<10%', '57', 'is not one number'],
    ['percent', '101', '57', 'is not between 0 and 100'],
    ['percent', '50', '', 'out of how many'],
    ['portion', '0.63', '8', { numerator: '5', denominator: '8' }],
    ['portion', '63', '8', 'Is it a percent?'],
    ['students', 'yes', '', { met: true }],
    ['students', '0', '', { met: false }],
    ['students', 'perhaps', '', 'neither yes nor no'],
  ])('%s: %s of %s', (how, text, of, expected) => {
    const amounts = read(how, text, of);
    if (typeof expected === 'string') expect(amounts).toContain(expected);
    else expect(amounts).toEqual(expected);
  });

  it('a percent that was written from whole students gives them back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(), (denominator, some) => {
        const numerator = some % (denominator + 1);
        const text = ((100 * numerator) / denominator).toFixed(2);
        expect(read('percent', text, String(denominator))).toEqual({
          numerator: String(numerator),
          denominator: String(denominator),
        });
      }),
    );
  });
});
