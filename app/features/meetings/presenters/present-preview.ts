import type { TextQuestion } from '~/features/disclosure/free-text/text-question';
import type { StoryboardView } from './shown';

/** A text of the storyboard and the questions it raises. */
export type AskedWords = { label: string; questions: TextQuestion[] };

/** What a team is shown before it agrees: its cycle as the room would see it, what is hidden and why, and what to look at. */
export type PresentPreview = {
  storyboard: StoryboardView;
  told: { why: string; alternative: string } | null;
  asked: AskedWords[];
  print: string;
  questionsPrint: string;
  /** Said where what is shown is not what was about to be agreed to. */
  notice: string | null;
};
