/** One block of a text in the small subset of markdown that shared texts may hold. */
export type MarkdownBlock = { kind: 'paragraph'; text: string };

/** The blocks of a text, as plain data. */
export function parseMarkdown(source: string): MarkdownBlock[] {
  return source
    .split(/\n{2,}/)
    .filter((text) => text.trim() !== '')
    .map((text) => ({ kind: 'paragraph', text }));
}

export function plainText(source: string): string {
  return source;
}
