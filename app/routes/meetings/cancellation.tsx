import { getFormProps, useForm } from '@conform-to/react';
import { Form, Link, redirect } from 'react-router';
import { cancelMeeting } from '~/features/meetings/invitations/cancel-meeting.server';
import { longestReason } from '~/features/meetings/invitations/invitation-bounds';
import { isOver } from '~/features/meetings/invitations/meeting-time-rules';
import { cancellationForm } from '~/features/meetings/invitations/people-form';
import { tellRoom } from '~/features/meetings/live/room-news.server';
import { findMeetingToRun } from '~/features/meetings/own-meeting.server';
import { whenWords } from '~/features/meetings/when-words';
import { signedIn } from '~/features/people/request-actor.server';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { refuse } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { Button, ButtonLink } from '~/ui/button';
import { Card, Notice } from '~/ui/card';
import { FormErrors, TextAreaField } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/cancellation';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, now, today } = signedIn(context);
  const found = await findMeetingToRun(database.reader, actor, params.meeting);
  if (!found.ok) refuse(found.problem);
  const { meeting } = found;
  return { meeting, today, isClosed: meeting.cancelledAt !== null || isOver(meeting, now) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const found = await findMeetingToRun(database.reader, actor, params.meeting);
  if (!found.ok) refuse(found.problem);
  const submission = parseForm(await readForm(request), { schema: cancellationForm });
  if (submission.status !== 'success') return answerForm(submission);
  const input = { meetingId: params.meeting, why: submission.value.why };
  const outcome = await cancelMeeting(database, actor, input, now);
  if (!outcome.ok) return answerProblem(submission, outcome.problem);
  tellRoom(params.meeting, { kind: 'room' });
  throw redirect(`/meetings/${params.meeting}`);
}

export default function Cancellation({ loaderData, actionData }: Route.ComponentProps) {
  const { meeting, today, isClosed } = loaderData;
  const [form, fields] = useForm<{ why: string }>({ id: 'cancel', lastResult: actionData?.result ?? null });
  const back = `/meetings/${meeting.id}`;
  return (
    <div className="mx-auto max-w-[640px]">
      <title>{`Cancel ${meeting.title} · Boldline`}</title>
      <PageHeader
        above={
          <Link to={back} className="inline-block min-h-6">
            {meeting.title}
          </Link>
        }
        title="Cancel the meeting"
        lead={whenWords(meeting, { today })}
      />
      {isClosed ? (
        <Notice>
          {meeting.cancelledAt === null
            ? 'It is over already, so there is nothing to cancel.'
            : 'This meeting is cancelled already.'}
        </Notice>
      ) : (
        <Card>
          <Form method="post" {...getFormProps(form)} className="space-y-4">
            <FormErrors errors={form.errors} />
            <TextAreaField
              field={fields.why}
              label="Why"
              hint={
                meeting.announcedAt === null
                  ? 'It was not announced, so nobody is told.'
                  : 'Everybody who was invited gets this in a mail that takes the date out of their calendar.'
              }
              maxLength={longestReason}
            />
            <div className="flex flex-wrap gap-2">
              <Button tone="primary">Cancel the meeting</Button>
              <ButtonLink to={back} tone="quiet">
                Keep it
              </ButtonLink>
            </div>
          </Form>
        </Card>
      )}
    </div>
  );
}
