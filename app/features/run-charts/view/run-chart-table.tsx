import { Link } from 'react-router';
import { formatDay } from '~/lib/school-day';
import type { RunChartModel } from './chart-model';

const mostRows = 400;

/** The numbers of a chart, newest first. `rowPath` opens one of them. */
export function RunChartTable({
  model,
  caption,
  rowPath,
}: {
  model: RunChartModel;
  caption: string;
  rowPath?: (rowId: string) => string;
}) {
  const all = model.thinned?.newest ?? model.points;
  const rows = all.filter((point) => point.y !== null).toReversed();
  const total = model.thinned?.total ?? rows.length;
  const newest = rows[0]?.date;
  const withParts = rows.some((row) => row.recorded !== '');
  return (
    <div className="max-h-96 overflow-y-auto" tabIndex={0} role="region" aria-label={caption}>
      <table className="w-full text-left text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-strong">
            <th scope="col" className="py-1.5 pr-4 font-semibold">
              Day
            </th>
            <th scope="col" className="py-1.5 pr-4 font-semibold">
              Number
            </th>
            {withParts ? (
              <th scope="col" className="py-1.5 pr-4 font-semibold">
                Counted
              </th>
            ) : null}
            <th scope="col" className="py-1.5 font-semibold">
              Note
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostRows).map((row) => (
            <tr key={row.date} className="border-b border-line align-top">
              <td className="py-1.5 pr-4 whitespace-nowrap">
                {rowPath && row.rowId ? (
                  <Link to={rowPath(row.rowId)} className="inline-block min-h-6">
                    {formatDay(row.date, newest)}
                  </Link>
                ) : (
                  formatDay(row.date, newest)
                )}
              </td>
              <td className="py-1.5 pr-4">{row.label}</td>
              {withParts ? <td className="py-1.5 pr-4 whitespace-nowrap">{row.recorded}</td> : null}
              <td className="py-1.5 text-soft">
                {row.excluded === null ? null : `Left out: ${row.excluded}${row.note ? '. ' : ''}`}
                {row.note}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {total > mostRows ? (
        <p className="py-2 text-sm text-soft">
          The newest {mostRows} of {total} numbers.
        </p>
      ) : null}
    </div>
  );
}
