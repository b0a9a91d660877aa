import { describe, expect, it } from 'vitest';
import { matchExpression } from './search-expression';
import { emptyVocabulary, withWords, wordsBeginning, wordsNear } from './vocabulary';

const vocabulary = withWords(withWords(emptyVocabulary, ['writing', 'frames', 'frame', 'sentence']), [
  'framework',
  'flame',
  'eleve',
]);

describe('a vocabulary', () => {
  it('gives the words that begin like one, itself first', () => {
    expect(wordsBeginning(vocabulary, 'frame', 3)).toEqual(['frame', 'frames', 'framework']);
    expect(wordsBeginning(vocabulary, 'frame', 2)).toBeNull();
    expect(wordsBeginning(vocabulary, 'quiz', 2)).toEqual([]);
  });

  it('gives the words near one', () => {
    expect(wordsNear(vocabulary, 'sentnce')).toEqual(['sentence']);
    expect(wordsNear(vocabulary, 'frane')).toEqual(['frame', 'frames', 'framework']);
    expect(wordsNear(vocabulary, 'fra')).toEqual([]);
  });

  it('looks through 40,000 words in a few milliseconds', () => {
    const letters = 'etaoinshrdlu';
    const words = Array.from({ length: 40_000 }, (_, at) =>
      Array.from(
        { length: 4 + (at % 8) },
        (__, place) => letters[(at * (place + 3) + (at >> place)) % 12],
      ).join(''),
    );
    const large = withWords(emptyVocabulary, [...new Set(words)]);
    const begun = performance.now();
    for (let turn = 0; turn < 10; turn += 1) wordsNear(large, `hundredth${turn}`);
    expect((performance.now() - begun) / 10).toBeLessThan(50);
  });
});

describe('the expression', () => {
  it('asks for every word, in quotes, by short beginnings or by the words they stand for', () => {
    expect(matchExpression(vocabulary, ['fr', 'sent'], false)).toBe('("fr" *) AND ("sentence")');
    expect(matchExpression(vocabulary, ['frame'], true)).toBe(
      '("frame" OR "frames" OR "framework" OR "flame")',
    );
  });

  it('is none where a word stands for nothing, or no word is asked', () => {
    expect(matchExpression(vocabulary, ['frame', 'quizzes'], true)).toBeNull();
    expect(matchExpression(vocabulary, [], true)).toBeNull();
  });
});
