import type { Shown } from './shown';
import { ShownPostView } from './shown-post';
import { StoryboardSlide } from './storyboard-slide';
import { postGone } from './storyboard-words';

/** What the room sees of an item's subject, on the projector. Nothing where there is none. */
export function ShownSlide({ shown }: { shown: Shown }) {
  if (shown.kind === 'nothing') return null;
  if (shown.kind === 'storyboard') return <StoryboardSlide storyboard={shown.storyboard} />;
  if (shown.kind === 'post') return shown.post ? <ShownPostView post={shown.post} /> : <p>{postGone}</p>;
  return (
    <p className="text-[32px] leading-tight" dir="auto">
      {shown.teamName} <span className="text-soft">· {shown.schoolName}</span>
    </p>
  );
}
