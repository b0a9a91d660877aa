import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typedLine, typedLines } from './typed-text';

describe('a typed line', () => {
  it('has no control characters and no overridden direction', () => {
    expect(typedLine('Fall\u0000 net\u0001work\u001f day')).toBe('Fall network day');
    expect(typedLine('Room \u202e21\u202c \u2066B\u2069')).toBe('Room 21 B');
    expect(typedLine('two\r\nlines\tand a tab')).toBe('two lines and a tab');
  });

  it('keeps every script, signs of direction and emoji', () => {
    for (const text of ['Año', 'شبكة', 'a\u200fb\u200e', 'שלום', '👩‍🏫 日本', '“quoted” – so'])
      expect(typedLine(text)).toBe(text);
  });

  it('is the same when it is read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typedLine(typedLine(text))).toBe(typedLine(text));
        expect(typedLines(typedLines(text))).toBe(typedLines(text));
      }),
    );
  });
});

describe('typed lines', () => {
  it('keep their line ends', () => {
    expect(typedLines('one\r\ntwo\rthree\n\nfour\u0000')).toBe('one\ntwo\nthree\n\nfour');
  });
});
