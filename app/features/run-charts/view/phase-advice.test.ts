import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { upAndDown, valuesSubject, weekOf } from '#tests/factories/chart-subjects';
import { baselineChoices, baselineProblem, baselineWarning, suggestedPhase } from './phase-advice';

const steady = [...upAndDown, 41, 45, 40];
const nineHigh = [60, 63, 61, 66, 64, 60, 67, 62, 65];

describe('a suggested phase', () => {
  it('begins at the first of nine points in a row on the wanted side, after the baseline', () => {
    const subject = valuesSubject([...steady, ...nineHigh, 61]);
    expect(suggestedPhase(subject)).toEqual({ startsOn: weekOf(14), side: 'above', length: 9 });
    expect(suggestedPhase({ ...subject, direction: 'none' })?.startsOn).toBe(weekOf(14));
    expect(suggestedPhase({ ...subject, direction: 'decrease' })).toBeNull();
  });

  it('is none for eight points, or where a point of the run is left out', () => {
    expect(suggestedPhase(valuesSubject([...steady, ...nineHigh.slice(0, 8)]))).toBeNull();
    const excluded = [{ date: weekOf(16), reason: 'Fire drill' }];
    expect(suggestedPhase(valuesSubject([...steady, ...nineHigh], { excluded }))).toBeNull();
  });

  it('looks at the newest phase alone', () => {
    const phaseStarts = [{ startsOn: weekOf(14), reason: 'Frames for all' }];
    expect(suggestedPhase(valuesSubject([...steady, ...nineHigh, 61], { phaseStarts }))).toBeNull();
  });
});

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

  it('of fewer than twelve points is warned of', () => {
    expect(baselineWarning(11)).toContain('11 points are few');
    expect(baselineWarning(12)).toBeNull();
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
