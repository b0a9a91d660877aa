import type { List, Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { boundNesting, deepest, isBounded, plainParagraphs } from './markdown-bounds';
import { hidesPlace, safeLink } from './safe-link';

export type MarkdownInline =
  | { kind: 'text'; text: string }
  | { kind: 'break' }
  | { kind: 'strong' | 'emphasis'; children: MarkdownInline[] }
  /** `place`: the host or e-mail address to show beside the text; null where the text says it already. */
  | { kind: 'link'; href: string; place: string | null; children: MarkdownInline[] };
export type MarkdownBlock =
  /** `isHeading`: it was typed as one, and may be shown as one; its words are strong anyway. */
  | { kind: 'paragraph'; isHeading?: true; children: MarkdownInline[] }
  /** `start`: the first number of a numbered list; null for bullets. */
  | { kind: 'list'; start: number | null; items: MarkdownInline[][] }
  | { kind: 'quote'; blocks: MarkdownBlock[] };

/** Indented text is not code here, and no address may stand far from its link. */
const leftOut = { disable: { null: ['codeIndented', 'definition'] } };

/**
 * A small safe part of markdown as plain data: paragraphs, lists of one level, quotes, strong, emphasis, breaks (every
 * new line is one) and links to http, https and mailto. Everything else becomes its text: a heading a strong paragraph,
 * code and html what was typed, an image its description. Text that is too long or too dense in marks to be read fast
 * (see markdown-bounds) is plain paragraphs. Never throws.
 */
export function parseMarkdown(source: string): MarkdownBlock[] {
  if (!isBounded(source)) {
    return plainParagraphs(source).map((text) => ({ kind: 'paragraph', children: lines(text) }));
  }
  const bounded = boundNesting(source);
  return blocksOf(fromMarkdown(bounded, { extensions: [leftOut] }).children, bounded, 0);
}

/** The text without marks, for search, excerpts and e-mail: blocks apart by an empty line, items by a line. */
export function plainText(source: string): string {
  return parseMarkdown(source).map(blockText).join('\n\n');
}

function blockText(block: MarkdownBlock): string {
  if (block.kind === 'paragraph') return inlineText(block.children);
  if (block.kind === 'list') return block.items.map(inlineText).join('\n');
  return block.blocks.map(blockText).join('\n\n');
}

function inlineText(children: MarkdownInline[]): string {
  return children.map((child) => (child.kind === 'text' ? child.text : childText(child))).join('');
}

function childText(child: Exclude<MarkdownInline, { kind: 'text' }>): string {
  return child.kind === 'break' ? '\n' : inlineText(child.children);
}

function blocksOf(nodes: RootContent[], source: string, depth: number): MarkdownBlock[] {
  return nodes.flatMap((node) => blockOf(node, source, depth));
}

function blockOf(node: RootContent, source: string, depth: number): MarkdownBlock[] {
  if (node.type === 'list') return listOf(node, source);
  if (node.type === 'blockquote') {
    const blocks = blocksOf(node.children, source, depth + 1);
    if (blocks.length === 0) return [];
    return depth < deepest ? [{ kind: 'quote', blocks }] : blocks;
  }
  const children = lineOf(node, source);
  if (children.length === 0) return [];
  return node.type === 'heading'
    ? [{ kind: 'paragraph', isHeading: true, children: [{ kind: 'strong', children }] }]
    : [{ kind: 'paragraph', children }];
}

function listOf(node: List, source: string): MarkdownBlock[] {
  const items = itemsOf(node, source);
  if (items.length === 0) return [];
  return [{ kind: 'list', start: node.ordered ? (node.start ?? 1) : null, items }];
}

/** A list inside an item gives items of the same level, after their own. */
function itemsOf(list: List, source: string): MarkdownInline[][] {
  return list.children.flatMap((item) => {
    const own = item.children
      .filter((child) => child.type !== 'list')
      .map((child) => lineOf(child, source))
      .filter((line) => line.length > 0);
    const inner = item.children.flatMap((child) => (child.type === 'list' ? itemsOf(child, source) : []));
    return own.length > 0 ? [joined(own), ...inner] : inner;
  });
}

function joined(parts: MarkdownInline[][]): MarkdownInline[] {
  return parts.flatMap((part, index): MarkdownInline[] =>
    index === 0 ? part : [{ kind: 'break' }, ...part],
  );
}

/** What a block says as one run of text. */
function lineOf(node: RootContent, source: string): MarkdownInline[] {
  if (node.type === 'paragraph' || node.type === 'heading') return inlinesOf(node.children, 0);
  if (node.type === 'list') return joined(itemsOf(node, source));
  if (node.type === 'blockquote') {
    return joined(node.children.map((child) => lineOf(child, source)).filter((line) => line.length > 0));
  }
  if (node.type === 'code' || node.type === 'html') return lines(node.value);
  return lines(source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0));
}

function inlinesOf(nodes: PhrasingContent[], depth: number): MarkdownInline[] {
  return merged(nodes.flatMap((node) => inlineOf(node, depth)));
}

function inlineOf(node: PhrasingContent, depth: number): MarkdownInline[] {
  if (node.type === 'break') return [{ kind: 'break' }];
  if (node.type === 'strong' || node.type === 'emphasis') {
    if (depth >= deepest) return lines(textOf(node));
    const children = inlinesOf(node.children, depth + 1);
    return children.length > 0 ? [{ kind: node.type, children }] : [];
  }
  if (node.type === 'link') return linkOf(node.url, inlinesOf(node.children, depth));
  return lines(textOf(node));
}

function linkOf(address: string, children: MarkdownInline[]): MarkdownInline[] {
  const link = safeLink(address);
  if (!link) return children;
  const text = inlineText(children);
  if (text.trim() === '') {
    return [{ kind: 'link', href: link.href, place: null, children: [{ kind: 'text', text: address }] }];
  }
  return [{ kind: 'link', href: link.href, place: hidesPlace(text, link) ? link.place : null, children }];
}

function textOf(node: Nodes): string {
  if (node.type === 'image') return node.alt ?? '';
  if (node.type === 'break') return '\n';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function lines(text: string): MarkdownInline[] {
  return joined(text.split(/\r\n|\r|\n/).map((line) => (line === '' ? [] : [{ kind: 'text', text: line }])));
}

function merged(children: MarkdownInline[]): MarkdownInline[] {
  const result: MarkdownInline[] = [];
  for (const child of children) {
    const last = result.at(-1);
    if (child.kind === 'text' && last?.kind === 'text') {
      result[result.length - 1] = { kind: 'text', text: last.text + child.text };
    } else result.push(child);
  }
  return result;
}
