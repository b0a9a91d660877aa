import { describe, expect, it } from 'vitest';
import { askedOf, askedWords, waitingWords } from './asked-words';
import { standingWords } from './review-words';

describe('what a coach asks', () => {
  it.each([
    [{ questions: 1, ideas: 1 }, '1 question and 1 idea', '1 question and 1 idea wait for an answer'],
    [{ questions: 0, ideas: 1 }, '1 idea', '1 idea waits for an answer'],
    [{ questions: 3, ideas: 0 }, '3 questions', '3 questions wait for an answer'],
    [{ questions: 0, ideas: 0 }, '', ''],
  ])('%o', (asked, words, waiting) => {
    expect(askedWords(asked)).toBe(words);
    expect(waitingWords(asked)).toBe(waiting);
  });

  it('leaves celebrations out', () => {
    expect(askedOf([{ kind: 'ask' }, { kind: 'celebrate' }, { kind: 'suggest' }])).toEqual({
      ...{ questions: 1, ideas: 1 },
    });
  });

  it('is said in the review’s standing by kind', () => {
    const review = { stage: 'returned', coach: { id: 'l', name: 'Lena' }, requestedBy: null } as const;
    const open = { questions: 0, ideas: 1 };
    const say = (isMember: boolean) => standingWords(review, { open, isMember, personId: 'p' });
    expect(say(true)).toBe('1 idea from Lena.');
    expect(say(false)).toBe('With the team: 1 idea waits for an answer.');
  });
});
