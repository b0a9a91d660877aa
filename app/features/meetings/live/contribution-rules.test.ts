import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contributionKinds } from '#db/vocabulary';
import { canBeTakenUp, contributionProblem, inOrderWanted, longestContribution } from './contribution-rules';

describe('what is said to a room', () => {
  it('has words, and not too many', () => {
    expect(contributionProblem(' \n')).toBe('Write a few words first.');
    expect(contributionProblem('a'.repeat(longestContribution))).toBeNull();
    expect(contributionProblem('a'.repeat(longestContribution + 1))).toContain('600 characters; it has 601');
  });

  it('is voted on where the room can take it up, never where it is feedback', () => {
    expect(contributionKinds.filter(canBeTakenUp)).toEqual(['question', 'topic']);
  });

  it('stands in an order that does not depend on the order it comes in', () => {
    const one = fc.record({
      ...{ id: fc.uuid(), kind: fc.constantFrom(...contributionKinds), takenUp: fc.boolean() },
      ...{ votes: fc.nat(5), writtenAt: fc.nat(5) },
    });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ id }) => id }), (said) => {
        const ordered = inOrderWanted(said);
        expect(inOrderWanted(said.toReversed())).toEqual(ordered);
        ordered.slice(1).forEach((next, at) => {
          const before = ordered[at];
          if (before?.takenUp === next.takenUp) expect(before.votes).toBeGreaterThanOrEqual(next.votes);
          else expect(next.takenUp).toBe(true);
        });
      }),
    );
  });
});
