import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { upAndDown, valuesSubject, weekOf } from '#tests/factories/chart-subjects';
import { baselineChoices, baselineProblem } from './baseline-advice';

const steady = [...upAndDown, 41, 45, 40];
const nineHigh = [60, 63, 61, 66, 64, 60, 67, 62, 65];

describe('a baseline to freeze', () => {
  it('needs ten points that count, no change of its own, no phases, and something after it', () => {
    const subject = valuesSubject([...steady, ...nineHigh]);
    expect(baselineProblem(subject, weekOf(9))).toContain('at least 10 points');
    expect(baselineProblem(subject, weekOf(12))).toBeNull();
    expect(baselineProblem(subject, weekOf(22))).toContain('before the newest number');
    expect(baselineProblem(subject, weekOf(21))).toContain('already show a change');
    const excluded = [1, 2, 3, 4].map((week) => ({ date: weekOf(week), reason: 'x' }));
    expect(baselineProblem({ ...subject, excluded }, weekOf(12))).toContain('there are 8');
    const phaseStarts = [{ startsOn: weekOf(14), reason: 'x' }];
    expect(baselineProblem({ ...subject, phaseStarts }, weekOf(12))).toContain('phases');
  });

  it('of fewer than twelve points is marked as resting on few', () => {
    const choices = baselineChoices(valuesSubject([...steady, ...nineHigh]));
    expect(choices.filter(({ few }) => few).map(({ points }) => points)).toEqual([10, 11]);
  });

  it('every choice that is offered can be frozen', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 }), (values) => {
        const subject = valuesSubject(values);
        for (const { throughDate, points } of baselineChoices(subject)) {
          expect(points).toBeGreaterThanOrEqual(10);
          expect(baselineProblem(subject, throughDate)).toBeNull();
        }
      }),
    ));
});
