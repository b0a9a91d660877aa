/** Where a page of the feed ends: its last post, and whether its search forgave typos. */
export type FeedCursor = { sharedAt: number; id: string; forgives: boolean };

const shape = /^(~?)([0-9a-z]{1,11})\.([0-9A-Za-z-]{1,64})$/;

export function writeCursor({ sharedAt, id, forgives }: FeedCursor): string {
  return `${forgives ? '~' : ''}${sharedAt.toString(36)}.${id}`;
}

/** Null for what is not a cursor of ours: the feed then begins at its beginning. */
export function readCursor(text: string | null): FeedCursor | null {
  const match = shape.exec(text ?? '');
  if (!match) return null;
  const sharedAt = Number.parseInt(match[2] ?? '', 36);
  if (!Number.isSafeInteger(sharedAt) || sharedAt > 8.64e15) return null;
  return { sharedAt, id: match[3] ?? '', forgives: match[1] === '~' };
}
