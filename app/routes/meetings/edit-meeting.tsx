import { getFormProps, useForm } from '@conform-to/react';
import { data, Form, Link, redirect } from 'react-router';
import { answerKeepingDraft } from '~/features/drafts/answer-keeping-draft.server';
import { draftForm } from '~/features/drafts/draft';
import { formKey, isConflict, loadAgainOnConflict, useKeptResult } from '~/features/drafts/draft-hooks';
import { DraftConflict, EditFoot } from '~/features/drafts/edit-frame';
import { findDraft } from '~/features/drafts/draft-queries.server';
import { tellRoom } from '~/features/meetings/live/room-news.server';
import { findMeetingToRun } from '~/features/meetings/own-meeting.server';
import { changeMeeting } from '~/features/meetings/plan/change-meeting.server';
import { ClosedMeeting } from '~/features/meetings/plan/closed-meeting';
import { meetingDifferences } from '~/features/meetings/plan/meeting-differences';
import { MeetingFields } from '~/features/meetings/plan/meeting-fields';
import { changeMeetingForm } from '~/features/meetings/plan/meeting-form';
import type { ChangeMeetingForm } from '~/features/meetings/plan/meeting-form';
import { signedIn } from '~/features/people/request-actor.server';
import { timeZoneChoices } from '~/lib/time-zones';
import { answerForm } from '~/platform/form-answer.server';
import { refuse } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { Card, Notice } from '~/ui/card';
import { FormErrors, TextField } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/edit-meeting';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, network } = signedIn(context);
  const db = database.reader;
  const found = await findMeetingToRun(db, actor, params.meeting);
  if (!found.ok) refuse(found.problem);
  const { meeting } = found;
  if (meeting.cancelledAt !== null || meeting.endedAt !== null)
    return data({ closed: meeting, open: null }, { status: 403 });
  const who = { personId: actor.personId, timeZone: network.timeZone };
  const open = {
    meeting,
    timeZones: timeZoneChoices([meeting.timeZone, network.timeZone]),
    draft: await findDraft(db, who, draftForm('meeting', meeting.id)),
  };
  return { closed: null, open };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now, today } = signedIn(context);
  const formData = await readForm(request);
  const submission = parseForm(formData, { schema: changeMeetingForm });
  if (submission.status !== 'success') {
    const found = await findMeetingToRun(database.reader, actor, params.meeting);
    if (!found.ok) refuse(found.problem);
    return answerForm(submission);
  }
  const overwrite = formData.get('overwrite');
  const form = overwrite === null ? submission.value : { ...submission.value, version: Number(overwrite) };
  const input = { meetingId: params.meeting, form };
  const outcome = await changeMeeting(database, actor, input, { now, today });
  if (!outcome.ok)
    return answerKeepingDraft(
      database,
      { submission, problem: outcome.problem },
      { personId: actor.personId, form: draftForm('meeting', params.meeting), fields: formData },
      now,
    );
  tellRoom(params.meeting, { kind: 'room' });
  throw redirect(`/meetings/${params.meeting}`);
}

export const shouldRevalidate = loadAgainOnConflict;

export default function EditMeeting({ loaderData, actionData }: Route.ComponentProps) {
  const { closed, open } = loaderData;
  if (open === null)
    return (
      <ClosedMeeting meeting={closed} lead="It stays as it was: what was said of it stands on its page." />
    );
  return <MeetingEditor key={formKey(open.meeting.version, open.draft)} {...open} answer={actionData} />;
}

type Open = NonNullable<Route.ComponentProps['loaderData']['open']>;
type Props = Open & { answer: Route.ComponentProps['actionData'] };

function MeetingEditor({ meeting, timeZones, draft, answer }: Props) {
  const { id, version, title, day, time, timeZone, minutes, place, link, purpose } = meeting;
  const kept = useKeptResult(draft);
  const [form, fields] = useForm<ChangeMeetingForm>({
    id: 'meeting',
    lastResult: answer?.result ?? kept,
    defaultValue: { version, title, day, time, timeZone, minutes, place, link, purpose },
  });
  const here = `/meetings/${id}/edit`;
  return (
    <div className="mx-auto max-w-[720px]">
      <title>{`Change ${title} · Boldline`}</title>
      <PageHeader
        above={
          <Link to={`/meetings/${id}`} className="inline-block min-h-6 wrap-anywhere">
            <bdi>{title}</bdi>
          </Link>
        }
        title="Change the meeting"
        lead="Its agenda and its people have pages of their own."
      />
      {meeting.announcedAt === null ? null : (
        <div className="mb-5">
          <Notice>People are invited already: what you change here reaches their calendars by mail.</Notice>
        </div>
      )}
      <Card>
        <Form method="post" {...getFormProps(form)} className="space-y-6">
          {answer && isConflict(answer, version) ? (
            <DraftConflict
              by="Somebody else"
              differences={meetingDifferences(meeting, answer.result.initialValue ?? {})}
              version={version}
              {...{ draft, here }}
            />
          ) : null}
          <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
          <input type="hidden" name="version" value={fields.version.initialValue ?? version} />
          <TextField field={fields.title} label="Title" dir="auto" autoComplete="off" />
          <MeetingFields fields={fields} timeZones={timeZones} />
          <EditFoot {...{ draft, here }} back={`/meetings/${id}`}>
            Save the meeting
          </EditFoot>
        </Form>
      </Card>
    </div>
  );
}
