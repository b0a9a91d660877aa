import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mentionedIds, withMentionsStrong, withoutMentions } from './mentions';

const people = [
  { id: 'lena', name: 'Lena Brandt' },
  { id: 'lena-maria', name: 'Lena Brandt Ortiz' },
  { id: 'jose', name: 'José Núñez' },
  { id: 'twin-1', name: 'Sam Twin' },
  { id: 'twin-2', name: 'sam twin' },
  { id: 'noor', name: 'نور الدين' },
];

describe('who is mentioned', () => {
  it.each([
    ['@Lena Brandt, thanks', ['lena']],
    ['thanks @lena brandt!', ['lena']],
    ['(@LENA BRANDT)', ['lena']],
    ['@Lena Brandt Ortiz and @Lena Brandt', ['lena-maria', 'lena']],
    ['@Lena Brandt @Lena Brandt', ['lena']],
    ['@Lena', []],
    ['@Lena Brandts', []],
    ['mail me@Lena Brandt', []],
    ['https://example.org/@Lena Brandt', []],
    ['@JOSÉ NÚÑEZ', ['jose']],
    ['@José Núñez'.normalize('NFD'), ['jose']],
    ['@Sam Twin', []],
    ['🎉@نور الدين', ['noor']],
    ['no name at all', []],
  ])('%s', (body, ids) => expect(mentionedIds(body, people)).toEqual(ids));

  it('is quick with many marks and many people', () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({ id: String(index), name: `Person ${index}` }));
    const begun = performance.now();
    mentionedIds('@Person 17 '.repeat(360), many);
    expect(performance.now() - begun).toBeLessThan(500);
  });
});

describe('mentions are strong', () => {
  it('as they were typed', () => {
    expect(withMentionsStrong('Thanks @lena brandt, and @Nobody', ['Lena Brandt'])).toBe(
      'Thanks **@lena brandt**, and @Nobody',
    );
    expect(withMentionsStrong('@A *b*', ['A *b*'])).toBe('**@A \\*b\\***');
  });

  it('nothing else of the text changes', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.constantFrom('Lena Brandt', 'A')), (text, names) => {
        const marked = withMentionsStrong(text, names).replaceAll('**', '');
        expect(marked).toBe((names.length === 0 ? text : text.normalize('NFC')).replaceAll('**', ''));
      }),
    );
  });
});

describe('the text without its mentions', () => {
  it('keeps everything but the names', () => {
    const people = [{ id: 'm', name: 'Maya Okafor' }];
    expect(withoutMentions('Thanks @maya okafor, and Jaylen', people)).toBe('Thanks @, and Jaylen');
    expect(withoutMentions('No one here', people)).toBe('No one here');
  });
});
