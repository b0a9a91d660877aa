import { Link } from 'react-router';
import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { ContactCalendar, ContactRow, ContactWeek } from './contact';
import { heardShapes, heardWords, lastHeardWords, shapeOf } from './contact-words';

type Props = { calendar: ContactCalendar; today: SchoolDay };

/** When each team last heard from its coach: a table of twelve weeks, and a list on a phone. */
export function ContactCalendarView({ calendar, today }: Props) {
  const { rows, mondays } = calendar;
  return (
    <>
      <p className="mb-3 flex flex-wrap gap-x-5 text-sm text-soft max-sm:hidden" aria-hidden="true">
        <span>{heardShapes.review} review</span>
        <span>{heardShapes.nudge} nudge</span>
        <span>{heardShapes.contact} visit, call, message or meeting</span>
        <span>– days off</span>
      </p>
      <div className="rounded-card border border-line bg-surface max-sm:hidden">
        <table className="w-full table-fixed text-sm">
          <caption className="sr-only">When each team heard from its coach, by week</caption>
          <thead>
            <tr className="border-b border-line text-left align-bottom">
              <th scope="col" className="w-[26%] px-4 py-2.5 font-semibold sm:px-5">
                Team
              </th>
              {mondays.map((monday) => (
                <th
                  key={monday}
                  scope="col"
                  className="px-0.5 py-2.5 text-center text-xs font-normal text-soft"
                >
                  <span className="sr-only">Week of </span>
                  {formatDay(monday)}
                </th>
              ))}
              <th scope="col" className="w-[17%] px-3 py-2.5 font-semibold">
                Last heard
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {rows.map((row) => (
              <tr key={row.teamId}>
                <th scope="row" className="px-4 py-2.5 text-left font-normal sm:px-5">
                  <TeamLink row={row} />
                </th>
                {row.weeks.map((week) => (
                  <WeekCell key={week.monday} week={week} />
                ))}
                <td className="px-3 py-2.5">
                  {lastHeardWords(row.last, today)}
                  <NoteLink row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="divide-y divide-line rounded-card border border-line bg-surface px-4 sm:hidden">
        {rows.map((row) => (
          <li key={row.teamId} className="py-3">
            <TeamLink row={row} />
            <p className="text-sm">Last heard: {lastHeardWords(row.last, today)}</p>
            <NoteLink row={row} />
          </li>
        ))}
      </ul>
    </>
  );
}

function TeamLink({ row }: { row: ContactRow }) {
  return (
    <Link
      to={`/coaching/${row.teamId}`}
      className="inline-block min-h-6 font-semibold no-underline hover:underline"
    >
      {row.schoolName} · {row.teamName}
    </Link>
  );
}

function NoteLink({ row }: { row: ContactRow }) {
  if (!row.coached) return null;
  return (
    <Link
      to={`/coaching/${row.teamId}/contacts`}
      className="block min-h-6 text-sm text-soft"
      aria-label={`Note a contact with ${row.schoolName} · ${row.teamName}`}
    >
      Note a contact
    </Link>
  );
}

function WeekCell({ week: { heard, off } }: { week: ContactWeek }) {
  if (heard.length === 0 && off !== null)
    return (
      <td className="bg-sunken text-center text-faint" title={off}>
        <span aria-hidden="true">–</span>
        <span className="sr-only">{off}</span>
      </td>
    );
  if (heard.length === 0) return <td />;
  const words = heard.map((one) => heardWords[one]).join(', ');
  return (
    <td className={`text-center text-accent ${off === null ? '' : 'bg-sunken'}`} title={words}>
      <span aria-hidden="true">{[...new Set(heard.map(shapeOf))].join('')}</span>
      <span className="sr-only">{words}</span>
    </td>
  );
}
