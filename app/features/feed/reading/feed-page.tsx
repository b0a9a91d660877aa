import { Link } from 'react-router';
import { ButtonLink } from '~/ui/button';
import { FoundIdeas } from '../search/search-hits';
import { ReportsLink } from '../moderation/reports-link';
import { FeedEmpty } from './feed-empty';
import { FeedFilters } from './feed-filters';
import { FeedEntries, FeedPageView } from './feed-list';
import { FeedSearch } from './feed-search';
import { feedPath } from './feed-filter';
import type { FeedView } from './feed-view';
import { MovingIdeas } from './moving-ideas';
import { OlderPosts } from './older-posts';
import { UnreadLine, useSeenFeed } from './unread-line';

type Props = {
  feed: FeedView;
  canShare: boolean;
  /** Reports that wait for a facilitator; null for everybody else. */
  reports: number | null;
};

/** The feed: what teams won, lost and wonder about, the newest first. */
export function FeedPageOf({ feed, canShare, reports }: Props) {
  const { filter, options, query, page, pinned, foundIdeas, before, since, unread, readsThrough } = feed;
  useSeenFeed(readsThrough);
  const shown = page.kind === 'posts' ? page.entries.length : page.hits.length;
  const address = feedPath(filter, { query });
  return (
    <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_300px]">
      <div className="min-w-0">
        <div className="mb-5 flex flex-wrap items-center justify-between gap-4">
          <h1>Wins and losses</h1>
          {canShare ? (
            <ButtonLink to="/posts/new" tone="primary" className="print:hidden">
              Share what you learned
            </ButtonLink>
          ) : null}
        </div>
        <FeedSearch {...{ filter, query }} />
        <FeedFilters {...{ filter, options, query }} />
        {unread !== null && readsThrough !== null ? (
          <UnreadLine unread={unread} through={readsThrough} />
        ) : null}
        {before !== null ? (
          <p className="mt-4 text-sm">
            <Link to={address}>Back to the newest</Link>
          </p>
        ) : null}
        <div className="mt-6 space-y-6">
          <FoundIdeas ideas={foundIdeas} />
          {page.kind === 'hits' && page.isNear ? (
            <p className="text-sm text-soft">No post has just these words. These have words like them.</p>
          ) : null}
          {pinned.length > 0 ? <FeedEntries entries={pinned} isPinned /> : null}
          {shown > 0 ? <FeedPageView page={page} /> : null}
          {shown + pinned.length === 0 ? (
            <FeedEmpty {...{ filter, query, canShare }} hasIdeas={foundIdeas.length > 0} />
          ) : null}
          <OlderPosts
            key={`${address} ${before ?? ''}`}
            older={page.older}
            pathOf={(cursor) => feedPath(filter, { query, before: cursor, since })}
          />
        </div>
      </div>
      <div className="space-y-4">
        <MovingIdeas ideas={feed.moving} />
        <p className="flex flex-wrap gap-x-5 text-sm">
          <Link to="/syntheses" className="inline-flex min-h-11 items-center text-soft">
            Syntheses
          </Link>
          <ReportsLink count={reports} />
        </p>
      </div>
    </div>
  );
}
