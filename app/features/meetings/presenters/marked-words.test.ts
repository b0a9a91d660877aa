import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markedParts } from './marked-words';

it('marks every place of what is asked about, the longer first', () => {
  expect(markedParts('Jamal W. and Jamal', ['Jamal', 'Jamal W.', ''])).toEqual([
    { text: 'Jamal W.', isMarked: true },
    { text: ' and ', isMarked: false },
    { text: 'Jamal', isMarked: true },
  ]);
  expect(markedParts('nobody', ['Jamal'])).toEqual([{ text: 'nobody', isMarked: false }]);
  expect(markedParts('', ['Jamal'])).toEqual([]);
});

it('loses no letter', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string({ maxLength: 3 })), (text, excerpts) => {
      const parts = markedParts(text, excerpts);
      expect(parts.map((part) => part.text).join('')).toBe(text);
      for (const { text: words, isMarked } of parts) if (isMarked) expect(excerpts).toContain(words);
    }),
  );
});
