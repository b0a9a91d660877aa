import { FormProvider, getFormProps, useForm } from '@conform-to/react';
import { Form, Link, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { answerKeepingDraft } from '~/features/drafts/answer-keeping-draft.server';
import { draftForm } from '~/features/drafts/draft';
import { formKey, loadAgainOnceWritten, useKeptResult } from '~/features/drafts/draft-hooks';
import { DraftConflict, EditFoot } from '~/features/drafts/edit-frame';
import { findDraft } from '~/features/drafts/draft-queries.server';
import { minutesOfAgenda } from '~/features/meetings/agenda/agenda';
import { listHeldSteps } from '~/features/meetings/agenda/agenda-change.server';
import { loadAgenda } from '~/features/meetings/agenda/agenda-queries.server';
import { sumWords } from '~/features/meetings/agenda/agenda-words';
import { changeItem } from '~/features/meetings/agenda/change-item.server';
import { itemDifferences } from '~/features/meetings/agenda/item-differences';
import { ItemFields } from '~/features/meetings/agenda/item-fields';
import { itemForm } from '~/features/meetings/agenda/item-form';
import type { ItemForm } from '~/features/meetings/agenda/item-form';
import { findItemToChange } from '~/features/meetings/agenda/item-queries.server';
import { storedSubject, subjectValue } from '~/features/meetings/agenda/subject-choices';
import { listSubjects } from '~/features/meetings/agenda/subject-queries.server';
import { tellRoom } from '~/features/meetings/live/room-news.server';
import { findMeeting } from '~/features/meetings/meeting-queries.server';
import { mostSteps } from '~/features/meetings/protocols/protocol-bounds';
import { StepFields } from '~/features/meetings/protocols/step-fields';
import { signedIn } from '~/features/people/request-actor.server';
import { answerForm } from '~/platform/form-answer.server';
import { found, refuse } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { FormErrors } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/item';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, network } = signedIn(context);
  const db = database.reader;
  const own = await findItemToChange(db, actor, params.item);
  if (!own.ok) refuse(own.problem);
  const meeting = found(await findMeeting(db, actor, own.meetingId));
  const items = await loadAgenda(db, meeting);
  const item = found(items.find(({ id }) => id === params.item));
  const who = { personId: actor.personId, timeZone: network.timeZone };
  return {
    ...{ meeting, item },
    othersMinutes: minutesOfAgenda(items.filter(({ id }) => id !== item.id)),
    subjects: await listSubjects(db, actor, meeting),
    heldIds: await listHeldSteps(db, meeting.id),
    draft: await findDraft(db, who, draftForm('agenda-item', item.id)),
    isFolded: new URL(request.url).searchParams.has('presenter'),
    newStepIds: Array.from({ length: mostSteps + 1 }, () => uuidv7()),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const formData = await readForm(request);
  const submission = parseForm(formData, { schema: itemForm });
  if (submission.status !== 'success') {
    const own = await findItemToChange(database.reader, actor, params.item);
    if (!own.ok) refuse(own.problem);
    return answerForm(submission);
  }
  const overwrite = formData.get('overwrite');
  const form =
    overwrite === null ? submission.value : { ...submission.value, agendaVersion: Number(overwrite) };
  const outcome = await changeItem(database, actor, { itemId: params.item, form, askId: uuidv7() }, now);
  if (!outcome.ok)
    return answerKeepingDraft(
      database,
      { submission, problem: outcome.problem },
      { personId: actor.personId, form: draftForm('agenda-item', params.item), fields: formData },
      now,
    );
  tellRoom(outcome.meetingId, { kind: 'room' });
  throw redirect(`/meetings/${outcome.meetingId}/agenda#item-${params.item}`);
}

export const shouldRevalidate = loadAgainOnceWritten;

export default function Item(props: Route.ComponentProps) {
  const { meeting, draft } = props.loaderData;
  return <ItemEditor key={formKey(meeting.agendaVersion, draft)} {...props} />;
}

function ItemEditor({ loaderData, actionData }: Route.ComponentProps) {
  const { meeting, item, subjects, heldIds, draft, newStepIds, othersMinutes, isFolded } = loaderData;
  const { agendaVersion } = meeting;
  const kept = useKeptResult(draft);
  const [form, fields] = useForm<ItemForm>({
    id: 'item',
    lastResult: actionData?.result ?? kept,
    defaultValue: {
      ...{ agendaVersion, title: item.title, focus: item.focus, protocolSteps: item.steps },
      subject: subjectValue(storedSubject(item.subject)),
    },
  });
  const here = `/items/${item.id}`;
  const back = `/meetings/${meeting.id}/agenda#item-${item.id}`;
  const typed: Record<string, unknown> = actionData?.result.initialValue ?? {};
  const isStale = actionData?.conflict === true && Number(typed.agendaVersion) !== agendaVersion;
  return (
    <div className="mx-auto max-w-[720px]">
      <title>{`${item.title} · Boldline`}</title>
      <PageHeader
        above={
          <Link to={back} className="inline-block min-h-6 wrap-anywhere">
            Agenda of <bdi>{meeting.title}</bdi>
          </Link>
        }
        title={<bdi>{item.title}</bdi>}
      />
      <FormProvider context={form.context}>
        <Form method="post" {...getFormProps(form)}>
          <button className="hidden" aria-hidden="true" tabIndex={-1} />
          <Card className="space-y-6">
            {isStale ? (
              <DraftConflict
                by="Somebody else"
                differences={itemDifferences(item, subjects, typed)}
                version={agendaVersion}
                {...{ draft, here }}
              />
            ) : null}
            <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
            <input
              type="hidden"
              name="agendaVersion"
              value={fields.agendaVersion.initialValue ?? agendaVersion}
            />
            <ItemFields
              {...{ fields, subjects }}
              present={item.subject}
              asksTeam={meeting.cohortId !== null}
              underSubject={isFolded ? <Button tone="primary">Save this choice</Button> : null}
            />
            <details suppressHydrationWarning open={!isFolded || actionData !== undefined}>
              <summary className="inline-block min-h-6 font-semibold">Steps and their minutes</summary>
              <StepFields
                {...{ form, newStepIds, heldIds }}
                isTitled
                field={fields.protocolSteps}
                sumNote={(minutes) => `the meeting: ${sumWords(othersMinutes + minutes, meeting.minutes)}`}
              />
            </details>
            <EditFoot {...{ draft, here }} back={back}>
              Save it
            </EditFoot>
          </Card>
        </Form>
      </FormProvider>
    </div>
  );
}
