import type { TextQuestion } from '~/features/disclosure/free-text/text-question';
import type { PostCard } from '../post';

/** What a sharer is shown before they share: the post as others see it, what is hidden and why, and what to look at. */
export type SharePreview = {
  card: PostCard;
  told: { why: string; alternative: string } | null;
  asked: { label: string; questions: TextQuestion[] }[];
  print: string;
  questionsPrint: string;
  /** Said where what is shown is not what was about to be shared. */
  notice: string | null;
};
