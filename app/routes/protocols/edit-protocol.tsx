import { FormProvider, getFormProps, useForm } from '@conform-to/react';
import { Form, Link, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { draftForm } from '~/features/drafts/draft';
import { formKey, isConflict, loadAgainOnceWritten, useKeptResult } from '~/features/drafts/draft-hooks';
import { DraftConflict, EditFoot } from '~/features/drafts/edit-frame';
import { answerKeepingDraft } from '~/features/drafts/answer-keeping-draft.server';
import { findDraft } from '~/features/drafts/draft-queries.server';
import { mostSteps } from '~/features/meetings/protocols/protocol-bounds';
import { ProtocolFields } from '~/features/meetings/protocols/protocol-fields';
import { protocolForm } from '~/features/meetings/protocols/protocol-form';
import type { ProtocolForm } from '~/features/meetings/protocols/protocol-form';
import { keepsProtocols } from '~/features/meetings/protocols/protocol-policy';
import { findOwnProtocol, listStepIds } from '~/features/meetings/protocols/protocol-queries.server';
import { changeProtocol } from '~/features/meetings/protocols/save-protocol.server';
import { stepDifferences } from '~/features/meetings/protocols/step-differences';
import { signedIn } from '~/features/people/request-actor.server';
import { answerForm } from '~/platform/form-answer.server';
import { found, refuse, throwNotFound } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { Card } from '~/ui/card';
import { FormErrors } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/edit-protocol';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, network } = signedIn(context);
  const db = database.reader;
  const protocol = found(await findOwnProtocol(db, actor, params.protocol));
  if (!keepsProtocols(actor))
    refuse({
      kind: 'not_allowed',
      why: 'Facilitators and administrators write the network’s own protocols.',
    });
  const who = { personId: actor.personId, timeZone: network.timeZone };
  return {
    protocol,
    stepIds: await listStepIds(db, protocol.key),
    draft: await findDraft(db, who, draftForm('protocol', protocol.key)),
    newStepIds: Array.from({ length: mostSteps + 1 }, () => uuidv7()),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const formData = await readForm(request);
  const submission = parseForm(formData, { schema: protocolForm });
  if (submission.status !== 'success') {
    found(await findOwnProtocol(database.reader, actor, params.protocol));
    return answerForm(submission);
  }
  if (submission.value.id !== params.protocol) throwNotFound();
  const overwrite = formData.get('overwrite');
  const form = overwrite === null ? submission.value : { ...submission.value, version: Number(overwrite) };
  const outcome = await changeProtocol(database, actor, form, now);
  if (!outcome.ok)
    return answerKeepingDraft(
      database,
      { submission, problem: outcome.problem },
      { personId: actor.personId, form: draftForm('protocol', params.protocol), fields: formData },
      now,
    );
  throw redirect(`/protocols/${params.protocol}?saved`);
}

export const shouldRevalidate = loadAgainOnceWritten;

export default function EditProtocol(props: Route.ComponentProps) {
  const { protocol, draft } = props.loaderData;
  return <ProtocolEditor key={formKey(protocol.version, draft)} {...props} />;
}

function ProtocolEditor({ loaderData, actionData }: Route.ComponentProps) {
  const { protocol, stepIds, draft, newStepIds } = loaderData;
  const { key: id, version, name, about } = protocol;
  const kept = useKeptResult(draft);
  const [form, fields] = useForm<ProtocolForm>({
    id: 'protocol',
    lastResult: actionData?.result ?? kept,
    defaultValue: {
      ...{ id, version, name, about },
      protocolSteps: protocol.steps.map((step, index) => ({ ...step, id: stepIds[index] ?? '' })),
    },
  });
  const typed: Record<string, unknown> = actionData?.result.initialValue ?? {};
  const here = `/protocols/${id}/edit`;
  return (
    <div className="mx-auto max-w-[720px]">
      <title>{`Change ${name} · Boldline`}</title>
      <PageHeader
        above={
          <Link to={`/protocols/${id}`} className="inline-block min-h-6 wrap-anywhere">
            <bdi>{name}</bdi>
          </Link>
        }
        title="Change the protocol"
        lead="Agendas made from it before keep the steps they have."
      />
      <FormProvider context={form.context}>
        <Form method="post" {...getFormProps(form)}>
          <button className="hidden" aria-hidden="true" tabIndex={-1} />
          <Card className="space-y-6">
            {actionData && isConflict(actionData, version) ? (
              <DraftConflict
                by={protocol.changedByName}
                differences={stepDifferences(
                  {
                    words: [
                      { label: 'Name', theirs: name, mine: typed.name },
                      { label: 'What is it for?', theirs: about, mine: typed.about },
                    ],
                    steps: protocol.steps,
                  },
                  typed.protocolSteps,
                )}
                version={version}
                {...{ draft, here }}
              />
            ) : null}
            <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="version" value={fields.version.initialValue ?? version} />
            <ProtocolFields {...{ form, fields, newStepIds }} />
            <EditFoot {...{ draft, here }} back={`/protocols/${id}`}>
              Save the protocol
            </EditFoot>
          </Card>
        </Form>
      </FormProvider>
    </div>
  );
}
