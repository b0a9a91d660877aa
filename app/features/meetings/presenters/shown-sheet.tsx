import { memo, Suspense } from 'react';
import { lateView } from '~/ui/late-view';
import type { Shown } from './shown';
import { notAgreed, postGone } from './storyboard-words';

/** Most of a meeting shows neither: each comes with the item that does. */
const storyboard = lateView(() =>
  import('./foldable-storyboard').then(({ FoldableStoryboard }) => FoldableStoryboard),
);
const post = lateView(() => import('./shown-post').then(({ ShownPostView }) => ShownPostView));

/** Awaited on the server before a page with a `ShownSheet` is drawn. */
export const sheetsArrive = () => Promise.all([storyboard.arrive(), post.arrive()]);

function sheetOf(shown: Exclude<Shown, { kind: 'nothing' }>) {
  if (shown.kind === 'storyboard') return <storyboard.View storyboard={shown.storyboard} />;
  if (shown.kind === 'post') return shown.post ? <post.View post={shown.post} /> : <p>{postGone}</p>;
  return (
    <>
      <p className="text-lg" dir="auto">
        {shown.teamName} <span className="text-soft">· {shown.schoolName}</span>
      </p>
      {shown.hasNotAgreed ? <p className="mt-1 text-soft">{notAgreed}</p> : null}
    </>
  );
}

/** What the room sees of an item's subject, on a phone. Nothing where there is none. */
export const ShownSheet = memo(function ShownSheet({ shown }: { shown: Shown }) {
  if (shown.kind === 'nothing') return null;
  return (
    <Suspense fallback={<p className="text-soft">What is shown is coming…</p>}>{sheetOf(shown)}</Suspense>
  );
});
