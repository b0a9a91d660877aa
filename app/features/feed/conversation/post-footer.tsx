import { clsx } from 'clsx';
import { Link, useFetcher, useLocation } from 'react-router';
import { reactionKinds } from '#db/vocabulary';
import { counted } from '~/lib/number-format';
import { ButtonLink } from '~/ui/button';
import type { PostCard } from '../post';
import { reactionWords } from '../post-words';

export type ReactionAnswer = { isGone: boolean };

/** What a reader may do with a post, and what others did: no counts of reactions, no ranking. */
export function PostFooter({ post }: { post: PostCard }) {
  return (
    <div className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-2 border-t border-line pt-4 print:hidden">
      {post.mayTry ? <ButtonLink to={`/posts/${post.id}/try`}>Try this with my students</ButtonLink> : null}
      {post.isOwn ? null : <Reactions post={post} />}
      <Link
        to={`/posts/${post.id}#comments`}
        className="ml-auto inline-flex min-h-6 items-center text-sm text-soft"
      >
        {post.comments === 0 ? 'Comment' : counted(post.comments, 'comment')}
        {post.triedBy > 0 ? ` · tried by ${counted(post.triedBy, 'team')}` : ''}
      </Link>
    </div>
  );
}

/** Three buttons that each say what is wanted, so that a second press of a slow one changes nothing. */
function Reactions({ post }: { post: Pick<PostCard, 'id' | 'kind' | 'title' | 'mine'> }) {
  const fetcher = useFetcher<ReactionAnswer>();
  const { pathname, search } = useLocation();
  // Nothing is tried of a question.
  const kinds = reactionKinds.filter((kind) => kind !== 'will_try' || post.kind !== 'puzzle');
  const back = new URLSearchParams({ back: pathname + search }).toString();
  const isPressed = (kind: (typeof reactionKinds)[number]) => {
    if (fetcher.formData?.get('on') === kind) return true;
    if (fetcher.formData?.get('off') === kind) return false;
    return post.mine.includes(kind);
  };
  return (
    <fetcher.Form method="post" action={`/posts/${post.id}/reactions?${back}`}>
      <div
        role="group"
        aria-label={`Your reaction to ${post.title}`}
        className="-mx-2 flex flex-wrap items-center gap-1"
      >
        {kinds.map((kind) => (
          <button
            key={kind}
            name={isPressed(kind) ? 'off' : 'on'}
            value={kind}
            aria-pressed={isPressed(kind)}
            className={clsx(
              'inline-flex min-h-11 items-center rounded-md px-2.5 font-semibold',
              isPressed(kind) ? 'bg-accent-wash text-accent' : 'text-ink hover:bg-sunken',
            )}
          >
            {isPressed(kind) ? (
              <span aria-hidden="true" className="mr-1.5">
                ✓
              </span>
            ) : null}
            {reactionWords[kind]}
          </button>
        ))}
        <span role="status" className="text-sm text-soft">
          {fetcher.data?.isGone ? 'This post is no longer shared.' : ''}
        </span>
      </div>
    </fetcher.Form>
  );
}
