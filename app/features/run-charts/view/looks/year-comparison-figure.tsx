import { formatDay } from '~/lib/school-day';
import { LinesPicture } from './gap-figure';
import type { YearComparison } from './year-comparison';

/** This school year over the last, week on week, with the numbers. */
export function YearComparisonFigure({ comparison, name }: { comparison: YearComparison; name: string }) {
  const [now, before] = comparison.lines.lines.map((line) => line.label);
  return (
    <figure aria-label={`This year and last: ${name}`}>
      <p className="max-w-[70ch]">{comparison.sentence}</p>
      <details suppressHydrationWarning className="mt-1 print:hidden">
        <summary className="inline-block min-h-6 text-sm text-soft underline underline-offset-3">
          The numbers
        </summary>
        <div
          className="mt-2 max-h-96 overflow-y-auto"
          tabIndex={0}
          role="region"
          aria-label={`The numbers of both years: ${name}`}
        >
          <table className="w-full max-w-xl text-left text-sm">
            <thead>
              <tr className="border-b border-strong">
                <th scope="col" className="py-1.5 pr-4 font-semibold">
                  {now}
                </th>
                <th scope="col" className="py-1.5 pr-4 font-semibold">
                  Number
                </th>
                <th scope="col" className="py-1.5 font-semibold">
                  {before}
                </th>
              </tr>
            </thead>
            <tbody>
              {comparison.rows.map((row) => (
                <tr key={row.date} className="border-b border-line">
                  <td className="py-1.5 pr-4">{formatDay(row.date)}</td>
                  <td className="py-1.5 pr-4">{row.label}</td>
                  <td className="py-1.5 text-soft">
                    {row.before ? `${row.before.label}, ${formatDay(row.before.date)}` : 'no number'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      <div className="mt-3">
        <LinesPicture model={comparison.lines} />
      </div>
    </figure>
  );
}
