import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf, marked } from './highlight';
import type { Piece } from './highlight';

const shown = (pieces: Piece[]) => pieces.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('');
const asTyped = (...words: string[]) => ({ words, forgives: false });

describe('marked', () => {
  it('marks words by their beginning, whatever their accents', () => {
    expect(shown(marked('Frames for élèves, framed', asTyped('frame', 'eleve')))).toBe(
      '[Frames] for [élèves], [framed]',
    );
  });

  it('marks near words only when typos are forgiven', () => {
    expect(shown(marked('Sentence frames', asTyped('sentnce')))).toBe('Sentence frames');
    expect(shown(marked('Sentence frames', { words: ['sentnce'], forgives: true }))).toBe(
      '[Sentence] frames',
    );
  });

  it('loses no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ minLength: 1, maxLength: 3 }), (text, word) => {
        const pieces = marked(text, { words: [word], forgives: true });
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      }),
    );
  });
});

describe('an excerpt', () => {
  const long = `${'We began with the whole class. '.repeat(20)}The frames helped. ${'And so on. '.repeat(40)}`;

  it('stands around the first hit of any text', () => {
    const text = shown(excerptOf(['Nothing here.', long], asTyped('frame')));
    expect(text).toContain('The [frames] helped.');
    expect(text.startsWith('… ')).toBe(true);
    expect(text.endsWith(' …')).toBe(true);
    expect(text.length).toBeLessThan(260);
  });

  it('is the beginning of the first text without a hit, and nothing of nothing', () => {
    expect(shown(excerptOf(['', 'Frames.'], asTyped('quiz')))).toBe('Frames.');
    expect(excerptOf(['', ' '], asTyped('quiz'))).toEqual([]);
  });

  it('cuts no character in two', () => {
    for (let length = 200; length < 260; length += 1) {
      const text = shown(excerptOf([`${'x'.repeat(length)}${'🎉'.repeat(100)}`], asTyped('quiz')));
      expect(encodeURIComponent(text)).toContain('x');
    }
  });
});
