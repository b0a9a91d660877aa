import { describe, expect, it } from 'vitest';
import { discreet, mayLeave } from './discreet-words';
import { noticeSentence } from './notice-words';
import type { NoticeFacts } from './notice-words';

const staff = ['Maya Okafor', 'Lena Brandt'];

describe('words that may leave the team', () => {
  it.each([
    'What did the students say when they used the frame?',
    'Thank you, Maya: your “because” can be proved wrong. Lena',
    'Your next step: Study of cycle 3. Ten minutes are enough.',
  ])('%s', (text) => {
    expect(mayLeave(text, staff)).toBe(true);
  });

  it.each([
    'Four of six students started by themselves.',
    'It was 67% last week.',
    'How did Jayden Smith do?',
    'Student 100234 was out.',
    'n = 6, is that enough?',
  ])('not: %s', (text) => {
    expect(mayLeave(text, staff)).toBe(false);
  });
});

const facts: NoticeFacts = {
  ...{ kind: 'review_requested', detail: '', actorName: 'Maya Okafor', aboutName: null },
  ...{ isAboutReader: false, readsTeam: true, teamId: 't', teamName: 'Grade 4', schoolName: 'Ridge ES' },
  ...{ cycleId: 'c', cycleNumber: 2, changeIdea: 'Morning check-in with Marcus Bell', measureId: null },
  ...{ measureName: null, reviewId: 'r', isEarlierReview: false, reviewCommentId: null, nudgePath: null },
  ...{ words: 'Marcus Bell hit his tray again', postId: null, postTitle: null, commentId: null },
  ...{ asOrigin: false, triedBy: null, nextCoachName: null, followsTeams: true, asksAgain: false },
  ...{ meetingId: null, meetingTitle: null, aboutId: null, asked: { questions: 0, ideas: 0 } },
};

describe('a notice that goes by mail', () => {
  it('names no student, neither in its sentence nor in what it quotes', () => {
    const told = discreet(facts, 'Lena Brandt');
    expect(noticeSentence(told)).toBe('Maya Okafor asked for a review of cycle 2');
    expect(told.words).toBeNull();
    const decided = discreet({ ...facts, kind: 'cycle_decided', detail: 'adopt' }, 'Lena Brandt');
    expect(noticeSentence(decided)).toBe('Maya Okafor finished cycle 2');
    const asked = { ...facts, kind: 'presentation_asked' as const, meetingTitle: 'About Marcus Bell' };
    expect(noticeSentence(discreet(asked, 'Lena Brandt'))).toBe(
      'Maya Okafor asks your team to present cycle 2 in a meeting',
    );
  });

  it('keeps words that name nobody', () => {
    const plain = { ...facts, changeIdea: 'Sentence frames', words: 'Is our question too big?' };
    expect(discreet(plain, 'Lena Brandt')).toEqual(plain);
  });
});
