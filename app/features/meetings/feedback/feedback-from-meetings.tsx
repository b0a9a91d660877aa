import { Link } from 'react-router';
import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { Card } from '~/ui/card';
import type { Feedback, Said } from './feedback';
import { saidHeadings } from './feedback-words';

function SaidList({ heading, said }: { heading: string; said: Said[] }) {
  if (said.length === 0) return null;
  return (
    <div className="min-w-0 break-inside-avoid">
      <h3 className="text-base">{heading}</h3>
      <ul className="mt-1 space-y-2">
        {said.map(({ id, body, authorName }) => (
          <li key={id} className="wrap-anywhere">
            <span dir="auto" className="whitespace-pre-line">
              {body}
            </span>{' '}
            <span className="text-sm text-soft">
              · <bdi>{authorName}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function FromOneMeeting({ feedback, today }: { feedback: Feedback; today: SchoolDay }) {
  const { itemId, itemTitle, meeting, postTitle, said, notes } = feedback;
  const about = [
    ...(itemTitle === null ? [] : [itemTitle]),
    ...(postTitle === null ? [] : [`about the post “${postTitle}”`]),
  ];
  return (
    <Card labelledBy={`from-${itemId}`}>
      <h2 id={`from-${itemId}`} className="wrap-anywhere">
        From{' '}
        {meeting === null ? (
          'a meeting'
        ) : (
          <>
            <Link to={`/meetings/${meeting.id}`} className="no-underline hover:underline">
              <bdi>{meeting.title}</bdi>
            </Link>
            , {formatDay(meeting.day, today)}
          </>
        )}
      </h2>
      {about.length === 0 ? null : (
        <p className="mt-1 text-sm text-soft" dir="auto">
          {about.join(', ')}
        </p>
      )}
      <div className="mt-4 grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {saidHeadings.map(({ kind, words }) => (
          <SaidList key={kind} heading={words} said={said.filter((one) => one.kind === kind)} />
        ))}
      </div>
      {notes.trim() === '' ? null : (
        <details suppressHydrationWarning className="mt-4 border-t border-line pt-2">
          <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold">
            Notes of the room
          </summary>
          <p className="max-w-[70ch] wrap-anywhere whitespace-pre-line" dir="auto">
            {notes}
          </p>
        </details>
      )}
    </Card>
  );
}

/** What the room said, on the pages of the team that presented: a card for each item; nothing where nothing was said. */
export function FeedbackFromMeetings({
  feedback,
  clock,
}: {
  feedback: Feedback[];
  clock: { today: SchoolDay };
}) {
  if (feedback.length === 0) return null;
  return (
    <div id="from-meetings" className="scroll-mt-4 space-y-5">
      {feedback.map((one) => (
        <FromOneMeeting key={one.itemId} feedback={one} today={clock.today} />
      ))}
    </div>
  );
}
