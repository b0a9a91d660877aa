import { getFormProps, useForm } from '@conform-to/react';
import { Form, Link, redirect } from 'react-router';
import { ideaStatuses } from '#db/vocabulary';
import { draftForm } from '~/features/drafts/draft';
import { formKey, isConflict, loadAgainOnConflict, useKeptResult } from '~/features/drafts/draft-hooks';
import { answerKeepingDraft } from '~/features/drafts/answer-keeping-draft.server';
import { DraftConflict, EditFoot } from '~/features/drafts/edit-frame';
import { findDraft } from '~/features/drafts/draft-queries.server';
import { ideaStatusWords } from '~/features/feed/post-words';
import { signedIn } from '~/features/people/request-actor.server';
import { ChangeIdeaFields } from '~/features/theory/change-idea-fields';
import { changeIdeaForm } from '~/features/theory/change-idea-form';
import type { ChangeIdeaForm } from '~/features/theory/change-idea-form';
import { findIdea } from '~/features/theory/change-idea-queries.server';
import { keepsIdeas } from '~/features/theory/change-idea-rules';
import { ideaDifferences } from '~/features/theory/change-idea-words';
import { changeIdeaWords } from '~/features/feed/ideas/save-change-idea.server';
import { answerForm } from '~/platform/form-answer.server';
import { found, refuse, throwNotFound } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { Card } from '~/ui/card';
import { FormErrors } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/edit-idea';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, network } = signedIn(context);
  const idea = found(await findIdea(database.reader, params.idea));
  if (!keepsIdeas(actor))
    refuse({
      kind: 'not_allowed',
      why: 'Facilitators write here. A team adds an idea when it shares a test.',
    });
  const draft = await findDraft(
    database.reader,
    { personId: actor.personId, timeZone: network.timeZone },
    draftForm('idea', idea.id),
  );
  return { idea, draft };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const formData = await readForm(request);
  const submission = parseForm(formData, { schema: changeIdeaForm });
  if (submission.status !== 'success') return answerForm(submission);
  if (submission.value.id !== params.idea) throwNotFound();
  const overwrite = formData.get('overwrite');
  const form = overwrite === null ? submission.value : { ...submission.value, version: Number(overwrite) };
  const outcome = await changeIdeaWords(database, actor, form, now);
  if (!outcome.ok)
    return answerKeepingDraft(
      database,
      { submission, problem: outcome.problem },
      { personId: actor.personId, form: draftForm('idea', params.idea), fields: formData },
      now,
    );
  throw redirect(`/ideas/${params.idea}`);
}

export const shouldRevalidate = loadAgainOnConflict;

const statusName = (status: string) => {
  const known = ideaStatuses.find((one) => one === status);
  return known ? ideaStatusWords[known].name : '';
};

export default function EditIdea(props: Route.ComponentProps) {
  const { idea, draft } = props.loaderData;
  return <IdeaEditor key={formKey(idea.version, draft)} {...props} />;
}

function IdeaEditor({ loaderData, actionData }: Route.ComponentProps) {
  const { idea, draft } = loaderData;
  const kept = useKeptResult(draft);
  const [form, fields] = useForm<ChangeIdeaForm>({
    id: 'idea',
    lastResult: actionData?.result ?? kept,
    defaultValue: idea,
  });
  const here = `/ideas/${idea.id}/edit`;
  return (
    <div className="mx-auto max-w-[720px]">
      <title>{`Change ${idea.name} · Boldline`}</title>
      <PageHeader
        above={
          <Link to={`/ideas/${idea.id}`} className="inline-block min-h-6">
            {idea.name}
          </Link>
        }
        title="Change the idea"
        lead="The tests that belong to it stay with it, whatever it is called."
      />
      <Card>
        <Form method="post" {...getFormProps(form)} className="space-y-6">
          {actionData && isConflict(actionData, idea.version) ? (
            <DraftConflict
              by="Another facilitator"
              differences={ideaDifferences(idea, actionData.result.initialValue ?? {}, statusName)}
              version={idea.version}
              {...{ draft, here }}
            />
          ) : null}
          <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
          <input type="hidden" name="id" value={idea.id} />
          <input type="hidden" name="version" value={fields.version.initialValue ?? idea.version} />
          <ChangeIdeaFields fields={fields} statusWords={ideaStatusWords} />
          <EditFoot {...{ draft, here }} back={`/ideas/${idea.id}`}>
            Save the idea
          </EditFoot>
        </Form>
      </Card>
    </div>
  );
}
