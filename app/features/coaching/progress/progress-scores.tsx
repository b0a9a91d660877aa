import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { formatScore, stepOf } from './progress-scale';
import type { GivenScore, ProgressMonth } from './team-progress';
import { ScoreMark } from './score-mark';
import type { ScoreSource } from './score-mark';

/** How each of the three scores is called. */
export const sourceWords: Record<ScoreSource, string> = {
  computed: 'From cycles and numbers',
  team: 'The team',
  coach: 'The coach',
};

function ScoreCard({
  source,
  score,
  compact,
  children,
}: {
  source: ScoreSource;
  score: number | null;
  compact: boolean;
  children?: ReactNode;
}) {
  return (
    <div className={clsx('rounded-card border border-line bg-surface', compact ? 'p-3' : 'p-4 sm:p-5')}>
      <p className="flex items-center gap-2 text-sm text-soft">
        <ScoreMark source={source} />
        {sourceWords[source]}
      </p>
      {score === null ? (
        <p className={clsx('mt-1 text-soft', compact ? '' : 'text-lg')}>no score yet</p>
      ) : (
        <p className="mt-1">
          <span className={clsx('font-bold', compact ? 'text-xl' : 'text-3xl')}>{formatScore(score)}</span>{' '}
          <span className={compact ? 'text-sm' : ''}>{stepOf(score)?.name}</span>
        </p>
      )}
      {children}
    </div>
  );
}

function GivenWords({ given }: { given: GivenScore | null }) {
  if (given === null) return null;
  return (
    <>
      {given.because === '' ? null : <p className="mt-2 whitespace-pre-line">{given.because}</p>}
      <p className="mt-1 text-sm text-faint">{given.scoredByName}</p>
    </>
  );
}

/** A month's three scores side by side; `compact` leaves out the reasons. */
export function MonthScores({ month, compact = false }: { month: ProgressMonth; compact?: boolean }) {
  const { computed, team, coach } = month;
  return (
    <div className={compact ? '@container' : undefined}>
      <div className={clsx('grid', compact ? 'gap-2 @lg:grid-cols-3' : 'gap-3 md:grid-cols-3')}>
        <ScoreCard source="computed" score={computed?.score ?? null} compact={compact}>
          {computed === null || compact ? null : <p className="mt-2">{computed.reason}</p>}
        </ScoreCard>
        <ScoreCard source="team" score={team?.score ?? null} compact={compact}>
          {compact ? null : <GivenWords given={team} />}
        </ScoreCard>
        <ScoreCard source="coach" score={coach?.score ?? null} compact={compact}>
          {compact ? null : <GivenWords given={coach} />}
        </ScoreCard>
      </div>
    </div>
  );
}
