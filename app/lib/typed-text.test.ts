import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typedLine, typedLines } from './typed-text';

describe('a typed line', () => {
  it('has no control characters and no overridden direction', () => {
    expect(typedLine('Fall\u0000 net\u0001work\u001f day')).toBe('Fall network day');
    expect(typedLine('Room \u202e21\u202c \u2066B\u2069')).toBe('Room 21 B');
    expect(typedLine('two\r\nlines\tand a tab')).toBe('two lines and a tab');
  });

  it.each([
    ['a soft hyphen', '\u00ad'],
    ['a word joiner', '\u2060'],
    ['an unseen operator', '\u2063'],
    ['a byte order mark', '\ufeff'],
    ['a zero-width space', '\u200b'],
    ['an override that nothing ends', '\u202e'],
    ['an isolate that nothing ends', '\u2067'],
  ])('has no %s', (_name, sign) => {
    expect(typedLine(`Jay${sign}den and ${sign}${sign}Room 21${sign}`)).toBe('Jayden and Room 21');
    expect(typedLines(`Jay${sign}den\n${sign}`)).toBe('Jayden\n');
  });

  it.each(['\u200d', '\u200c\u200c', '\ufe0f', '\u3164', '\u200e', '\u00ad\u2060'])(
    'of signs that nobody sees is empty',
    (text) => {
      expect(typedLine(text)).toBe('');
      expect(typedLine(` ${text} `).trim()).toBe('');
    },
  );

  it('keeps the joiners that scripts and emoji need', () => {
    const needing = [
      'क्\u200dष',
      'ന്\u200d',
      'می\u200cخواهم',
      'دانش\u200cآموز',
      '👨‍👩‍👧',
      '❤️',
      'ខ្ញុំ\u200bទៅ',
      '🏴󠁧󠁢󠁳󠁣󠁴󠁿',
    ];
    for (const text of needing) expect(typedLine(text)).toBe(text);
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
