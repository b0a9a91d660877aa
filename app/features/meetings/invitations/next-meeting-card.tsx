import { Form, Link } from 'react-router';
import type { SchoolDay } from '~/lib/school-day';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { sameClock, whenWords } from '../when-words';
import { AnswerButtons } from './answer-buttons';
import { ownAnswerWords, ownRoleWords } from './invitation-words';
import type { NextMeeting } from './next-meeting';
import { WaitingMeetings } from './waiting-meetings';

/** The meeting that comes next, on *This week*: when, where, whether one comes, and the way in. */
export function NextMeetingCard({ next, today }: { next: NextMeeting; today: SchoolDay }) {
  const { meeting, ownZone, isRoomOpen } = next;
  const { id, title, ofName, place, link, timeZone, mine } = meeting;
  const asks = next.takesAnswers && mine !== null && (mine.answer === null || mine.answer === 'no');
  const isElsewhere = !sameClock(meeting, timeZone, ownZone);
  return (
    <Card labelledBy="next-meeting">
      <h2 id="next-meeting">Next meeting</h2>
      <p className="mt-2 text-lg font-semibold wrap-anywhere">
        <Link to={`/meetings/${id}`} className="inline-block min-h-6">
          {title}
        </Link>
      </p>
      <p className="wrap-anywhere text-soft">{ofName}</p>
      <p className="mt-2">
        {whenWords(meeting, { inZone: ownZone, today })}
        {isElsewhere ? (
          <span className="block text-sm text-soft">There it is {whenWords(meeting, { today })}</span>
        ) : null}
      </p>
      {place === '' && link === '' ? null : (
        <p className="wrap-anywhere">
          {place}
          {place === '' || link === '' ? null : ', '}
          {link === '' ? null : (
            <a href={link} rel="noopener noreferrer" className="inline-flex min-h-6 items-center">
              join by video
            </a>
          )}
        </p>
      )}
      {mine === null || mine.role === null ? null : <p className="mt-2">{ownRoleWords[mine.role]}</p>}
      {isRoomOpen && mine?.answer !== 'no' ? (
        <ButtonLink to={`/meetings/${id}/live`} tone="primary" className="mt-4">
          Open the room
        </ButtonLink>
      ) : null}
      {asks ? (
        <Form method="post" action={`/meetings/${id}/answer`} preventScrollReset className="mt-4">
          <input type="hidden" name="back" value="/" />
          <p className="mb-2 font-semibold">Will you come?</p>
          <AnswerButtons answer={mine.answer} />
        </Form>
      ) : mine?.answer ? (
        <p className="mt-2 text-sm text-soft">
          {ownAnswerWords[mine.answer]}{' '}
          <Link to={`/meetings/${id}`} className="inline-flex min-h-6 items-center">
            Change it
          </Link>
        </p>
      ) : null}
      <WaitingMeetings meetings={next.waiting} {...{ ownZone, today }} />
    </Card>
  );
}
