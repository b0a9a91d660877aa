import { describe, expect, it } from 'vitest';
import { mailExcerpt } from './mail-excerpt';

const known = ['Maya Okafor', 'Lena Brandt sent questions about cycle 2 of “Sentence frames”'];

describe('what a mail quotes', () => {
  it.each([
    'What did the students say when they used the frame?',
    'Thank you, Maya: your “because” can be proved wrong. Lena',
    'Your next step: Study of cycle 3. Ten minutes are enough.',
  ])('is the words as they are: %s', (text) => {
    expect(mailExcerpt(text, known)).toBe(text);
  });

  it.each([
    'Four of six students started by themselves.',
    'It was 67% last week.',
    'How did Jayden Smith do?',
    'Student 100234 was out.',
    'n = 6, is that enough?',
  ])('is nothing where the words may tell of students: %s', (text) => {
    expect(mailExcerpt(text, known)).toBe('');
  });
});
