export type ScoreSource = 'computed' | 'team' | 'coach';

const shapes: Record<ScoreSource, string> = {
  computed: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z',
  team: 'M-5 -5h10v10h-10z',
  coach: 'M0 -6.5L6.5 5H-6.5z',
};
const paints: Record<ScoreSource, string> = {
  computed: 'fill-soft stroke-surface',
  team: 'fill-surface stroke-accent',
  coach: 'fill-accent-wash stroke-ink',
};

/** The mark of one of the three scores, told apart by its shape: a dot, a square, a triangle. */
export function ScoreShape({ source }: { source: ScoreSource }) {
  return <path d={shapes[source]} strokeWidth="2" className={paints[source]} />;
}

/** The same mark in a line of text. */
export function ScoreMark({ source }: { source: ScoreSource }) {
  return (
    <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true" className="shrink-0">
      <ScoreShape source={source} />
    </svg>
  );
}
