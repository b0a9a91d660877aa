import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meetingRoles } from '#db/vocabulary';
import { suggestRoles } from './rotate-roles-rules';

const come = (...ids: string[]): { personId: string; answer: null; runs?: boolean }[] =>
  ids.map((personId) => ({ personId, answer: null }));
const had = (personId: string, at: number) => ({ personId, at });

describe('whose turn it is', () => {
  it.each([
    [
      'who never had one comes first',
      come('a', 'b', 'c', 'd'),
      [had('a', 1), had('b', 1), had('b', 0), had('d', 3)],
      ['c', 'a', 'b'],
    ],
    [
      'then who had one longest ago',
      come('a', 'b', 'c'),
      [had('a', 3), had('b', 2), had('c', 1)],
      ['c', 'b', 'a'],
    ],
    [
      'the latest time counts',
      come('a', 'b'),
      [had('a', 1), had('a', 9), had('b', 5)],
      ['b', 'a', undefined],
    ],
    ['who is not here has no turn', come('a'), [had('z', 1)], ['a', undefined, undefined]],
    ['nobody comes', [], [had('z', 1)], [undefined, undefined, undefined]],
  ])('%s', (_name, candidates, earlier, [facilitator, timekeeper, note_taker]) => {
    const roles = suggestRoles(candidates, earlier, 'm');
    expect([roles.facilitator, roles.timekeeper, roles.note_taker]).toEqual([
      facilitator,
      timekeeper,
      note_taker,
    ]);
  });

  it('passes over who said no, and takes who may come', () => {
    const candidates = [
      { personId: 'a', answer: 'no' as const },
      { personId: 'b', answer: 'maybe' as const },
      { personId: 'c', answer: 'yes' as const },
    ];
    expect(suggestRoles(candidates, [had('b', 1), had('c', 2)], 'm')).toEqual({
      ...{ facilitator: 'b', timekeeper: 'c' },
    });
  });

  const twelve = 'abcdefghijkl'.split('');

  it('mixes those whose turn it is alike, the same way at every look', () => {
    const orders = ['m1', 'm2', 'm3', 'm4'].map((id) => Object.values(suggestRoles(come(...twelve), [], id)));
    expect(orders).toEqual([
      ['j', 'h', 'a'],
      ['a', 'j', 'e'],
      ['e', 'a', 'f'],
      ['h', 'b', 'd'],
    ]);
    expect(Object.values(suggestRoles(come(...twelve.toReversed()), [], 'm1'))).toEqual(orders[0]);
  });

  it('over many meetings leaves nobody out and prefers nobody', () => {
    const first = Array.from({ length: 600 }, (_, n) => suggestRoles(come(...twelve), [], `meeting ${n}`));
    for (const one of twelve) {
      const times = first.filter(({ facilitator }) => facilitator === one).length;
      expect(times, one).toBeGreaterThan(25);
      expect(times, one).toBeLessThan(80);
    }
  });

  it('lets who runs the meeting facilitate where nobody else is due before', () => {
    const candidates = [...come(...twelve), { personId: 'z', answer: null, runs: true }];
    expect(suggestRoles(candidates, [], 'm1').facilitator).toBe('z');
    expect(suggestRoles(candidates, [had('z', 1)], 'm1').facilitator).not.toBe('z');
    const no = candidates.map((one) => (one.personId === 'z' ? { ...one, answer: 'no' as const } : one));
    expect(Object.values(suggestRoles(no, [], 'm1'))).not.toContain('z');
  });
});

const anyId: fc.Arbitrary<string> = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
const anyCandidates = fc.uniqueArray(
  fc.record({
    personId: anyId,
    answer: fc.constantFrom(null, 'yes' as const, 'no' as const, 'maybe' as const),
  }),
  { selector: ({ personId }) => personId },
);
const anyEarlier = fc.array(fc.record({ personId: anyId, at: fc.integer({ min: 0, max: 20 }) }));

describe('for everybody who comes and every past', () => {
  it('as many roles as people, each once, nobody who said no', () => {
    fc.assert(
      fc.property(anyCandidates, anyEarlier, (candidates, earlier) => {
        const chosen = Object.values(suggestRoles(candidates, earlier, 'm'));
        const coming = candidates.filter(({ answer }) => answer !== 'no').map(({ personId }) => personId);
        expect(new Set(chosen).size).toBe(chosen.length);
        expect(chosen.length).toBe(Math.min(meetingRoles.length, coming.length));
        expect(chosen.every((personId) => coming.includes(personId))).toBe(true);
      }),
    );
  });

  it('in as many meetings as it takes, everybody has had a turn before anybody has a second one', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyId, { minLength: 3 }),
        fc.integer({ min: 1, max: 12 }),
        (ids, meetings) => {
          const past: { personId: string; at: number }[] = [];
          const candidates = come(...ids).map((one) => ({ ...one, runs: 'abc'.includes(one.personId) }));
          for (let at = 0; at < meetings; at += 1)
            for (const personId of Object.values(suggestRoles(candidates, past, `m${at}`)))
              past.push({ personId, at });
          const turns = ids.map((id) => past.filter(({ personId }) => personId === id).length);
          expect(Math.max(...turns) - Math.min(...turns)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('neither the order of the past nor that of the people matters', () => {
    fc.assert(
      fc.property(anyCandidates, anyEarlier, (candidates, earlier) => {
        expect(suggestRoles(candidates.toReversed(), earlier.toReversed(), 'm')).toEqual(
          suggestRoles(candidates, earlier, 'm'),
        );
      }),
    );
  });
});
