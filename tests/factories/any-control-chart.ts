import fc from 'fast-check';
import type { ChartSubject } from '~/features/run-charts/view/chart-model';
import { shareSubject, valuesSubject, weekOf } from './chart-subjects';

const pair = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }));
/** A subject that fits a kind of control chart, with whatever a person may have set on it. */
export const anyControlChart = fc
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
