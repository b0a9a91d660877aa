import type { MarkdownBlock, MarkdownInline } from '~/lib/plain-markdown';
import { escapeHtml, htmlMail, link, quote } from './mail-layout';

export type MinutesWords = {
  subject: string;
  greeting: string;
  lead: string;
  blocks: MarkdownBlock[];
  /** What stays in Boldline; empty where all of it is in the mail. */
  left: string;
  open: { text: string; url: string };
  why: string;
};

function inlineText(inlines: readonly MarkdownInline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text') return inline.text;
      if (inline.kind === 'break') return '\n';
      const text = inlineText(inline.children);
      return inline.kind === 'link' && text !== inline.href ? `${text} (${inline.href})` : text;
    })
    .join('');
}

/** What a block says as plain text, for mails and for looking at it. */
export function blockText(block: MarkdownBlock): string {
  if (block.kind === 'paragraph') return inlineText(block.children);
  if (block.kind === 'quote') return block.blocks.map((one) => `> ${blockText(one)}`).join('\n');
  const { start } = block;
  return block.items
    .map((item, index) => `${start === null ? '-' : `${start + index}.`} ${inlineText(item)}`)
    .join('\n');
}

/** Without the paragraphs and items that `stays` keeps back; and whether there were some. */
export function withoutBlocks(
  blocks: readonly MarkdownBlock[],
  stays: (text: string) => boolean,
): { blocks: MarkdownBlock[]; isWhole: boolean } {
  let isWhole = true;
  const keep = (text: string) => {
    const kept = !stays(text);
    isWhole &&= kept;
    return kept;
  };
  const walk = (some: readonly MarkdownBlock[]): MarkdownBlock[] =>
    some.flatMap((block): MarkdownBlock[] => {
      if (block.kind === 'paragraph') return keep(blockText(block)) ? [block] : [];
      if (block.kind === 'quote') {
        const inside = walk(block.blocks);
        return inside.length > 0 ? [{ ...block, blocks: inside }] : [];
      }
      const items = block.items.filter((item) => keep(inlineText(item)));
      return items.length > 0 ? [{ ...block, items }] : [];
    });
  return { blocks: walk(blocks), isWhole };
}

export function minutesAsText(words: MinutesWords): string {
  const { greeting, lead, blocks, left, open, why } = words;
  const paragraphs = [greeting, lead, ...blocks.map(blockText), left, `${open.text}:\n${open.url}`, '—', why];
  return `${paragraphs.filter((one) => one !== '').join('\n\n')}\n`;
}

function inlineHtml(inlines: readonly MarkdownInline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text') return escapeHtml(inline.text);
      if (inline.kind === 'break') return '<br>';
      const inside = inlineHtml(inline.children);
      if (inline.kind === 'link') {
        const place = inline.place === null ? '' : ` (${escapeHtml(inline.place)})`;
        return `<a href="${escapeHtml(inline.href)}">${inside}</a>${place}`;
      }
      return inline.kind === 'strong' ? `<strong>${inside}</strong>` : `<em>${inside}</em>`;
    })
    .join('');
}

function blockHtml(block: MarkdownBlock): string {
  if (block.kind === 'paragraph')
    return `<p dir="auto" style="margin:0 0 14px">${inlineHtml(block.children)}</p>`;
  if (block.kind === 'quote')
    return `<div dir="auto" style="${quote};margin-bottom:14px">${block.blocks.map(blockHtml).join('\n')}</div>`;
  const items = block.items.map((item) => `<li dir="auto" style="margin:0 0 4px">${inlineHtml(item)}</li>`);
  const style = 'margin:0 0 14px;padding:0 0 0 22px';
  return block.start === null
    ? `<ul style="${style}">\n${items.join('\n')}\n</ul>`
    : `<ol start="${block.start}" style="${style}">\n${items.join('\n')}\n</ol>`;
}

export function minutesAsHtml(words: MinutesWords): string {
  const { subject, greeting, lead, blocks, left, open, why } = words;
  const body = `<p style="margin:0 0 8px">${escapeHtml(greeting)}</p>
<p style="margin:0 0 24px">${escapeHtml(lead)}</p>
${blocks.map(blockHtml).join('\n')}
${left === '' ? '' : `<p style="margin:0 0 14px">${escapeHtml(left)}</p>\n`}<p style="margin:0 0 24px">${link(open.url, open.text)}</p>
`;
  return htmlMail({ subject, footer: [`<span class="soft">${escapeHtml(why)}</span>`] }, body);
}
