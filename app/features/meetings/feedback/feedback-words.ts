import type { ContributionKind } from '#db/vocabulary';

/** Headings of what a room said, in the order in which they stand. */
export const saidHeadings: { kind: ContributionKind; words: string }[] = [
  { kind: 'warm', words: 'Warm feedback' },
  { kind: 'cool', words: 'Cool feedback' },
  { kind: 'question', words: 'Questions' },
  { kind: 'topic', words: 'To take up' },
];
