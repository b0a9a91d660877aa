import { clsx } from 'clsx';
import { Link } from 'react-router';
import { VerdictSign } from '~/features/run-charts/view/verdict/verdict-words';
import { SmallRunChart } from '~/features/run-charts/view/small-run-chart';
import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { levelWords } from '../measure-words';
import type { WallChart, WallMeasure } from './measure-wall';
import { dueWords } from './wall-words';

/** Columns on a wide screen: group and newest number, chart, verdict, next due. */
const columns =
  'grid grid-cols-[minmax(0,1fr)_auto] gap-x-5 gap-y-1.5 sm:grid-cols-[10rem_minmax(0,1fr)] lg:grid-cols-[10rem_minmax(7rem,1fr)_17rem_8.5rem] lg:items-center';

/** Many small run charts, a row for each measure and in it a line for each group. Painted by the server alone. */
export function MeasureWallView({ measures, today }: { measures: WallMeasure[]; today: SchoolDay }) {
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-surface">
      {measures.map((measure) => (
        <li key={measure.id} className="break-inside-avoid px-4 py-3.5 sm:px-5">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <Link
              to={`/measures/${measure.id}`}
              className="inline-block min-h-6 font-semibold no-underline hover:underline"
            >
              {measure.name}
            </Link>
            <span className="text-sm text-soft">
              {measure.team ? (
                <>
                  <Link to={`/teams/${measure.team.id}`} className="inline-block min-h-6">
                    {measure.team.schoolName} · {measure.team.name}
                  </Link>
                  {', '}
                </>
              ) : null}
              {measure.team
                ? levelWords[measure.level].name.toLowerCase()
                : `${levelWords[measure.level].name} measure`}
            </span>
          </p>
          <ul>
            {measure.charts.map((chart) => (
              <ChartLine key={chart.groupId} chart={chart} today={today} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function ChartLine({ chart, today }: { chart: WallChart; today: SchoolDay }) {
  const { groupName, newest, verdict, due } = chart;
  return (
    <li className={clsx(columns, 'py-1.5')}>
      <p className="text-sm leading-tight text-soft">
        {groupName}
        <span className="block text-[17px] font-bold text-ink">
          {newest?.label ?? 'no number yet'}
          {newest ? (
            <span className="text-sm font-normal text-soft"> {formatDay(newest.date, today)}</span>
          ) : null}
        </span>
      </p>
      <div className="order-3 col-span-2 min-w-0 sm:order-none sm:col-span-1">
        {chart.chart ? <SmallRunChart chart={chart.chart} /> : null}
      </div>
      <p className="order-4 col-span-2 flex gap-2 text-sm leading-snug sm:order-none sm:col-span-1">
        <VerdictSign verdict={verdict} />
        <span>{verdict.headline}</span>
      </p>
      <p
        className={clsx(
          'order-2 text-sm max-sm:text-right sm:order-none',
          due.state === 'late' ? 'font-semibold' : 'text-soft',
        )}
      >
        {dueWords(due, today)}
      </p>
    </li>
  );
}
