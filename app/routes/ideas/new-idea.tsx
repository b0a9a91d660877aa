import { getFormProps, useForm } from '@conform-to/react';
import { Form, Link, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { draftForm } from '~/features/drafts/draft';
import { formKey, useKeptResult } from '~/features/drafts/draft-hooks';
import { DraftLine } from '~/features/drafts/draft-line';
import { findDraft } from '~/features/drafts/draft-queries.server';
import { ideaStatusWords } from '~/features/feed/post-words';
import { signedIn } from '~/features/people/request-actor.server';
import { ChangeIdeaFields } from '~/features/theory/change-idea-fields';
import { changeIdeaForm } from '~/features/theory/change-idea-form';
import type { ChangeIdeaForm } from '~/features/theory/change-idea-form';
import { keepsIdeas } from '~/features/theory/change-idea-rules';
import { addIdea } from '~/features/feed/ideas/save-change-idea.server';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { refuse } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { FormErrors } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/new-idea';

export async function loader({ context }: Route.LoaderArgs) {
  const { database, actor, network } = signedIn(context);
  if (!keepsIdeas(actor))
    refuse({
      kind: 'not_allowed',
      why: 'Facilitators write here. A team adds an idea when it shares a test.',
    });
  const draft = await findDraft(
    database.reader,
    { personId: actor.personId, timeZone: network.timeZone },
    draftForm('idea-new', actor.personId),
  );
  return { draft, newId: uuidv7() };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const submission = parseForm(await readForm(request), { schema: changeIdeaForm });
  if (submission.status !== 'success') return answerForm(submission);
  const outcome = await addIdea(database, actor, submission.value, now);
  if (!outcome.ok) return answerProblem(submission, outcome.problem);
  throw redirect(`/ideas/${submission.value.id}`);
}

export default function NewIdea(props: Route.ComponentProps) {
  return <NewIdeaEditor key={formKey(0, props.loaderData.draft)} {...props} />;
}

function NewIdeaEditor({ loaderData, actionData }: Route.ComponentProps) {
  const { draft, newId } = loaderData;
  const kept = useKeptResult(draft);
  const [form, fields] = useForm<ChangeIdeaForm>({
    id: 'idea',
    lastResult: actionData?.result ?? kept,
    defaultValue: { id: newId, version: 0, status: 'testing' },
  });
  return (
    <div className="mx-auto max-w-[720px]">
      <title>A new idea · Boldline</title>
      <PageHeader
        above={
          <Link to="/ideas" className="inline-block min-h-6">
            Change ideas
          </Link>
        }
        title="A new idea"
        lead="Everybody in the network reads it. A name and one sentence are enough to begin."
      />
      <Card>
        <Form method="post" {...getFormProps(form)} className="space-y-6">
          <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
          <input type="hidden" name="id" value={fields.id.initialValue ?? newId} />
          <input type="hidden" name="version" value="0" />
          <ChangeIdeaFields fields={fields} statusWords={ideaStatusWords} />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <DraftLine draft={draft} back="/ideas/new" />
            <Button tone="primary">Add the idea</Button>
          </div>
        </Form>
      </Card>
    </div>
  );
}
