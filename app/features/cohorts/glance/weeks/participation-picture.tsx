import { clsx } from 'clsx';
import { Link } from 'react-router';
import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { ParticipationRow } from './participation';
import { rests } from './participation-rules';
import { weekWords } from './participation-words';
import { WeekMarks, WeekMarkShapes } from './week-marks';

type Props = {
  cohortId: string;
  rows: ParticipationRow[];
  mondays: SchoolDay[];
  /** A year is too narrow for a finger: only its teams are links. */
  opens: boolean;
};

/** On a phone a row is a name and beneath it lines of twelve weeks. */
const line = 'max-sm:grid max-sm:grid-cols-12';

/** Teams and weeks as one table: a picture for the eye, words for who listens. */
export function ParticipationPicture({ cohortId, rows, mondays, opens }: Props) {
  return (
    <div className="rounded-card border border-line bg-surface max-sm:px-2">
      <WeekMarkShapes />
      <table role="table" className="w-full table-fixed text-sm max-sm:block">
        <caption className="sr-only">What each team did, by school week</caption>
        <thead className="max-sm:block">
          <tr role="row" className={clsx(line, 'border-b border-line align-bottom')}>
            <th
              role="columnheader"
              scope="col"
              className="px-4 py-2 text-left font-semibold max-sm:col-span-12 max-sm:px-1 max-sm:pb-0 sm:w-[24%] sm:px-5"
            >
              Team
            </th>
            {mondays.map((monday, place) => (
              <th
                key={monday}
                role="columnheader"
                scope="col"
                className="py-2 text-center text-xs leading-tight font-normal text-soft"
              >
                <span className="sr-only">Week of </span>
                {opens ? formatDay(monday) : <NarrowDay day={monday} before={mondays[place - 1]} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line max-sm:block">
          {rows.map((row) => (
            <tr key={row.teamId} role="row" className={clsx(line, 'break-inside-avoid')}>
              <th
                role="rowheader"
                scope="row"
                className="px-4 py-1.5 text-left font-normal wrap-anywhere max-sm:col-span-12 max-sm:px-1 max-sm:pb-0 sm:px-5"
              >
                <Link to={`/coaching/${row.teamId}`} className="inline-block min-h-6 font-semibold">
                  {row.teamName}
                </Link>
                <span className="block text-xs text-soft max-sm:ml-1 max-sm:inline">{row.schoolName}</span>
              </th>
              {row.weeks.map((week, place) => (
                <td key={mondays[place]} className="p-0 text-center">
                  {opens && (week & 15) !== 0 ? (
                    <Link
                      to={`/cohorts/${cohortId}/teams/${row.teamId}?week=${mondays[place]}`}
                      className="block py-1.5 no-underline hover:bg-accent-wash"
                    >
                      <Week week={week} />
                    </Link>
                  ) : (
                    <span className="block py-1.5">
                      <Week week={week} />
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A day in a column of a year: its month only where that begins. */
function NarrowDay({ day, before }: { day: SchoolDay; before: SchoolDay | undefined }) {
  const [month = '', number] = formatDay(day).split(' ');
  const isNew = before?.slice(0, 7) !== day.slice(0, 7);
  return (
    <span className="text-[11px] whitespace-nowrap">
      <span className={isNew ? 'block' : 'sr-only'}>{month} </span>
      {number}
    </span>
  );
}

function Week({ week }: { week: number }) {
  return (
    <>
      {rests(week) && (week & 15) === 0 ? (
        <span aria-hidden="true" className="block h-5 leading-5 text-faint">
          –
        </span>
      ) : (
        <WeekMarks week={week} />
      )}
      <span className="sr-only">{weekWords(week)}</span>
    </>
  );
}
