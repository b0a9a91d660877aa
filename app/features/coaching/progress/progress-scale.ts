/** IHI's Assessment Scale for Collaboratives in half steps, in plain words (protocols.md, "Progress scale"). */
export const progressScale = [
  { score: 0.5, name: 'Intent to take part', meaning: 'The team has joined.' },
  { score: 1, name: 'Charter and team', meaning: 'An aim is written and there is a team behind it.' },
  { score: 1.5, name: 'Planning has begun', meaning: 'Measures or a first cycle are being planned.' },
  {
    score: 2,
    name: 'Activity, no change tested',
    meaning: 'Work is under way; no change has been tested yet.',
  },
  {
    score: 2.5,
    name: 'Changes tested',
    meaning: 'Changes are tested and measures are shown with their goals; no improvement yet.',
  },
  {
    score: 3,
    name: 'Modest improvement',
    meaning: 'About a fifth of the way to the goal on a measure.',
  },
  { score: 3.5, name: 'Improvement continues', meaning: 'It lasts, or shows on more than one measure.' },
  {
    score: 4,
    name: 'Significant improvement',
    meaning: 'Most measures are half the way to their goals, or more.',
  },
  { score: 4.5, name: 'Sustained improvement', meaning: 'The same, month after month.' },
  { score: 5, name: 'Outstanding', meaning: 'All goals are met, and held.' },
] as const;

export type ProgressScore = (typeof progressScale)[number]['score'];

/** `3.0`. */
export function formatScore(score: number): string {
  return score.toFixed(1);
}

/** The step of a score; undefined where the scale has none. */
export function stepOf(score: number) {
  return progressScale.find((step) => step.score === score);
}
