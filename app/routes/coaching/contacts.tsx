import { getFormProps, useForm } from '@conform-to/react';
import { Form, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { contactKinds } from '#db/vocabulary';
import { contactForm } from '~/features/coaching/contacts/contact-form';
import type { ContactForm } from '~/features/coaching/contacts/contact-form';
import { listNotedContacts } from '~/features/coaching/contacts/contact-queries.server';
import { contactWords, longestContactNote } from '~/features/coaching/contacts/contact-words';
import { noteContact } from '~/features/coaching/contacts/note-contact.server';
import { NotedContacts } from '~/features/coaching/contacts/noted-contacts';
import { findCycleTeam } from '~/features/cycles/cycle-team-queries.server';
import { TypedOnDevice } from '~/features/drafts/typed-on-device';
import { coachesTeam } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { answerAgain, answerForm } from '~/platform/form-answer.server';
import { found } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { Button } from '~/ui/button';
import { Card, EmptyState, Notice } from '~/ui/card';
import { ChoiceField, FormErrors, TextAreaField, TextField } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/contacts';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, today } = signedIn(context);
  const db = database.reader;
  const team = found(await findCycleTeam(db, actor, params.team, today));
  return {
    ...{ team, today, notes: coachesTeam(actor, params.team) },
    contacts: await listNotedContacts(db, actor, params.team),
    contactId: uuidv7(),
    isNoted: new URL(request.url).searchParams.has('noted'),
  };
}

/** Notes a contact of a coach with the team. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now, today } = signedIn(context);
  const submission = parseForm(await readForm(request), { schema: contactForm(today) });
  if (submission.status !== 'success') {
    found(await findCycleTeam(database.reader, actor, params.team, today));
    return answerForm(submission);
  }
  const input = { teamId: params.team, form: submission.value };
  const outcome = await noteContact(database, actor, input, now);
  if (!outcome.ok) return answerAgain(submission, outcome.problem, 'contactId', uuidv7());
  throw redirect(`/coaching/${params.team}/contacts?noted`);
}

export default function Contacts({ loaderData, actionData }: Route.ComponentProps) {
  const { team, notes, contacts, today, isNoted } = loaderData;
  return (
    <div className="mx-auto max-w-[640px]">
      <title>Contacts · Boldline</title>
      <PageHeader
        above={`${team.schoolName} · ${team.teamName}`}
        title={notes ? 'Note a contact' : 'Contacts with the coach'}
        lead={notes ? 'A visit, a call, a message outside Boldline. The team reads it too.' : undefined}
      />
      {isNoted && !actionData ? (
        <div className="mb-5">
          <Notice role="status">Noted. The team reads it too.</Notice>
        </div>
      ) : null}
      {notes ? <ContactEditor key={loaderData.contactId} {...{ loaderData, actionData }} /> : null}
      {contacts.length > 0 ? (
        <section aria-labelledby="noted" className="mt-6">
          <h2 id="noted">Noted so far</h2>
          <NotedContacts contacts={contacts} today={today} />
        </section>
      ) : notes ? null : (
        <EmptyState title="No contact is noted yet.">
          When a coach visits, calls or writes, a line about it stands here.
        </EmptyState>
      )}
    </div>
  );
}

function ContactEditor({ loaderData, actionData }: Pick<Route.ComponentProps, 'loaderData' | 'actionData'>) {
  const { today, contactId } = loaderData;
  const [form, fields] = useForm<ContactForm>({
    id: 'contact',
    lastResult: actionData?.result,
    defaultValue: { contactId, happenedOn: today },
  });
  const typed = actionData?.result.initialValue?.contactId;
  const kept = typeof typed === 'string' ? typed : contactId;
  return (
    <Card>
      <Form method="post" {...getFormProps(form)} className="space-y-5">
        <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
        <input type="hidden" name="contactId" value={kept} />
        <ChoiceField
          field={fields.kind}
          label="How were you in touch?"
          choices={contactKinds.map((value) => ({ value, label: contactWords[value] }))}
        />
        <TextField
          field={fields.happenedOn}
          label="On which day?"
          type="date"
          max={today}
          inputClassName="max-w-52"
        />
        <TextAreaField
          field={fields.note}
          label="A line about it"
          hint={`The team and its facilitators read this. No student’s name. Up to ${longestContactNote} characters.`}
          optional
          dir="auto"
        />
        <TypedOnDevice name={`coaching/${loaderData.team.teamId}/contacts`} />
        <Button tone="primary">Note it</Button>
      </Form>
    </Card>
  );
}
