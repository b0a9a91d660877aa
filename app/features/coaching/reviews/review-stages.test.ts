import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reviewStages } from '#db/vocabulary';
import type { ReviewStage } from '#db/vocabulary';
import { isOpenReview, leadsTo, mayMove, moveBelongsTo, reviewMoves, whoseMove } from './review-stages';

const me = 'lena';
const open = (stage: ReviewStage, coachId: string | null, feedbackAt: number | null = null) =>
  reviewMoves.filter((move) => mayMove({ stage, coachId, feedbackAt }, move, me));

describe('what is open from where a review stands', () => {
  it.each([
    { stage: 'requested' as const, coachId: null, moves: ['withdraw', 'take_up'] },
    { stage: 'requested' as const, coachId: me, moves: ['take_up'] },
    { stage: 'in_progress' as const, coachId: me, moves: ['return', 'finish'] },
    { stage: 'in_progress' as const, coachId: 'another', moves: ['take_up'] },
    { stage: 'returned' as const, coachId: me, moves: ['send_back', 'take_up', 'finish'] },
    { stage: 'returned' as const, coachId: 'another', moves: ['send_back', 'take_up'] },
    { stage: 'done' as const, coachId: me, moves: [] },
    { stage: 'withdrawn' as const, coachId: null, moves: [] },
  ])('$stage, read by $coachId', ({ stage, coachId, moves }) => {
    expect(open(stage, coachId)).toEqual(moves);
  });

  it('what has had its feedback is not taken back: the team ends it, once nobody reads it', () => {
    expect(open('requested', null, 1)).toEqual(['end', 'take_up']);
    expect(open('requested', 'another', 1)).toEqual(['take_up']);
    expect(open('returned', 'another', 1)).toEqual(['send_back', 'take_up']);
  });

  it('is somebody’s move exactly while it is open', () => {
    for (const stage of reviewStages) expect(whoseMove(stage) !== null).toBe(isOpenReview(stage));
    expect(whoseMove('returned')).toBe('team');
    expect(whoseMove('requested')).toBe('coach');
  });
});

it('any way of moves ends with both sides able to go on, or ended for good', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ move: fc.constantFrom(...reviewMoves), by: fc.constantFrom('a', 'b') }), {
        maxLength: 40,
      }),
      (tries) => {
        let standing: { stage: ReviewStage; coachId: string | null; feedbackAt: number | null } = {
          ...{ stage: 'requested', coachId: null, feedbackAt: null },
        };
        for (const { move, by } of tries) {
          if (!mayMove(standing, move, by)) continue;
          expect(isOpenReview(standing.stage)).toBe(true);
          standing = {
            stage: leadsTo[move],
            coachId: move === 'take_up' ? by : standing.coachId,
            feedbackAt: move === 'return' || move === 'finish' ? 1 : standing.feedbackAt,
          };
          if (standing.stage !== 'requested' && standing.stage !== 'withdrawn')
            expect(standing.coachId).not.toBeNull();
        }
        const next = whoseMove(standing.stage);
        const ways = reviewMoves.filter((move) => ['a', 'b'].some((by) => mayMove(standing, move, by)));
        if (next === null) expect(ways).toEqual([]);
        else expect(ways.map((move) => moveBelongsTo[move])).toContain(next);
      },
    ),
  );
});
