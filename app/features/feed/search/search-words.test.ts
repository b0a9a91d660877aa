import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctWords, foldWord, wordsAsked, wordsIn } from './search-words';

describe('the words of a text', () => {
  it('fold capitals, accents and apostrophes', () => {
    expect(['Élève', 'DON’T', 'naïve', 'Ångström', 'ﬁt', 'مُعَلِّم', 'हिन्दी'].map(foldWord)).toEqual([
      ...['eleve', 'dont', 'naive', 'angstrom', 'fit', 'معلم', 'हिन्दी'],
    ]);
  });

  it('keep their places', () => {
    const text = 'Don’t “co-teach” élèves 🎉 4b';
    expect([...wordsIn(text)].map(({ from, to, folded }) => [text.slice(from, to), folded])).toEqual([
      ['Don’t', 'dont'],
      ['co', 'co'],
      ['teach', 'teach'],
      ['élèves', 'eleves'],
      ['4b', '4b'],
    ]);
  });

  it('asked for are at most ten, from the first three hundred characters, each once', () => {
    expect(wordsAsked('a b c d e f g h i j k l')).toHaveLength(10);
    expect(wordsAsked('x'.repeat(10_000))).toEqual(['x'.repeat(48)]);
    expect(wordsAsked('frame Frame FRAME')).toEqual(['frame']);
    expect(wordsAsked('"*^~() 🎉 — !')).toEqual([]);
  });

  it('never hold a sign that an index reads as an operator', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        for (const word of distinctWords([text])) expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
        for (const word of wordsIn(text)) expect(foldWord(text.slice(word.from, word.to))).toBe(word.folded);
      }),
    );
  });
});
