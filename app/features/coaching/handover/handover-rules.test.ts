import { describe, expect, it } from 'vitest';
import { noteForNewCoach, reviewAfterHandover } from './handover-rules';

const handover = (nextCoachId: string | null, note = 'They like short calls.') => ({
  ...{ id: 'h', coachName: 'Maria', nextCoachId, nextCoachName: null, note },
  ...{ handedOverByName: 'Maria', handedOverAt: 0 },
});
const me = { personId: 'me', beganOn: '2026-11-02', today: '2026-11-22' };

describe('the note for a new coach', () => {
  it('is the newest for them, or for whoever comes next', () => {
    expect(noteForNewCoach([handover('me')], me)?.note).toBe('They like short calls.');
    expect(noteForNewCoach([handover(null)], me)).not.toBeNull();
    expect(noteForNewCoach([handover('somebody else'), handover(null, '')], me)).toBeNull();
    expect(noteForNewCoach([], me)).toBeNull();
  });

  it.each([
    ['2026-11-29', true],
    ['2026-11-30', false],
  ])('stands on top for four weeks: %s', (today, stands) => {
    expect(noteForNewCoach([handover('me')], { ...me, today }) !== null).toBe(stands);
  });

  it('is not for one who has always coached', () => {
    expect(noteForNewCoach([handover('me')], { ...me, beganOn: null })).toBeNull();
  });
});

describe('an open review', () => {
  it('passes to the coach who follows, as it stands', () => {
    expect(reviewAfterHandover({ requestedBy: 'a', stage: 'returned', feedbackAt: 1 }, 'next')).toEqual({
      stage: 'returned',
      keepsCoach: false,
    });
  });

  it.each([
    ['a', 'in_progress', null, 'requested', false],
    ['a', 'returned', 1, 'requested', false],
    [null, 'in_progress', null, 'withdrawn', true],
    [null, 'returned', 1, 'done', true],
    [null, 'in_progress', 1, 'done', true],
    [null, 'requested', 1, 'done', true],
  ] as const)('of %s in %s, feedback %s, becomes %s where nobody follows', (...row) => {
    const [requestedBy, from, feedbackAt, stage, keepsCoach] = row;
    expect(reviewAfterHandover({ requestedBy, stage: from, feedbackAt }, null)).toEqual({
      stage,
      keepsCoach,
    });
  });
});
