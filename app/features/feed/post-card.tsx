import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { decisionWords } from '~/features/cycles/cycle-words';
import type { PostCard, StorySection } from './post';
import { contextWords, PostEvidence, PostKindBadge, PostPredictions, PostSections } from './post-parts';
import { storyLabels } from './posts/story-sections';

/** In a list the steps to try it stay on the post's own page. */
const briefly = (sections: StorySection[]) => sections.filter(({ label }) => label !== storyLabels.steps);

const toldAtOnce: string[] = [storyLabels.happened, storyLabels.wanted];

/** In a list: what happened, or what is asked, at once; what led there and what follows from it are a press away on a phone. */
function ListedStory({ title, sections }: { title: string; sections: StorySection[] }) {
  const told = briefly(sections);
  const first = told.filter(({ label }) => toldAtOnce.includes(label));
  const rest = told.filter((section) => !first.includes(section));
  if (first.length === 0 || rest.length === 0) return <PostSections sections={told} />;
  return (
    <>
      <PostSections sections={first} />
      <details suppressHydrationWarning className="fold-on-phones">
        <summary className="inline-flex min-h-6 items-center text-sm text-soft underline underline-offset-3">
          The whole story<span className="sr-only">: {title}</span>
        </summary>
        <div className="mt-3 sm:mt-0">
          <PostSections sections={rest} />
        </div>
      </details>
    </>
  );
}

type Props = {
  post: PostCard;
  /** The card of a list links to the post; the post's own page and its preview do not. */
  isLinked?: boolean;
  /** The title is the page's own on the page of the post. */
  heading?: 'h1' | 'h2';
  /** Something small beside the signature, such as `New`. */
  mark?: ReactNode;
  /** What stands beneath the story: reactions, links. */
  children?: ReactNode;
};

/** A post, the same in the feed, on its own page and in the preview before it is shared. */
export function PostCardView({ post, isLinked = false, heading: Heading = 'h2', mark, children }: Props) {
  const context = contextWords(post.context);
  const titleId = `post-${post.id}`;
  return (
    <article
      aria-labelledby={titleId}
      className="rounded-card border border-line bg-surface p-5 shadow-[0_1px_2px_rgb(0_0_0/0.05)] sm:p-6 print:break-inside-avoid print:border-0 print:p-0 print:shadow-none"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <span className="inline-flex flex-wrap items-center gap-2">
          <PostKindBadge kind={post.kind} />
          {mark}
        </span>
        <p className="text-sm text-soft" dir="auto">
          {post.signedAs} · {post.sharedOn}
          {post.changedOn === null ? '' : ` · changed ${post.changedOn}`}
        </p>
      </div>
      <Heading
        id={titleId}
        className={clsx('mt-3 wrap-anywhere', Heading === 'h1' ? 'text-[26px]' : 'text-[20px]')}
        dir="auto"
      >
        {isLinked ? (
          <Link to={`/posts/${post.id}`} className="no-underline hover:underline">
            {post.title}
          </Link>
        ) : (
          post.title
        )}
      </Heading>
      {context === '' && post.decision === null ? null : (
        <p className="mt-1 text-sm text-soft">
          {context}
          {post.decision === null ? null : (
            <>
              {context === '' ? '' : ' · '}
              <span className="font-semibold">{decisionWords[post.decision].past}</span>
            </>
          )}
        </p>
      )}
      <div className="mt-4 space-y-4">
        {isLinked ? (
          <ListedStory title={post.title} sections={post.sections} />
        ) : (
          <PostSections sections={post.sections} />
        )}
        <PostPredictions predictions={post.predictions} />
        <PostEvidence post={post} />
        {post.idea === null ? null : (
          <p className="text-sm text-soft">
            Change idea: <Link to={`/ideas/${post.idea.id}`}>{post.idea.name}</Link>
          </p>
        )}
      </div>
      {children}
    </article>
  );
}
