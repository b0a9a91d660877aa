import { Link } from 'react-router';
import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { Card } from '~/ui/card';
import type { MinutesWaiting } from './minutes-waiting';

/** Minutes that wait to be sent, on This week of those who run the meeting; nothing where none do. */
export function MinutesWaitingCard({ minutes, today }: { minutes: MinutesWaiting[]; today: SchoolDay }) {
  if (minutes.length === 0) return null;
  return (
    <Card labelledBy="minutes-waiting" className="pb-2!">
      <h2 id="minutes-waiting">Minutes wait to be sent</h2>
      <p className="mt-1 text-soft">They have drafted themselves. A look within the day, and they go out.</p>
      <ul className="mt-2 divide-y divide-line">
        {minutes.map(({ meetingId, title, day }) => (
          <li key={meetingId} className="py-3 wrap-anywhere">
            <Link to={`/meetings/${meetingId}/minutes`} className="inline-block min-h-6 font-semibold">
              Minutes of <bdi>{title}</bdi>
            </Link>
            <span className="text-sm text-soft"> · {formatDay(day, today)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
