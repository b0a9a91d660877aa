import type { StoryboardView } from './shown';
import { StoryboardSheet } from './storyboard-sheet';

/** From so many letters on a phone shows a storyboard folded: what can be said and promised comes after it. */
const mostUnfolded = 4000;

const lettersOf = ({ changeIdea, objective, carriedOut, learned, decision, questions }: StoryboardView) =>
  JSON.stringify(questions).length +
  [changeIdea, objective, carriedOut, learned, decision?.why ?? ''].join('').length;

export function FoldableStoryboard({ storyboard }: { storyboard: StoryboardView }) {
  const sheet = <StoryboardSheet storyboard={storyboard} />;
  if (lettersOf(storyboard) <= mostUnfolded) return sheet;
  return (
    <details suppressHydrationWarning className="space-y-3">
      <summary className="min-h-11 cursor-pointer rounded-card border border-line bg-surface px-5 py-3 font-semibold">
        The whole storyboard of {storyboard.signedAs}
      </summary>
      <div className="mt-3">{sheet}</div>
    </details>
  );
}
