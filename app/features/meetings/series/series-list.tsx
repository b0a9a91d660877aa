import { Link } from 'react-router';
import type { SchoolDay } from '~/lib/school-day';
import { Badge, Card } from '~/ui/card';
import { startWords } from '../when-words';
import type { SeriesMeeting } from './series';

/** All meetings of a series, the present one marked. */
export function SeriesList({
  meetings,
  here,
  today,
}: {
  meetings: SeriesMeeting[];
  here: string;
  today: SchoolDay;
}) {
  return (
    <Card labelledBy="series-list">
      <h2 id="series-list">Meetings of this series</h2>
      <ol className="mt-2 divide-y divide-line">
        {meetings.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <Link
              to={`/meetings/${one.id}`}
              className="inline-flex min-h-6 items-center font-semibold wrap-anywhere"
            >
              {startWords(one, today)}, {one.title}
            </Link>
            <span className="flex flex-wrap gap-2">
              {one.id === here ? <Badge tone="accent">This one</Badge> : null}
              {one.isCancelled ? <Badge>Cancelled</Badge> : one.isDraft ? <Badge>Draft</Badge> : null}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
