import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText } from './cut-text';

describe('a text that is too long', () => {
  it('ends between words', () => {
    expect(cutText('What did the students say, when they used it?', 30)).toBe('What did the students say…');
    expect(cutText('short', 5)).toBe('short');
    expect(cutText('aaaaaaaaaa', 5)).toBe('aaaa…');
  });

  it('keeps whole characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, most) => {
        const cut = cutText(text, most);
        expect([...cut].length).toBeLessThanOrEqual(most);
        expect(() => encodeURIComponent(cut)).not.toThrow();
      }),
    );
  });
});
