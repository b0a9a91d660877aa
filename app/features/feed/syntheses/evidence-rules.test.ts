import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audiences } from '#db/vocabulary';
import { beneathClaims, isNarrowerThanPage, notForAll } from './evidence-rules';
import type { Evidence } from './synthesis';

const line = (id: string) => ({
  ...{ id, changeIdea: 'Frames', number: 1, scale: 'one_class' as const, stage: 'complete' as const },
  ...{ decision: 'adopt' as const, place: 'School · Team' },
});
const cycle = (id: string, claimId: string | null, seen = true): Evidence => ({
  ...{ id, claimId, kind: 'cycle', narrowerThanPage: null },
  piece: seen ? { kind: 'cycle', line: line(id) } : null,
});
const unseenPost = (id: string, claimId: string | null): Evidence => ({
  ...{ id, claimId, kind: 'post', piece: null, narrowerThanPage: null },
});

describe('a post narrower than its page', () => {
  it.each([
    [{ audience: 'network', audienceId: 'network' }, { audience: 'network', cohortId: 'c' }, false],
    [{ audience: 'network', audienceId: 'network' }, { audience: 'cohort', cohortId: 'c' }, false],
    [{ audience: 'cohort', audienceId: 'c' }, { audience: 'cohort', cohortId: 'c' }, false],
    [{ audience: 'cohort', audienceId: 'd' }, { audience: 'cohort', cohortId: 'c' }, true],
    [{ audience: 'cohort', audienceId: 'c' }, { audience: 'network', cohortId: 'c' }, true],
    [{ audience: 'school', audienceId: 's' }, { audience: 'cohort', cohortId: 'c' }, true],
  ] as const)('%o in %o: %s', (post, page, expected) => {
    expect(isNarrowerThanPage(post, page)).toBe(expected);
  });
});

describe('evidence beneath claims', () => {
  const claims = ['a', 'b'].map((id) => ({ id, claim: `Claim ${id}`, body: '' }));

  it('keeps its order, counts what is not seen, and leaves out what is not placed', () => {
    const evidence = [cycle('1', 'b'), unseenPost('2', 'b'), cycle('3', null), cycle('4', 'b', false)];
    const [a, b] = beneathClaims(claims, evidence);
    expect(a).toMatchObject({ pieces: [], unseenPosts: 0, unseenCycles: 0 });
    expect(b).toMatchObject({ unseenPosts: 1, unseenCycles: 1 });
    expect(b?.pieces.map((piece) => piece.kind === 'cycle' && piece.line.id)).toEqual(['1']);
  });

  it('never holds anything of an unseen piece but its number', () => {
    const one = fc.record({
      ...{ id: fc.uuid(), claimId: fc.constantFrom('a', 'b', null), kind: fc.constantFrom('post', 'cycle') },
      ...{ piece: fc.constant(null), narrowerThanPage: fc.constantFrom(null, ...audiences) },
    });
    fc.assert(
      fc.property(fc.array(one), (evidence) => {
        const text = JSON.stringify(beneathClaims(claims, evidence));
        for (const { id } of evidence) expect(text).not.toContain(id);
        const placed = evidence.filter(({ claimId }) => claimId !== null).length;
        const counted = beneathClaims(claims, evidence).reduce(
          (sum, claim) => sum + claim.unseenPosts + claim.unseenCycles,
          0,
        );
        expect(counted).toBe(placed);
      }),
    );
  });
});

it('says what others will not see of placed evidence only', () => {
  const evidence = [cycle('1', 'a'), cycle('2', null), unseenPost('3', 'a'), unseenPost('4', null)];
  expect(notForAll(evidence)).toEqual({ posts: [], cycles: 1, unseen: 1 });
});
