import { clsx } from 'clsx';
import {
  contextWords,
  PostEvidence,
  PostKindBadge,
  PostPredictions,
  PostSections,
} from '~/features/feed/post-card';
import type { Shown, ShownPost, StoryboardView } from './shown';
import { StoryboardSheet } from './storyboard-sheet';
import { StoryboardSlide } from './storyboard-slide';
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

/** From so many letters on a phone shows a storyboard folded: what can be said and promised comes after it. */
const mostUnfolded = 4000;

function Sheet({ storyboard }: { storyboard: StoryboardView }) {
  const sheet = <StoryboardSheet storyboard={storyboard} />;
  if (JSON.stringify(storyboard.questions).length + wordsOf(storyboard) <= mostUnfolded) return sheet;
  return (
    <details suppressHydrationWarning className="space-y-3">
      <summary className="min-h-11 cursor-pointer rounded-card border border-line bg-surface px-5 py-3 font-semibold">
        The whole storyboard of {storyboard.signedAs}
      </summary>
      <div className="mt-3">{sheet}</div>
    </details>
  );
}

const wordsOf = ({ changeIdea, objective, carriedOut, learned, decision }: StoryboardView): number =>
  [changeIdea, objective, carriedOut, learned, decision?.why ?? ''].join('').length;

const gone = 'This post is no longer shared.';

/** What the room sees of an item's subject: `slide` for the projector, `sheet` for a phone. Nothing where there is none. */
export function ShownView({ shown, look }: { shown: Shown; look: 'slide' | 'sheet' }) {
  if (shown.kind === 'nothing') return null;
  if (shown.kind === 'storyboard')
    return look === 'slide' ? (
      <StoryboardSlide storyboard={shown.storyboard} />
    ) : (
      <Sheet storyboard={shown.storyboard} />
    );
  if (shown.kind === 'post') return shown.post ? <ShownPostView post={shown.post} /> : <p>{gone}</p>;
  return (
    <p className={look === 'slide' ? 'text-[32px] leading-tight' : 'text-lg'} dir="auto">
      {shown.teamName} <span className="text-soft">· {shown.schoolName}</span>
    </p>
  );
}
