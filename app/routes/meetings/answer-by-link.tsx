import { Form, Link } from 'react-router';
import { invitationAnswers } from '#db/vocabulary';
import { AnswerButtons } from '~/features/meetings/invitations/answer-buttons';
import { ownAnswerWords } from '~/features/meetings/invitations/invitation-words';
import { takesAnswers } from '~/features/meetings/invitations/meeting-time-rules';
import { answerForm } from '~/features/meetings/invitations/people-form';
import { sameClock, whenWords } from '~/features/meetings/when-words';
import { answerByLink, findLinkedInvitation } from '~/features/notifications/mail/answer-by-link.server';
import { DoorPage } from '~/features/people/door-page';
import { schoolDayAt } from '~/lib/school-day';
import { found, refuse } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { platformOf } from '~/platform/request-context.server';
import { Notice } from '~/ui/card';
import type { Route } from './+types/answer-by-link';

export const headers: Route.HeadersFunction = () => ({
  'Cache-Control': 'private, no-store',
  'X-Robots-Tag': 'noindex',
});

/** Looking changes nothing: mail scanners follow links, those that name an answer too. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, seals, clock } = platformOf(context);
  const now = clock.now();
  const { meeting, network, ownZone } = found(
    await findLinkedInvitation(database.reader, params.secret, seals, now),
  );
  const named = new URL(request.url).searchParams.get('answer');
  const today = schoolDayAt(now, meeting.timeZone);
  return {
    ...{ title: meeting.title, meetingId: meeting.id, ofName: meeting.ofName, place: meeting.place },
    ...{ networkName: network.name, answer: meeting.mine.answer, cancelledWhy: meeting.cancelledWhy },
    when: whenWords(meeting, { today }),
    own: sameClock(meeting, meeting.timeZone, ownZone)
      ? null
      : whenWords(meeting, { inZone: ownZone, today }),
    isCancelled: meeting.cancelledAt !== null,
    isOpen: takesAnswers(meeting, now),
    suggested: invitationAnswers.find((one) => one === named) ?? null,
    secret: params.secret,
  };
}

/** The answer of whoever the link was sent to; no signing in, so the link is as secret as the mail. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, seals, clock } = platformOf(context);
  const now = clock.now();
  found(await findLinkedInvitation(database.reader, params.secret, seals, now));
  const submission = parseForm(await readForm(request), { schema: answerForm });
  if (submission.status !== 'success') refuse({ kind: 'invalid', message: 'Choose yes, maybe or no.' });
  const input = { secret: params.secret, answer: submission.value.answer };
  const outcome = await answerByLink(database, input, seals, now);
  if (!outcome.ok && outcome.problem.kind !== 'invalid') refuse(outcome.problem);
  return { saved: outcome.ok };
}

export default function AnswerByLink({ loaderData, actionData }: Route.ComponentProps) {
  const { title, when, own, place, answer, suggested, secret, isOpen, isCancelled, cancelledWhy } =
    loaderData;
  return (
    <DoorPage title={title} lead={`${loaderData.ofName}, ${loaderData.networkName}`}>
      <dl className="space-y-1">
        <div>
          <dt className="inline text-soft">When: </dt>
          <dd className="inline">{when}</dd>
        </div>
        {own === null ? null : (
          <div>
            <dt className="inline text-soft">For you: </dt>
            <dd className="inline">{own}</dd>
          </div>
        )}
        {place === '' ? null : (
          <div>
            <dt className="inline text-soft">Where: </dt>
            <dd className="inline wrap-anywhere">{place}</dd>
          </div>
        )}
      </dl>
      {isOpen ? (
        <Form method="post" action={`/meeting-answers/${secret}`} className="mt-5">
          <p className="mb-2 font-semibold">Will you come?</p>
          <AnswerButtons answer={answer} suggested={suggested} />
          {actionData?.saved === true ? (
            <p className="mt-2 font-semibold">Thank you, that is noted.</p>
          ) : null}
        </Form>
      ) : (
        <div className="mt-5">
          <Notice role="status">
            {isCancelled ? `This meeting was cancelled. ${cancelledWhy}` : 'This meeting is over.'}
            {answer === null || isCancelled ? '' : ` ${ownAnswerWords[answer]}`}
          </Notice>
        </div>
      )}
      <p className="mt-5 text-sm">
        <Link to={`/meetings/${loaderData.meetingId}`} className="inline-flex min-h-6 items-center">
          Agenda and people: open the meeting
        </Link>{' '}
        (you sign in first)
      </p>
    </DoorPage>
  );
}
