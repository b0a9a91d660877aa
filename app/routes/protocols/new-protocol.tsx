import { FormProvider, getFormProps, useForm } from '@conform-to/react';
import { Form, Link, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { draftForm } from '~/features/drafts/draft';
import { formKey, loadAgainOnceWritten, useKeptResult } from '~/features/drafts/draft-hooks';
import { DraftLine } from '~/features/drafts/draft-line';
import { findDraft } from '~/features/drafts/draft-queries.server';
import { mostSteps } from '~/features/meetings/protocols/protocol-bounds';
import { ProtocolFields } from '~/features/meetings/protocols/protocol-fields';
import { protocolForm } from '~/features/meetings/protocols/protocol-form';
import type { ProtocolForm } from '~/features/meetings/protocols/protocol-form';
import { shippedProtocol } from '~/features/meetings/protocols/protocol-library';
import { keepsProtocols, readsProtocols } from '~/features/meetings/protocols/protocol-policy';
import { findOwnProtocol } from '~/features/meetings/protocols/protocol-queries.server';
import { addProtocol } from '~/features/meetings/protocols/save-protocol.server';
import { signedIn } from '~/features/people/request-actor.server';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { found, refuse, throwNotFound } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { FormErrors } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/new-protocol';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { database, actor, network } = signedIn(context);
  if (!readsProtocols(actor)) throwNotFound();
  if (!keepsProtocols(actor))
    refuse({
      kind: 'not_allowed',
      why: 'Facilitators and administrators write the network’s own protocols.',
    });
  const { searchParams, search } = new URL(request.url);
  const from = searchParams.get('from');
  const copied =
    from === null
      ? null
      : found(shippedProtocol(from) ?? (await findOwnProtocol(database.reader, actor, from)));
  return {
    copied,
    draft: await findDraft(
      database.reader,
      { personId: actor.personId, timeZone: network.timeZone },
      draftForm('protocol-new', actor.personId),
    ),
    here: `/protocols/new${search}`,
    newId: uuidv7(),
    newStepIds: Array.from({ length: mostSteps * 2 + 1 }, () => uuidv7()),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const submission = parseForm(await readForm(request), { schema: protocolForm });
  if (submission.status !== 'success') return answerForm(submission);
  const outcome = await addProtocol(database, actor, submission.value, now);
  if (!outcome.ok) return answerProblem(submission, outcome.problem);
  throw redirect(`/protocols/${submission.value.id}?saved`);
}

export const shouldRevalidate = loadAgainOnceWritten;

export default function NewProtocol(props: Route.ComponentProps) {
  return <NewProtocolEditor key={formKey(0, props.loaderData.draft)} {...props} />;
}

function NewProtocolEditor({ loaderData, actionData }: Route.ComponentProps) {
  const { copied, draft, here, newId, newStepIds } = loaderData;
  const kept = useKeptResult(draft);
  const [form, fields] = useForm<ProtocolForm>({
    id: 'protocol',
    lastResult: actionData?.result ?? kept,
    defaultValue: {
      ...{ id: newId, version: 0, madeFrom: copied?.key ?? '', about: copied?.about ?? '' },
      name: copied ? `${copied.name}, ours` : '',
      protocolSteps: copied
        ? copied.steps.map((step, index) => ({ ...step, id: newStepIds[index] ?? '' }))
        : [{ id: newStepIds[0] ?? '', speaks: 'everyone', silent: 'nobody' }],
    },
  });
  return (
    <div className="mx-auto max-w-[720px]">
      <title>A protocol of our own · Boldline</title>
      <PageHeader
        above={
          <Link to="/protocols" className="inline-block min-h-6">
            Protocols
          </Link>
        }
        title="A protocol of our own"
        lead={
          copied
            ? `A copy of ${copied.name}. Change what you like; the one it came from stays.`
            : 'Everybody in the network who plans meetings can use it.'
        }
      />
      <FormProvider context={form.context}>
        <Form method="post" {...getFormProps(form)}>
          <button className="hidden" aria-hidden="true" tabIndex={-1} />
          <Card className="space-y-6">
            <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
            <input type="hidden" name="id" value={fields.id.initialValue ?? newId} />
            <input type="hidden" name="version" value="0" />
            <input type="hidden" name="madeFrom" value={fields.madeFrom.initialValue ?? ''} />
            <ProtocolFields {...{ form, fields, newStepIds }} />
            <div className="flex flex-wrap items-center justify-between gap-3">
              <DraftLine draft={draft} back={here} />
              <Button tone="primary">Add the protocol</Button>
            </div>
          </Card>
        </Form>
      </FormProvider>
    </div>
  );
}
