import { Link } from 'react-router';
import { SmallRunChart } from '~/features/run-charts/view/small-run-chart';
import { VerdictSign } from '~/features/run-charts/view/verdict/verdict-words';
import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { TeamCharts } from './team-charts';

/** The same measure in every team, small, by school and name. */
export function TeamMultiples({ teams, today }: { teams: TeamCharts[]; today: SchoolDay }) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {teams.map(({ measureId, teamName, schoolName, charts }) => (
        <li
          key={measureId}
          className="break-inside-avoid rounded-card border border-line bg-surface px-4 py-3 wrap-anywhere"
        >
          <Link to={`/measures/${measureId}`} className="inline-block min-h-6 font-semibold">
            {teamName}
          </Link>
          <span className="block text-sm text-soft">{schoolName}</span>
          {charts.map(({ groupId, groupName, newest, verdict, chart }) => (
            <div key={groupId} className="mt-2">
              <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm text-soft">
                {groupName}
                <span>
                  <span className="font-semibold text-ink">{newest?.label ?? 'no number yet'}</span>
                  {newest ? ` ${formatDay(newest.date, today)}` : ''}
                </span>
              </p>
              {chart ? <SmallRunChart chart={chart} /> : null}
              {chart ? (
                <p className="mt-1 flex gap-2 text-sm leading-snug">
                  <VerdictSign verdict={verdict} />
                  <span>{verdict.headline}</span>
                </p>
              ) : null}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
