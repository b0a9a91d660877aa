import { ButtonLink } from '~/ui/button';
import { EmptyState } from '~/ui/card';
import { feedPath, isUnfiltered, nothingAsked } from './feed-filter';
import type { FeedFilter } from './feed-filter';

type Props = { filter: FeedFilter; query: string; hasIdeas: boolean; canShare: boolean };

/** What stands where no post does: why, and what to do about it. */
export function FeedEmpty({ filter, query, hasIdeas, canShare }: Props) {
  if (query !== '')
    return (
      <EmptyState
        title={hasIdeas ? 'No post has these words.' : 'Nothing has these words.'}
        action={<ButtonLink to={feedPath(nothingAsked)}>All posts</ButtonLink>}
      >
        {isUnfiltered(filter)
          ? 'Try fewer words, or the beginning of one. Small typos are forgiven.'
          : 'Try fewer words, or take away a filter above. Small typos are forgiven.'}
      </EmptyState>
    );
  if (!isUnfiltered(filter))
    return (
      <EmptyState
        title="No post is like this yet."
        action={<ButtonLink to={feedPath(nothingAsked)}>Clear the filters</ButtonLink>}
      >
        Take away a filter above, or look at all posts.
      </EmptyState>
    );
  return (
    <EmptyState
      title="Nobody has shared anything yet."
      action={
        canShare ? (
          <ButtonLink to="/posts/new" tone="primary">
            Share what you learned
          </ButtonLink>
        ) : null
      }
    >
      One cycle is enough, and a loss is worth as much as a win. For example: “Peer editing left our readers
      behind. We expected partners to find missing evidence; they fixed spelling. We would give the editor one
      question.”
    </EmptyState>
  );
}
