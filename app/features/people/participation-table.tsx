import { formatDay, schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { Card } from '~/ui/card';
import type { Participation } from './team-lists';

type Props = { rows: Participation[]; timeZone: string; today: SchoolDay };

/** A sponsor's view: which teams are at work, and nothing of what is in their cycles. */
export function ParticipationTable({ rows, timeZone, today }: Props) {
  return (
    <Card labelledBy="participation">
      <h2 id="participation">The work in your schools</h2>
      <p className="mt-1 text-sm text-soft">
        Teams decide what they share. Their cycles and numbers stay with them.
      </p>
      <table className="mt-3 w-full text-left">
        <thead>
          <tr className="border-b border-strong text-sm">
            <th scope="col" className="py-2 pr-3">
              Team
            </th>
            <th scope="col" className="py-2 pr-3">
              At work on
            </th>
            <th scope="col" className="py-2">
              Last active
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.teamId} className="border-b border-line align-top last:border-0">
              <td className="py-2 pr-3">
                <span className="font-semibold">{row.teamName}</span>
                <span className="block text-sm text-soft">{row.schoolName}</span>
              </td>
              <td className="py-2 pr-3 text-sm">
                {row.openCycles === 0
                  ? 'no cycle now'
                  : row.openCycles === 1
                    ? 'one cycle'
                    : `${row.openCycles} cycles`}
              </td>
              <td className="py-2 text-sm">
                {row.lastActivity === null
                  ? 'not yet'
                  : formatDay(schoolDayAt(row.lastActivity, timeZone), today)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
