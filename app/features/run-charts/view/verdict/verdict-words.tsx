import { clsx } from 'clsx';
import type { RunChartVerdict } from './run-chart-verdict';

const looks = {
  toward: 'bg-toward-wash text-toward',
  away: 'bg-away-wash text-away',
  plain: 'bg-early-wash text-ink',
  early: 'bg-early-wash text-soft',
};

/** The round sign beside a verdict: up, down, or not yet. */
export function VerdictSign({ verdict }: { verdict: Pick<RunChartVerdict, 'state' | 'side' | 'tone'> }) {
  const sign =
    verdict.state !== 'changed' ? '…' : verdict.side === 'above' ? '↑' : verdict.side === 'below' ? '↓' : '↕';
  return (
    <span
      aria-hidden="true"
      className={clsx(
        'mt-1 inline-grid size-5 shrink-0 place-items-center rounded-full text-[13px] leading-none font-bold',
        looks[verdict.tone],
      )}
    >
      {sign}
    </span>
  );
}

/** The sentence, and the line beneath it. */
export function VerdictWords({ verdict, level = 3 }: { verdict: RunChartVerdict; level?: 3 | 4 }) {
  const Heading = level === 3 ? 'h3' : 'h4';
  return (
    <div className="flex gap-2.5">
      <VerdictSign verdict={verdict} />
      <div className="min-w-0">
        <Heading className="text-[17px] leading-snug font-semibold">{verdict.headline}</Heading>
        <p className="mt-0.5 text-sm text-soft">{verdict.detail}</p>
      </div>
    </div>
  );
}
