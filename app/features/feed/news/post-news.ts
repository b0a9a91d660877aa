import { cutText } from '~/lib/cut-text';

/** Something new about a post, for the people it concerns. A comment of a hidden team names nobody. */
export type PostNews = {
  id: string;
  kind: 'comment' | 'mention' | 'hidden';
  /** Who wrote it; empty for a hidden post. */
  by: string;
  title: string;
  /** The beginning of the comment, or the facilitator's reason. */
  text: string;
  path: string;
  at: number;
};

const longestExcerpt = 140;

/** The beginning of a text in one line, cut between words. */
export function excerpt(text: string): string {
  return cutText(text.replaceAll(/\s+/g, ' ').trim(), longestExcerpt);
}
