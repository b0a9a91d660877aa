import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown, plainText } from './plain-markdown';
import type { MarkdownBlock, MarkdownInline } from './plain-markdown';

const text = (value: string): MarkdownInline => ({ kind: 'text', text: value });
const paragraph = (...children: MarkdownInline[]): MarkdownBlock => ({ kind: 'paragraph', children });
const hard: MarkdownInline = { kind: 'break' };

function inlinesIn(blocks: MarkdownBlock[]): MarkdownInline[] {
  const deep = (inline: MarkdownInline): MarkdownInline[] =>
    'children' in inline ? [inline, ...inline.children.flatMap(deep)] : [inline];
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return block.children.flatMap(deep);
    return block.kind === 'list' ? block.items.flat().flatMap(deep) : inlinesIn(block.blocks);
  });
}
const hrefs = (source: string) =>
  inlinesIn(parseMarkdown(source)).flatMap((inline) => (inline.kind === 'link' ? [inline.href] : []));
const depthOf = (blocks: MarkdownBlock[]): number =>
  Math.max(0, ...blocks.map((block) => (block.kind === 'quote' ? 1 + depthOf(block.blocks) : 0)));

describe('the small part of markdown', () => {
  it.each<[string, MarkdownBlock[]]>([
    ['', []],
    ['One\ntwo', [paragraph(text('One'), hard, text('two'))]],
    ['One  \ntwo\n\nthree', [paragraph(text('One'), hard, text('two')), paragraph(text('three'))]],
    [
      '**It** *held*.',
      [
        paragraph(
          { kind: 'strong', children: [text('It')] },
          text(' '),
          { kind: 'emphasis', children: [text('held')] },
          text('.'),
        ),
      ],
    ],
    [
      '# What we tried\ntext',
      [
        {
          ...{ kind: 'paragraph', isHeading: true },
          children: [{ kind: 'strong', children: [text('What we tried')] }],
        },
        paragraph(text('text')),
      ],
    ],
    ['- a\n- b', [{ kind: 'list', start: null, items: [[text('a')], [text('b')]] }]],
    ['3. a\n4. b', [{ kind: 'list', start: 3, items: [[text('a')], [text('b')]] }]],
    [
      '- a\n  - b\n\n  c\n- d',
      [{ kind: 'list', start: null, items: [[text('a'), hard, text('c')], [text('b')], [text('d')]] }],
    ],
    ['> a\n> b', [{ kind: 'quote', blocks: [paragraph(text('a'), hard, text('b'))] }]],
    ['`<b>`', [paragraph(text('<b>'))]],
    ['```js\na\nb\n```', [paragraph(text('a'), hard, text('b'))]],
    ['    indented', [paragraph(text('indented'))]],
    ['a ![our chart](https://x.org/p.png)!', [paragraph(text('a our chart!'))]],
    ['| a | b |\n| - | - |', [paragraph(text('| a | b |'), hard, text('| - | - |'))]],
    ['a\n\n***\n\nb', [paragraph(text('a')), paragraph(text('***')), paragraph(text('b'))]],
    ['AT&amp;T &lt;b&gt; &#128512;', [paragraph(text('AT&T <b> 😀'))]],
    ['[1]: https://x.org "t"', [paragraph(text('[1]: https://x.org "t"'))]],
    [
      'مرحبا **بكم** 👩🏽‍🏫',
      [paragraph(text('مرحبا '), { kind: 'strong', children: [text('بكم')] }, text(' 👩🏽‍🏫'))],
    ],
  ])('%j', (source, blocks) => {
    expect(parseMarkdown(source)).toEqual(blocks);
  });

  it('html is what was typed', () => {
    for (const source of [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      'a <b onclick="x()">b</b> <!-- c --> d',
      '<!-- open',
      '<a href="javascript:alert(1)">x</a>',
      '<![CDATA[x]]>',
      '<?php x ?>',
    ]) {
      expect(plainText(source)).toBe(source);
      expect(inlinesIn(parseMarkdown(source)).every((inline) => inline.kind === 'text')).toBe(true);
    }
  });
});

describe('links', () => {
  it.each([
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](java&#x0A;script:alert(1))',
    '[a](&#106;avascript:alert(1))',
    '[a](&#x6A&#x61vascript:alert(1))',
    '[a](<java\tscript:alert(1)>)',
    '[a](\u0001javascript:alert(1))',
    '[a](data:text/html;base64,PHNjcmlwdD4=)',
    '[a](vbscript:x)',
    '[a](file:///etc/passwd)',
    '[a](//example.org)',
    '[a](/account)',
    '[a](https://bank.example@evil.example)',
    '[a](mailto:)',
    '<javascript:alert(1)>',
    '![a](javascript:alert(1))',
    '[a][b]\n\n[b]: javascript:alert(1)',
    `[a](https://example.org/${'x'.repeat(3000)})`,
  ])('none from %j', (source) => {
    expect(hrefs(source)).toEqual([]);
    expect(plainText(source)).not.toBe('');
  });

  it.each<[string, string, string | null]>([
    ['[our page](https://example.org/a?b=1)', 'https://example.org/a?b=1', 'example.org'],
    ['[example.org](https://example.org/)', 'https://example.org/', null],
    ['[https://good.org](https://evil.example)', 'https://evil.example/', 'evil.example'],
    ['<https://example.org/a>', 'https://example.org/a', null],
    ['[Ana](mailto:ana@example.org)', 'mailto:ana@example.org', 'ana@example.org'],
    ['<ana@example.org>', 'mailto:ana@example.org', null],
    ['[](https://example.org)', 'https://example.org/', null],
    ['[pаypal.com](https://pаypal.com)', 'https://xn--pypal-4ve.com/', 'xn--pypal-4ve.com'],
    ['[a [b](https://in.example) c](https://out.example)', 'https://in.example/', 'in.example'],
    ['[![p](https://x.org/p.png)](https://example.org)', 'https://example.org/', 'example.org'],
  ])('%j', (source, href, place) => {
    expect(hrefs(source)).toEqual([href]);
    expect(inlinesIn(parseMarkdown(source)).find((inline) => inline.kind === 'link')).toMatchObject({
      place,
    });
  });
});

describe('bounds', () => {
  it('deeper than four is text', () => {
    expect(depthOf(parseMarkdown(`${'> '.repeat(9)}x`))).toBe(4);
    expect(plainText(`${'> '.repeat(6)}x`)).toBe('> > x');
    expect(plainText(`${'1. '.repeat(6)}x`)).toBe('1. 1. x');
    expect(plainText('***a **b *c **d *e*****f')).toContain('e');
    expect(JSON.stringify(parseMarkdown('*a **b '.repeat(12) + 'x' + '** *'.repeat(12))).length).toBeLessThan(
      1500,
    );
  });

  it('over 20,000 characters is plain paragraphs', () => {
    const blocks = parseMarkdown(`**a**\n\n${'word '.repeat(5000)}`);
    expect(blocks[0]).toEqual(paragraph(text('**a**')));
    expect(blocks).toHaveLength(2);
  });

  const pieces = [
    '[',
    ']',
    '*',
    '_',
    '>',
    '> ',
    '*_',
    '1. ',
    '- ',
    '><',
    '>- ',
    '\n>',
    '\n- ',
    '\n* > 1. ',
    'a\n',
  ].concat(
    [
      '**a',
      'a**b',
      '[a](',
      '![',
      '[]',
      '[[a](b)',
      '`',
      '`a``',
      '<',
      '<a ',
      '<!--',
      '&',
      '&#',
      '\\',
      '(',
      '#',
      '\n',
      ' ',
    ],
    ['\t', '~~~\n', '|a', '\0', '😀', '*a **b ', '[a](https://b.c) ', '<http://a', '\n    - ', '===\n', 'a@'],
  );
  it.each(pieces)('1,900, 19,999 and 100,000 characters of %j are read through', (piece) => {
    for (const length of [1_900, 19_999, 100_000]) {
      const source = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
      expect(depthOf(parseMarkdown(source))).toBeLessThanOrEqual(4);
    }
  });

  it('a staircase of lists', () => {
    const stairs = Array.from({ length: 190 }, (_, level) => `${' '.repeat(level)}- a`).join('\n');
    expect(depthOf(parseMarkdown(stairs))).toBe(0);
  });
});

const scraps = fc.constantFrom(
  ...[
    '[',
    ']',
    '(',
    ')',
    '*',
    '**',
    '_',
    '>',
    '- ',
    '1. ',
    '\n',
    '\n\n',
    '`',
    '```',
    '<',
    '!',
    '\\',
    '&lt;',
    '&#x6a;',
    '#',
  ],
  ...[
    'javascript:',
    'data:',
    'https://x.org',
    'mailto:a@b.c',
    '[a](',
    '<b>',
    '<!--',
    '-->',
    '😀',
    'م',
    'word',
    ' ',
    '\t',
    '\r',
  ],
);
const anySource = fc.oneof(
  fc.array(scraps, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

describe('for any text', () => {
  it('links have one of three schemes, and the whole is plain JSON no longer than what was typed', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const blocks = parseMarkdown(source);
        expect(JSON.parse(JSON.stringify(blocks))).toEqual(blocks);
        for (const href of hrefs(source)) expect(href).toMatch(/^(?:https?:\/\/|mailto:)[^\s"'<>]+/);
        const said = inlinesIn(blocks).map((inline) => (inline.kind === 'text' ? inline.text : ''));
        expect(said.join('').length).toBeLessThanOrEqual(source.length);
        expect(depthOf(blocks)).toBeLessThanOrEqual(4);
      }),
      { numRuns: 2000 },
    );
  });
});
