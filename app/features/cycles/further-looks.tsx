import { clsx } from 'clsx';
import { Link } from 'react-router';
import { chartViewPath } from '~/features/measures/chart-view';
import { ControlChartFigure } from '~/features/run-charts/view/control-charts/control-chart-figure';
import { MakingDataCount } from '~/features/run-charts/view/control-charts/making-data-count';
import type { OneChart } from './measure-charts';

type Props = { measureId: string; chart: OneChart; name: string };

/** Other ways to look at the same numbers: an explicit second step after the run chart. */
export function FurtherLooks({ measureId, chart, name }: Props) {
  const { looks, look, group, shape } = chart;
  if (looks.length === 0) return null;
  return (
    <details
      suppressHydrationWarning
      open={look !== null}
      className={clsx('mt-3 border-t border-line py-2', look === null && 'print:hidden')}
    >
      <summary className="inline-block min-h-6 py-1 font-semibold">More ways to look</summary>
      <ul className="mt-1 mb-4 space-y-2">
        {[
          ...looks.filter((one) => one.look !== look?.look),
          ...looks.filter((one) => one.look === look?.look),
        ].map((one) => (
          <li key={one.look} className={clsx('max-w-[70ch]', one.look !== look?.look && 'print:hidden')}>
            {one.look === look?.look ? (
              <span aria-current="true" className="font-semibold">
                {one.name}
              </span>
            ) : (
              <Link
                to={chartViewPath(measureId, { groupId: group.id, look: one.look })}
                preventScrollReset
                className="inline-block min-h-6"
              >
                {one.name}
              </Link>
            )}
            {one.look !== look?.look ? (
              <span className="block text-sm text-soft print:hidden">{one.adds}</span>
            ) : null}
          </li>
        ))}
      </ul>
      {look?.kind === 'control' ? (
        <ControlChartFigure model={look.model} name={name} adds={look.adds} shape={shape} />
      ) : null}
      {look?.kind === 'summary' ? <MakingDataCount words={look.words} name={name} adds={look.adds} /> : null}
    </details>
  );
}
