import type { Notice } from '../notice';

/** Which part of an inbox is asked for: its whole state is in its address. */
export type InboxAddress = {
  unreadOnly: boolean;
  /** The last notice of the page before; null on the first page. */
  before: string | null;
};

/** A notice with its time of day: `12:04`. */
export type InboxItem = Notice & { at: string };

export type InboxPage = InboxAddress & {
  /** Newest first; `on` is `Today`, `Yesterday` or `Fri, Feb 6`. */
  days: { on: string; items: InboxItem[] }[];
  /** Where the next page begins; null on the last one. */
  older: string | null;
  /** The newest of all that is shown on the first page: what came later stays unread. */
  newest: string | null;
  unread: number;
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What is unknown in an address asks nothing. */
export function readInboxAddress(search: URLSearchParams): InboxAddress {
  const before = search.get('before') ?? '';
  return { unreadOnly: search.get('show') === 'unread', before: uuid.test(before) ? before : null };
}

export function inboxPath({ unreadOnly, before }: InboxAddress): string {
  const search = new URLSearchParams();
  if (unreadOnly) search.set('show', 'unread');
  if (before !== null) search.set('before', before);
  return search.size === 0 ? '/inbox' : `/inbox?${search.toString()}`;
}

const toldName = 'told';

/** A path that says which notice led there, for `toldIn`. */
export function pathWithTold(path: string, notificationId: string): string {
  const [place = '', ...anchor] = path.split('#');
  const joint = place.includes('?') ? '&' : '?';
  return [`${place}${joint}${toldName}=${notificationId}`, ...anchor].join('#');
}

/** The notice that led to an address; null where none did. */
export function toldIn(search: URLSearchParams): string | null {
  const told = search.get(toldName) ?? '';
  return uuid.test(told) ? told : null;
}

/** Unread ones are counted no further: beyond it a number tells nobody what to do. */
export const mostUnread = 100;
