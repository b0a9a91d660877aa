import type { PostCard } from '~/features/feed/post';
import type { ShownStoryboard } from './presentation';

/** A storyboard that a team agreed to show, with all that is drawn and said of its released chart. */
export type StoryboardView = Omit<ShownStoryboard, 'chart'> & { chart: PostCard['chart'] };

/** A shared post as everybody it is shared with sees it; nothing in it depends on who looks. */
export type ShownPost = Pick<
  PostCard,
  | 'kind'
  | 'title'
  | 'signedAs'
  | 'sharedOn'
  | 'sections'
  | 'predictions'
  | 'chart'
  | 'shape'
  | 'hiddenWhy'
  | 'decision'
  | 'context'
>;

/** What the room sees of an item's subject, the same for all: projector, phones and packet. */
export type Shown =
  | { kind: 'nothing' }
  /** The team has not agreed to show its cycle, or presents without one: its name, and nothing of its cycles. */
  | { kind: 'team'; teamName: string; schoolName: string; hasNotAgreed: boolean }
  | { kind: 'storyboard'; teamName: string; schoolName: string; storyboard: StoryboardView }
  /** Null where the post was withdrawn or hidden, or is not shared with everybody in the room. */
  | { kind: 'post'; post: ShownPost | null };

/** By the id of the agenda's item. */
export type ShownItems = Record<string, Shown>;

export const nothingShown: Shown = { kind: 'nothing' };

/** The chart of what is shown, whatever it belongs to. */
export function chartOfShown(shown: Shown): PostCard['chart'] {
  if (shown.kind === 'storyboard') return shown.storyboard.chart;
  return shown.kind === 'post' ? (shown.post?.chart ?? null) : null;
}
