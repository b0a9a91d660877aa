import { Badge } from '~/ui/card';
import { PostFooter } from '../conversation/post-footer';
import { PostCardView } from '../post-card';
import { SearchHitView } from '../search/search-hits';
import type { FeedEntry, FeedPage } from './feed-view';

function EntryMarks({ isNew, isPinned }: { isNew: boolean; isPinned: boolean }) {
  return (
    <>
      {isNew ? <Badge tone="accent">New</Badge> : null}
      {isPinned ? <span className="text-sm text-soft">Pinned by a facilitator</span> : null}
    </>
  );
}

/** Posts in the order they are read. */
export function FeedEntries({ entries, isPinned = false }: { entries: FeedEntry[]; isPinned?: boolean }) {
  return (
    <div className="space-y-6">
      {entries.map(({ post, isNew }) => (
        <PostCardView key={post.id} post={post} isLinked mark={<EntryMarks {...{ isNew, isPinned }} />}>
          <PostFooter post={post} />
        </PostCardView>
      ))}
    </div>
  );
}

/** A page of posts, or of what a search found. */
export function FeedPageView({ page }: { page: FeedPage }) {
  if (page.kind === 'posts') return <FeedEntries entries={page.entries} />;
  return (
    <div className="space-y-4">
      {page.hits.map((hit) => (
        <SearchHitView key={hit.id} hit={hit} />
      ))}
    </div>
  );
}
