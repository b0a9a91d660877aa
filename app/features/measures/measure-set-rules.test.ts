import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureLevels } from '#db/vocabulary';
import type { MeasureLevel } from '#db/vocabulary';
import { measureSetHints, measuresByLevel } from './measure-set-rules';

const set = (...levels: MeasureLevel[]) => levels.map((level) => ({ level }));
const anySet = fc.array(fc.record({ level: fc.constantFrom(...measureLevels), id: fc.nat() }), {
  maxLength: 15,
});

describe('a team’s set of measures', () => {
  it('is read from the aim to what is only for one cycle', () => {
    expect(
      measuresByLevel(set('cycle_only', 'balancing', 'driver', 'outcome', 'process')).map(
        ({ level }) => level,
      ),
    ).toEqual(['outcome', 'driver', 'process', 'balancing', 'cycle_only']);
  });

  it('keeps every measure, and the order within a level', () => {
    fc.assert(
      fc.property(anySet, (measures) => {
        const ordered = measuresByLevel(measures);
        for (const level of measureLevels)
          expect(ordered.filter((one) => one.level === level)).toEqual(
            measures.filter((one) => one.level === level),
          );
        expect(ordered).toHaveLength(measures.length);
      }),
    );
  });

  it.each<[string, MeasureLevel[], string[]]>([
    ['nothing yet', [], []],
    ['only measures for one cycle', ['cycle_only', 'cycle_only', 'cycle_only'], []],
    ['the aim alone', ['outcome'], []],
    ['a driver alone', ['driver'], ['outcome measure']],
    ['the aim, and one for a cycle', ['outcome', 'cycle_only'], []],
    ['the aim and a driver', ['outcome', 'driver'], ['balancing measure']],
    ['two drivers', ['driver', 'driver'], ['outcome measure', 'balancing measure']],
    ['a balanced set', ['outcome', 'driver', 'process', 'balancing'], []],
    [
      'seven, and more for cycles',
      ['outcome', 'driver', 'driver', 'driver', 'process', 'process', 'balancing', 'cycle_only'],
      [],
    ],
    [
      'eight',
      ['outcome', 'driver', 'driver', 'driver', 'process', 'process', 'process', 'balancing'],
      ['eight measures'],
    ],
  ])('%s', (_name, levels, expected) => {
    const hints = measureSetHints(set(...levels));
    expect(hints).toHaveLength(expected.length);
    expected.forEach((words, index) => expect(hints[index]).toContain(words));
  });

  it('says the same whatever the order, and each thing in one sentence', () => {
    fc.assert(
      fc.property(anySet, (measures) => {
        const hints = measureSetHints(measures);
        expect(measureSetHints(measures.toReversed())).toEqual(hints);
        for (const hint of hints) expect(hint.match(/\./g)).toHaveLength(1);
      }),
    );
  });
});
