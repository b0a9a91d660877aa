import { Link } from 'react-router';
import type { SchoolDay } from '~/lib/school-day';
import { Badge, Card } from '~/ui/card';
import type { Meeting } from '../meeting';
import { startWords, zoneWords } from '../when-words';
import { kindWords } from './meeting-words';

/** Draft and cancelled are said; an announced meeting needs no word. */
export function StandingBadge({ meeting }: { meeting: Pick<Meeting, 'announcedAt' | 'cancelledAt'> }) {
  if (meeting.cancelledAt !== null) return <Badge>cancelled</Badge>;
  return meeting.announcedAt === null ? <Badge tone="accent">draft</Badge> : null;
}

type Props = { id: string; title: string; meetings: Meeting[]; today: SchoolDay; networkZone: string };

export function MeetingList({ id, title, meetings, today, networkZone }: Props) {
  if (meetings.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3">
        {title}
      </h2>
      <Card className="py-1!">
        <ul className="divide-y divide-line">
          {meetings.map((meeting) => (
            <li
              key={meeting.id}
              className="grid gap-x-5 gap-y-0.5 py-4 sm:grid-cols-[13rem_minmax(0,1fr)_auto] sm:items-baseline"
            >
              <p className="text-soft tabular-nums">
                {startWords(meeting, today)}
                {meeting.timeZone === networkZone ? null : (
                  <span className="block text-sm">{zoneWords(meeting.timeZone)}</span>
                )}
              </p>
              <div className="min-w-0 wrap-anywhere">
                <Link
                  to={`/meetings/${meeting.id}`}
                  className="inline-flex min-h-6 items-center font-semibold"
                >
                  <bdi>{meeting.title}</bdi>
                </Link>
                <p className="text-sm text-soft">
                  {kindWords[meeting.kind]} · <bdi>{meeting.ofName}</bdi>
                  {meeting.place === '' ? null : (
                    <>
                      {' '}
                      · <bdi>{meeting.place}</bdi>
                    </>
                  )}
                </p>
              </div>
              <StandingBadge meeting={meeting} />
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}
