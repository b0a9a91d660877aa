import { readPool } from '../../pooled/pooled-chart';
import type { PooledMeasure } from '../../pooled/pooled-series';
import { notPooledWhy, pooledHidden, pooledOver, pooledTooFew } from '../../pooled/pooled-words';
import { SmallRunChart } from '~/features/run-charts/view/small-run-chart';
import type { SmallChart } from '~/features/run-charts/view/small-chart';
import { VerdictSign } from '~/features/run-charts/view/verdict/verdict-words';
import type { RunChartVerdict } from '~/features/run-charts/view/verdict/run-chart-verdict';
import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';

/** A pool as it is drawn: everything in it follows from its released points. */
export type PoolLine = {
  groupId: string;
  groupName: string;
  newest: { show: string; date: SchoolDay } | null;
  small: SmallChart | null;
  verdict: Pick<RunChartVerdict, 'state' | 'tone' | 'side' | 'headline'> | null;
  /** How many teams are in it, or why there is nothing to see. */
  words: string;
};

export type PooledLines = { sharedMeasureId: string; name: string; why: string; lines: PoolLine[] };

/** The pools of a measure as lines of a list. */
export function pooledLines(
  { sharedMeasureId, name, kind, series }: PooledMeasure,
  minimum: number,
): PooledLines {
  const lines = series.map(({ chart, ...pool }): PoolLine => {
    const { groupId, groupName, state, points } = pool;
    const read = readPool(chart);
    const last = points.at(-1);
    const words = { shown: pooledOver(pool, minimum), words_only: pooledHidden, none: pooledTooFew }[state];
    return {
      ...{ groupId, groupName, words },
      newest: last ? { show: last.show, date: last.date } : null,
      small: read?.small ?? null,
      verdict: read?.verdict ?? null,
    };
  });
  return { sharedMeasureId, name, why: notPooledWhy({ kind }), lines };
}

const columns =
  'grid grid-cols-1 gap-x-5 gap-y-1.5 sm:grid-cols-[10rem_minmax(0,1fr)] lg:grid-cols-[10rem_minmax(7rem,1fr)_17rem] lg:items-center';

/** A measure pooled over the teams of a cohort, a line for each group. */
export function PooledList({ pooled, today }: { pooled: PooledLines; today: SchoolDay }) {
  if (pooled.why !== '') return <p className="text-sm text-soft">{pooled.why}</p>;
  return (
    <ul>
      {pooled.lines.map(({ groupId, groupName, newest, small, verdict, words }) => (
        <li key={groupId} className="break-inside-avoid py-1.5">
          <div className={columns}>
            <p className="text-sm leading-tight text-soft">
              {groupName}
              {newest ? (
                <span className="block text-[17px] font-bold text-ink">
                  {newest.show}{' '}
                  <span className="text-sm font-normal text-soft">from {formatDay(newest.date, today)}</span>
                </span>
              ) : null}
            </p>
            {small ? <SmallRunChart chart={small} /> : <span className="max-lg:hidden" />}
            {verdict ? (
              <p className="flex gap-2 text-sm leading-snug sm:max-lg:col-span-2">
                <VerdictSign verdict={verdict} />
                <span>{verdict.headline}</span>
              </p>
            ) : null}
          </div>
          <p className="text-sm text-soft">{words}</p>
        </li>
      ))}
    </ul>
  );
}
