import { Link } from 'react-router';
import { formatDay, schoolDayAt } from '~/lib/school-day';
import type { Activity } from './activity';
import { activitySentence } from './activity-words';

function pathOf(event: Activity): string | null {
  if (event.cycleId !== null) return `/cycles/${event.cycleId}`;
  return event.measureId === null ? null : `/measures/${event.measureId}`;
}

export function ActivityList({ events, timeZone }: { events: Activity[]; timeZone: string }) {
  return (
    <ul className="mt-2 divide-y divide-line">
      {events.map((event) => {
        const path = pathOf(event);
        const sentence = activitySentence(event);
        return (
          <li key={event.id} className="py-2.5">
            {path ? (
              <Link to={path} className="block min-h-6 no-underline hover:underline">
                {sentence}
              </Link>
            ) : (
              sentence
            )}
            <span className="block text-sm text-soft">
              {event.schoolName} · {event.teamName} · {formatDay(schoolDayAt(event.happenedAt, timeZone))}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
