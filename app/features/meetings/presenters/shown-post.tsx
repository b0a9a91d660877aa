import { clsx } from 'clsx';
import {
  contextWords,
  PostEvidence,
  PostKindBadge,
  PostPredictions,
  PostSections,
} from '~/features/feed/post-parts';
import type { ShownPost } from './shown';
import { shortenedWords } from './storyboard-words';

const lettersOf = (post: ShownPost) => JSON.stringify(post.sections).length;

/** From so many letters on, markup included, a post's words may be cut on paper. */
const mostOnPaper = 2600;

/** A shared post as it is signed, without what a reader could do with it. On paper it takes one page, its chart first. */
export function ShownPostView({ post, isPage = false }: { post: ShownPost; isPage?: boolean }) {
  const context = contextWords(post.context);
  return (
    <article
      data-storyboard
      className={clsx(
        'rounded-card border border-line bg-surface p-5 sm:p-6 print:rounded-none print:border-0 print:p-0',
        isPage && 'print:flex print:h-[250mm] print:break-inside-avoid print:flex-col print:overflow-hidden',
      )}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <PostKindBadge kind={post.kind} />
        <p className="text-sm text-soft" dir="auto">
          {post.signedAs} · {post.sharedOn}
        </p>
      </div>
      <h2 className="mt-3 text-2xl wrap-anywhere print:text-[22px]" dir="auto">
        {post.title}
      </h2>
      {context === '' ? null : <p className="mt-1 text-sm text-soft">{context}</p>}
      <div
        className={clsx(
          'mt-4 space-y-4',
          isPage &&
            'print:order-2 print:min-h-0 print:flex-1 print:overflow-hidden print:text-[12px] print:leading-[16px]',
          isPage && lettersOf(post) > mostOnPaper && 'print:[&_dd]:max-h-[27mm] print:[&_dd]:overflow-hidden',
        )}
      >
        <PostSections sections={post.sections} />
        <PostPredictions predictions={post.predictions} />
      </div>
      <div className={clsx('mt-4 space-y-4', isPage && 'print:order-1')}>
        <PostEvidence post={{ ...post, hasMovedOn: false }} />
      </div>
      {isPage && lettersOf(post) > mostOnPaper ? (
        <p className="mt-3 hidden text-[11px] text-soft print:order-3 print:block">{shortenedWords}</p>
      ) : null}
    </article>
  );
}
