import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meetingRoles } from '#db/vocabulary';
import { suggestRoles } from './rotate-roles-rules';

const come = (...ids: string[]) => ids.map((personId) => ({ personId, answer: null }));
const had = (personId: string, at: number) => ({ personId, at });

describe('whose turn it is', () => {
  it.each([
    ['nobody had one: in their order', come('a', 'b', 'c', 'd'), [], ['a', 'b', 'c']],
    ['who never had one comes first', come('a', 'b', 'c', 'd'), [had('a', 1), had('b', 1)], ['c', 'd', 'a']],
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
    const roles = suggestRoles(candidates, earlier);
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
    expect(suggestRoles(candidates, [])).toEqual({ facilitator: 'b', timekeeper: 'c' });
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
        const chosen = Object.values(suggestRoles(candidates, earlier));
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
          for (let at = 0; at < meetings; at += 1)
            for (const personId of Object.values(suggestRoles(come(...ids), past)))
              past.push({ personId, at });
          const turns = ids.map((id) => past.filter(({ personId }) => personId === id).length);
          expect(Math.max(...turns) - Math.min(...turns)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('the order of the past does not matter', () => {
    fc.assert(
      fc.property(anyCandidates, anyEarlier, (candidates, earlier) => {
        expect(suggestRoles(candidates, earlier.toReversed())).toEqual(suggestRoles(candidates, earlier));
      }),
    );
  });
});
