import { getFormProps, useForm } from '@conform-to/react';
import { Form, Link, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { meetingKinds } from '#db/vocabulary';
import { draftForm } from '~/features/drafts/draft';
import { formKey, useKeptResult } from '~/features/drafts/draft-hooks';
import { DraftLine } from '~/features/drafts/draft-line';
import { findDraft } from '~/features/drafts/draft-queries.server';
import { plansMeetings } from '~/features/meetings/meeting-policy';
import { MeetingFields } from '~/features/meetings/plan/meeting-fields';
import { usualMinutes } from '~/features/meetings/plan/meeting-bounds';
import { newMeetingForm } from '~/features/meetings/plan/meeting-form';
import type { NewMeetingForm } from '~/features/meetings/plan/meeting-form';
import { KindAndOwnerFields, StartField, TitleField } from '~/features/meetings/plan/new-meeting-fields';
import { listEarlierAgendas, listPlanChoices } from '~/features/meetings/plan/plan-choices-queries.server';
import { planMeeting } from '~/features/meetings/plan/plan-meeting.server';
import { signedIn } from '~/features/people/request-actor.server';
import { addDays, nextWeekday } from '~/lib/school-day';
import { timeZoneChoices } from '~/lib/time-zones';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { throwNotFound } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { FormErrors } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/new-meeting';

const twoWeeks = 14;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  if (!plansMeetings(actor)) throwNotFound();
  const db = database.reader;
  const newId = uuidv7();
  const choices = await listPlanChoices(db, actor);
  const asked = new URL(request.url).searchParams.get('of') ?? '';
  const offered = [
    ...choices.cohorts.map(({ id }) => `cohort:${id}`),
    ...choices.teams.map(({ id }) => `team:${id}`),
  ];
  const of = offered.find((one) => one === asked) ?? (choices.cohorts.length < 2 ? offered[0] : undefined);
  return {
    ...{ choices, of, newId, today },
    kind: of?.startsWith('team:') ? ('team_meeting' as const) : ('network_day' as const),
    earlier: await listEarlierAgendas(db, actor, newId),
    timeZone: network.timeZone,
    timeZones: timeZoneChoices([network.timeZone]),
    day: nextWeekday(addDays(today, twoWeeks)),
    draft: await findDraft(
      db,
      { personId: actor.personId, timeZone: network.timeZone },
      draftForm('meeting-new', actor.personId),
    ),
  };
}

/** Makes the meeting as a draft, and goes on to its agenda. */
export async function action({ request, context }: Route.ActionArgs) {
  const { database, actor, now, today } = signedIn(context);
  if (!plansMeetings(actor)) throwNotFound();
  const submission = parseForm(await readForm(request), { schema: newMeetingForm });
  if (submission.status !== 'success') return answerForm(submission);
  const outcome = await planMeeting(database, actor, submission.value, { now, today });
  if (!outcome.ok) return answerProblem(submission, outcome.problem);
  throw redirect(`/meetings/${submission.value.id}/agenda`);
}

export default function NewMeeting(props: Route.ComponentProps) {
  return <NewMeetingEditor key={formKey(0, props.loaderData.draft)} {...props} />;
}

function NewMeetingEditor({ loaderData, actionData }: Route.ComponentProps) {
  const { choices, of, kind, newId, today, earlier, timeZone, timeZones, day, draft } = loaderData;
  const kept = useKeptResult(draft);
  const [form, fields] = useForm<NewMeetingForm>({
    id: 'meeting',
    lastResult: actionData?.result ?? kept,
    defaultValue: {
      ...{ id: newId, kind, day, time: '15:30', timeZone, start: 'ready' },
      ...(of === undefined ? {} : { of }),
    },
  });
  const chosen = meetingKinds.find((one) => one === fields.kind.value) ?? kind;
  const minutesHint = `${usualMinutes[chosen]}, as usual`;
  return (
    <div className="mx-auto max-w-[720px]">
      <title>Plan a meeting · Boldline</title>
      <PageHeader
        above={
          <Link to="/meetings" className="inline-block min-h-6">
            Meetings
          </Link>
        }
        title="Plan a meeting"
        lead="Until you announce it, only those who run it see it; a team you ask to present hears of it at once. The agenda comes next."
      />
      <Card>
        <Form method="post" {...getFormProps(form)} className="space-y-6">
          <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
          <input type="hidden" name="id" value={fields.id.initialValue ?? newId} />
          <KindAndOwnerFields fields={fields} choices={choices} />
          <TitleField field={fields.title} />
          <MeetingFields fields={fields} timeZones={timeZones} minutesHint={minutesHint} />
          <StartField field={fields.start} earlier={earlier} today={today} />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <DraftLine draft={draft} back="/meetings/new" />
            <Button tone="primary">Go on to the agenda</Button>
          </div>
        </Form>
      </Card>
    </div>
  );
}
