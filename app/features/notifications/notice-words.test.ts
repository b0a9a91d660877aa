import { describe, expect, it } from 'vitest';
import { activityKinds } from '#db/vocabulary';
import { noticePath, noticePlace, noticeSentence } from './notice-words';
import type { NoticeFacts } from './notice-words';

const facts: NoticeFacts = {
  ...{ kind: 'review_done', detail: 'do', actorName: 'Lena Brandt', aboutName: 'Omar Diaz' },
  ...{ isAboutReader: false, readsTeam: true, followsTeams: true, nextCoachName: null },
  ...{ teamId: 't', teamName: 'Grade 6', schoolName: 'Northgate MS' },
  ...{ cycleId: 'c', cycleNumber: 2, changeIdea: 'Frames', measureId: null, measureName: null },
  ...{
    reviewId: null,
    asksAgain: false,
    isEarlierReview: false,
    reviewCommentId: null,
    asked: { questions: 2, ideas: 0 },
    words: null,
    nudgePath: null,
  },
  ...{ postId: null, postTitle: null, commentId: null, asOrigin: false, triedBy: null },
  ...{ meetingId: 'm', meetingTitle: 'Winter day', aboutId: 'a' },
};
const ofPost = { cycleId: null, postId: 'p', postTitle: 'Boxes' };

describe('a notice', () => {
  it.each(activityKinds)('of %s is a sentence with a path of ours', (kind) => {
    for (const more of [{}, ofPost, { isAboutReader: true, readsTeam: false }]) {
      const told = { ...facts, ...more, kind };
      expect(noticeSentence(told)).toMatch(/^\S.*[^.\s]$/);
      expect(noticePath(told)).toMatch(/^\/([a-z]|$)/);
    }
  });

  it.each([
    [{ kind: 'post_commented', ...ofPost, commentId: 'k' }, 'Lena Brandt wrote about “Boxes”'],
    [
      { kind: 'post_mentioned', ...ofPost, asOrigin: true },
      'The team that shared this mentioned you under “Boxes”',
    ],
    [
      { kind: 'replication_decided', ...ofPost, detail: 'adopt' },
      'Another team adopted what your team told in “Boxes”',
    ],
    [{ kind: 'cycle_decided', detail: 'abandon' }, 'Lena Brandt abandoned “Frames” after cycle 2'],
    [{ kind: 'review_requested' }, 'Lena Brandt asked for a review of cycle 2 of “Frames”'],
    [
      { kind: 'review_requested', asksAgain: true },
      'Lena Brandt asked you to look again at cycle 2 of “Frames”',
    ],
    [{ kind: 'review_returned' }, 'Lena Brandt sent questions about cycle 2 of “Frames”'],
    [
      { kind: 'review_returned', asked: { questions: 0, ideas: 1 } },
      'Lena Brandt sent an idea about cycle 2 of “Frames”',
    ],
    [
      { kind: 'review_returned', asked: { questions: 1, ideas: 2 } },
      'Lena Brandt sent a question and ideas about cycle 2 of “Frames”',
    ],
    [
      { kind: 'review_returned', asked: { questions: 0, ideas: 0 } },
      'Lena Brandt wrote about cycle 2 of “Frames”',
    ],
    [
      { kind: 'presentation_asked' },
      'Lena Brandt asks your team to present cycle 2 of “Frames” in “Winter day”',
    ],
    [
      { kind: 'presentation_declined' },
      'The team would rather not present cycle 2 of “Frames” in “Winter day”',
    ],
    [{ kind: 'meeting_feedback' }, 'Your team got feedback on cycle 2 of “Frames” in “Winter day”'],
    [{ kind: 'meeting_feedback', cycleId: null }, 'Your team got feedback in “Winter day”'],
    [{ kind: 'commitment_made', isAboutReader: true }, 'Lena Brandt noted what you took on in “Winter day”'],
    [{ kind: 'commitment_made' }, 'Lena Brandt noted what your team took on in “Winter day”'],
    [{ kind: 'coach_began' }, 'Omar Diaz coaches your team from now on'],
    [{ kind: 'coach_began', detail: 'already' }, 'Omar Diaz carries on as your team’s coach'],
    [
      { kind: 'coach_began', detail: 'already', isAboutReader: true },
      'A team that you coach was handed on to you',
    ],
    [
      { kind: 'coach_ended', detail: 'reviews_wait' },
      'Omar Diaz no longer coaches your team; what you asked about waits for the next coach',
    ],
  ] as const)('%o', (more, sentence) => {
    expect(noticeSentence({ ...facts, ...more })).toBe(sentence);
  });

  it('leads to the very thing', () => {
    const path = (more: Partial<NoticeFacts>) => noticePath({ ...facts, ...more });
    expect(path({ kind: 'post_mentioned', ...ofPost, commentId: 'k' })).toBe('/posts/p?comment=k#comment-k');
    expect(path({ kind: 'review_answered', reviewId: 'r', reviewCommentId: 'k' })).toBe(
      '/cycles/c/review#comment-k',
    );
    expect(path({ kind: 'review_done', reviewId: 'r', isEarlierReview: true })).toBe(
      '/cycles/c/review?review=r',
    );
    expect(path({ kind: 'nudge_sent', nudgePath: '/log' })).toBe('/log');
    const ended = { kind: 'coach_ended', isAboutReader: true, readsTeam: false } as const;
    expect(path(ended)).toBe('/coaching');
    expect(path({ ...ended, followsTeams: false })).toBe('/');
  });

  it('tells a coach who left of the team by name, and who follows', () => {
    const ended = { ...facts, kind: 'coach_ended', isAboutReader: true, readsTeam: false } as const;
    expect(noticeSentence(ended)).toBe('You no longer coach Grade 6');
    expect(noticeSentence({ ...ended, nextCoachName: 'Amara Abernathy' })).toBe(
      'You no longer coach Grade 6; Amara Abernathy follows',
    );
  });

  it('of a post names no place', () => {
    expect(noticePlace({ ...facts, kind: 'post_commented' })).toBe('');
    expect(noticePlace({ ...facts, kind: 'review_done' })).toBe('Northgate MS · Grade 6');
    expect(noticePlace({ ...facts, kind: 'coach_ended', readsTeam: false })).toBe('');
  });

  it.each([
    [{ kind: 'presentation_asked' }, '/presentations/a'],
    [{ kind: 'presentation_declined' }, '/presentations/a'],
    [{ kind: 'commitment_changed' }, '/commitments/a'],
    [{ kind: 'meeting_feedback' }, '/cycles/c'],
    [{ kind: 'meeting_feedback', cycleId: null }, '/meetings/m'],
  ] as const)('of a meeting, %o, leads to %s', (more, path) => {
    expect(noticePath({ ...facts, ...more })).toBe(path);
  });
});
