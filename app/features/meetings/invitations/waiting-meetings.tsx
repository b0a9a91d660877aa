import { Form, Link } from 'react-router';
import { counted } from '~/lib/number-format';
import type { SchoolDay } from '~/lib/school-day';
import type { Meeting } from '../meeting';
import { whenWords } from '../when-words';
import { AnswerChoice } from './answer-buttons';

type Props = { meetings: Meeting[]; ownZone: string; today: SchoolDay };

const shownAtFirst = 3;

function WaitingLines({ meetings, ownZone, today }: Props) {
  return (
    <ul className="divide-y divide-line">
      {meetings.map((one) => (
        <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
          <div className="min-w-0 grow basis-64">
            <p className="wrap-anywhere">
              <Link to={`/meetings/${one.id}`} className="inline-block min-h-6 font-semibold">
                {one.title}
              </Link>
            </p>
            <p className="text-sm text-soft">{whenWords(one, { inZone: ownZone, today })}</p>
          </div>
          <Form method="post" action={`/meetings/${one.id}/answer`} preventScrollReset>
            <input type="hidden" name="back" value="/" />
            <div role="group" aria-label={`Will you come to ${one.title}?`}>
              <AnswerChoice answer={one.mine?.answer ?? null} />
            </div>
          </Form>
        </li>
      ))}
    </ul>
  );
}

/** Further meetings to be answered, each in one press; three in sight, the others a press away. */
export function WaitingMeetings({ meetings, ...more }: Props) {
  if (meetings.length === 0) return null;
  const rest = meetings.slice(shownAtFirst);
  return (
    <section aria-labelledby="waiting-meetings" className="mt-5 border-t border-line pt-4">
      <h3 id="waiting-meetings" className="text-base">
        Will you come to {meetings.length === 1 ? 'this one' : 'these'} too?
      </h3>
      <WaitingLines meetings={meetings.slice(0, shownAtFirst)} {...more} />
      {rest.length === 0 ? null : (
        <details suppressHydrationWarning className="border-t border-line">
          <summary className="min-h-11 cursor-pointer py-2.5 font-semibold">
            {counted(rest.length, 'more meeting')}
          </summary>
          <WaitingLines meetings={rest} {...more} />
        </details>
      )}
    </section>
  );
}
