import type { PostCard } from '../post';
import type { FoundIdea, SearchHit } from '../search/search-hit';
import type { FeedFilter, FilterOptions } from './feed-filter';

export type FeedEntry = { post: PostCard; isNew: boolean };

/** A page of the feed; `older` is the cursor of the next, null on the last. */
export type FeedPage =
  | { kind: 'posts'; entries: FeedEntry[]; older: string | null }
  /** `isNear`: no post holds the words as they were typed, and these hold words like them. */
  | { kind: 'hits'; hits: SearchHit[]; isNear: boolean; older: string | null };

/** What came since the reader read the feed last: `Nov 20`, and the instant as UTC milliseconds. */
export type Unread = { count: number; isMore: boolean; sinceDay: string; since: number };

export type MovingIdea = { id: string; name: string; posts: number; isMore: boolean };

export type FeedView = {
  filter: FeedFilter;
  options: FilterOptions;
  query: string;
  /** The cursor this page begins after; null on the first. */
  before: string | null;
  pinned: FeedEntry[];
  page: FeedPage;
  /** Change ideas with the words looked for. */
  foundIdeas: FoundIdea[];
  /** Null where nothing is new, and on pages that do not say so. */
  unread: Unread | null;
  /** Until when New is reckoned on the pages after this one; null where nothing is new. */
  since: number | null;
  /** When this page was made: what the reader has read once they have seen it. Null where seeing it is not reading the feed. */
  readsThrough: number | null;
  moving: MovingIdea[];
};
