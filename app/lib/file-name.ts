const longest = 80;

/** A plain file name from people's words: ASCII letters, digits and hyphens, never empty, safe in a header and on any disk. */
export function fileName(words: string[], ending: string): string {
  const plain = words
    .map((word) =>
      word
        .normalize('NFKD')
        .replace(/[\u0300-\u036f]/g, '')
        .replace(/[^A-Za-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '')
        .toLowerCase(),
    )
    .filter(Boolean)
    .join('-')
    .slice(0, longest)
    .replace(/-+$/, '');
  return `${plain === '' ? 'boldline' : plain}.${ending}`;
}

/** The headers of a file that is saved, not shown, and kept by nobody on the way. */
export function downloadHeaders(name: string, type: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'private, no-store',
  };
}
