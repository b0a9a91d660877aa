import { Link, redirect } from 'react-router';
import { draftForm } from '~/features/drafts/draft';
import { formKey, isConflict, loadAgainOnceWritten } from '~/features/drafts/draft-hooks';
import { answerKeepingDraft } from '~/features/drafts/answer-keeping-draft.server';
import { findDraft } from '~/features/drafts/draft-queries.server';
import { listAudienceChoices } from '~/features/feed/sharing/audience-choices.server';
import { changePost, prepareChange } from '~/features/feed/sharing/change-post.server';
import { changeStart, shownQuestions } from '~/features/feed/sharing/change-start.server';
import { listIdeaNames } from '~/features/feed/sharing/idea-names.server';
import { findOwnPost, subjectOfPost } from '~/features/feed/sharing/own-post.server';
import { answerPreview } from '~/features/feed/sharing/share-answer.server';
import { ShareEditor } from '~/features/feed/sharing/share-editor';
import { shareForm } from '~/features/feed/sharing/share-form';
import { unseen } from '~/features/feed/sharing/share-post.server';
import { signedIn } from '~/features/people/request-actor.server';
import { formatDay, schoolDayAt } from '~/lib/school-day';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { found, refuse, throwNotFound } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/edit-post';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const post = await findOwnPost(db, actor, params.post);
  if (post.kind === 'nothing') throwNotFound();
  if (post.kind === 'seen')
    refuse({ kind: 'not_allowed', why: 'Only the team that shared a post changes it.' });
  const { own } = post;
  const subject = found(await subjectOfPost(db, actor, own));
  return {
    ...{ subject, title: own.post.title, version: own.post.version, postId: own.post.id },
    start: { ...(await changeStart(db, own)), questionIds: shownQuestions(own, subject.questions) },
    hasChart: own.story.chart !== null || own.story.shape !== '',
    sharedOn: formatDay(schoolDayAt(own.post.sharedAt, network.timeZone), today),
    audiences: await listAudienceChoices(db, subject.team),
    ideaNames: await listIdeaNames(db),
    draft: await findDraft(
      db,
      { personId: actor.personId, timeZone: network.timeZone },
      draftForm('post-edit', own.post.id),
    ),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, network, now, today } = signedIn(context);
  const formData = await readForm(request);
  const submission = parseForm(formData, { schema: shareForm });
  if (submission.status !== 'success') return answerForm(submission);
  const overwrite = formData.get('overwrite');
  const form = overwrite === null ? submission.value : { ...submission.value, version: Number(overwrite) };
  const shares = formData.get('step') === 'share' || overwrite !== null;
  const keepsChart = formData.get('updateChart') === null;
  const input = { postId: params.post, form, keepsChart, network, today };
  if (shares) {
    const outcome = await changePost(database, actor, input, now);
    if (outcome.ok) throw redirect(`/posts/${params.post}`);
    if (outcome.problem.kind !== 'invalid' || outcome.problem.fields)
      return answerKeepingDraft(
        database,
        { submission, problem: outcome.problem },
        { personId: actor.personId, form: draftForm('post-edit', params.post), fields: formData },
        now,
      );
  }
  const outcome = await prepareChange(database.reader, actor, input);
  if (!outcome.ok) return answerProblem(submission, outcome.problem);
  const { prepared } = outcome;
  const notice = shares ? unseen(prepared, form) : null;
  return answerPreview(database.reader, submission, { prepared, postId: params.post, today, notice });
}

export const shouldRevalidate = loadAgainOnceWritten;

export default function EditPost({ loaderData, actionData }: Route.ComponentProps) {
  const { postId, title, version, draft, hasChart, sharedOn } = loaderData;
  const here = `/posts/${postId}/edit`;
  return (
    <div className="mx-auto max-w-[820px]">
      <title>{`Change ${title} · Boldline`}</title>
      <PageHeader
        above={
          <Link to={`/posts/${postId}`} className="inline-block min-h-6">
            {title}
          </Link>
        }
        title="Change what you shared"
        lead="Others see the new words at once, and that it was changed."
      />
      <ShareEditor
        key={formKey(version, draft)}
        {...loaderData}
        answer={actionData}
        here={here}
        shareWords="Share the change"
        before={
          actionData && isConflict(actionData, version) ? (
            <Notice tone="attention" role="alert">
              Somebody in your team changed this post while you were writing. Your words are still below;{' '}
              <Link to={`/posts/${postId}`}>look at theirs</Link>, then{' '}
              <Button name="overwrite" value={version} className="ml-1">
                share yours all the same
              </Button>
            </Notice>
          ) : null
        }
      >
        {hasChart ? (
          <label className="flex min-h-6 items-start gap-2.5">
            <input type="checkbox" name="updateChart" className="mt-1 size-4.5 accent-accent" />
            Show the chart with today’s numbers instead of those of {sharedOn}.
          </label>
        ) : null}
      </ShareEditor>
    </div>
  );
}
