import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { parseMarkdown } from '~/lib/plain-markdown';
import { MarkdownText } from './markdown-text';

const shown = (source: string) => renderToStaticMarkup(<MarkdownText blocks={parseMarkdown(source)} />);

it('shows where a link leads when its text does not', () => {
  expect(shown('See [our page](https://example.org/a).')).toContain(
    '<a href="https://example.org/a" rel="nofollow noopener noreferrer" class="underline">our page</a><span class="text-soft"> (<bdi>example.org</bdi>)</span>.',
  );
  expect(shown('<https://example.org/>')).not.toContain('<bdi>');
});

it('lets each block find its own direction', () => {
  expect(shown('مرحبا\n\n- a\n\n> ב')).toMatch(
    /<p dir="auto">مرحبا<\/p><ul dir="auto"[^>]*><li dir="auto">a<\/li><\/ul><blockquote dir="auto"[^>]*><p dir="auto">ב<\/p>/,
  );
});

it('shows html as text', () => {
  const html = shown('<script>alert(1)</script>\n\n[x](javascript:alert(1)) <img src=x onerror=y>');
  expect(html).not.toMatch(/<(?:script|img|a)\b/);
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
});
