import { Link, redirect } from 'react-router';
import { findMeeting } from '~/features/meetings/meeting-queries.server';
import type { Meeting } from '~/features/meetings/meeting';
import { askForm } from '~/features/meetings/presenters/ask-form';
import { askPresenter } from '~/features/meetings/presenters/ask-presenter.server';
import { NextPlanStep, PlanPath } from '~/features/meetings/plan/plan-path';
import { listPlanSteps } from '~/features/meetings/plan/plan-path-queries.server';
import { tellRoom } from '~/features/meetings/live/room-news.server';
import { startWords } from '~/features/meetings/when-words';
import { PresentingList } from '~/features/meetings/presenters/presenting-list';
import { loadPresentersPage } from '~/features/meetings/presenters/presenters-page-queries.server';
import { ChooseByHand, SuggestionList } from '~/features/meetings/presenters/suggestion-list';
import { takeBackForm } from '~/features/meetings/presenters/take-back-form';
import { takeBackPresenter } from '~/features/meetings/presenters/take-back-presenter.server';
import { signedIn } from '~/features/people/request-actor.server';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { found, refuse, throwNotFound } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/presenters';

async function meetingToRun({
  params,
  context,
}: Pick<Route.LoaderArgs, 'params' | 'context'>): Promise<Meeting> {
  const { database, actor } = signedIn(context);
  const meeting = found(await findMeeting(database.reader, actor, params.meeting));
  if (!meeting.runs)
    refuse({ kind: 'not_allowed', why: 'Only those who run this meeting choose who presents.' });
  return meeting;
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const meeting = await meetingToRun({ params, context });
  const { id, title, day, time, cancelledAt, endedAt } = meeting;
  return {
    meeting: { id, title, day, time },
    steps: await listPlanSteps(db, meeting, { today }),
    mayAsk: cancelledAt === null && endedAt === null,
    page: await loadPresentersPage(db, actor, meeting, { network, today }),
  };
}

async function takeBack({
  fields,
  context,
  meetingId,
}: Pick<Route.ActionArgs, 'context'> & { fields: FormData; meetingId: string }) {
  const { database, actor } = signedIn(context);
  const submission = parseForm(fields, { schema: takeBackForm });
  if (submission.status !== 'success') throwNotFound();
  const outcome = await takeBackPresenter(database, actor, { meetingId, form: submission.value });
  if (!outcome.ok) return answerProblem(submission, outcome.problem);
  tellRoom(meetingId, { kind: 'room' });
  throw redirect(`/meetings/${meetingId}/presenters`);
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const meeting = await meetingToRun({ params, context });
  const fields = await readForm(request);
  if (fields.get('step') === 'take-back') return takeBack({ fields, context, meetingId: meeting.id });
  const submission = parseForm(fields, { schema: askForm });
  if (submission.status !== 'success') return answerForm(submission);
  const outcome = await askPresenter(database, actor, { meetingId: meeting.id, form: submission.value }, now);
  if (!outcome.ok) return answerProblem(submission, outcome.problem);
  tellRoom(meeting.id, { kind: 'room' });
  throw redirect(`/meetings/${meeting.id}/presenters`);
}

/** The ids of the page's forms stay, so that an answer stands in the form it is about. */
export function shouldRevalidate({
  actionStatus,
  defaultShouldRevalidate,
}: {
  actionStatus?: number;
  defaultShouldRevalidate: boolean;
}): boolean {
  return actionStatus === 400 ? false : defaultShouldRevalidate;
}

export default function PresentersPage({ loaderData, actionData }: Route.ComponentProps) {
  const { meeting, mayAsk, page, steps } = loaderData;
  const answered = actionData?.result ?? null;
  const askIds = [
    ...page.present.map(({ askId }) => askId),
    ...page.suggestions.map(({ askId }) => askId),
    page.byHand.askId,
  ];
  const answeredId = answered?.initialValue?.id;
  const answerTo = (askId: string) => (answeredId === askId ? answered : null);
  const isOther = answered !== null && !askIds.some((askId) => askId === answeredId);
  const messages = isOther ? Object.values(answered.error ?? {}).flat() : [];
  return (
    <div className="mx-auto max-w-[820px]">
      <title>{`Who presents · ${meeting.title} · Boldline`}</title>
      <PageHeader
        above={
          <Link to={`/meetings/${meeting.id}`} className="inline-block min-h-6">
            {meeting.title}
          </Link>
        }
        title="Who presents"
        lead={
          mayAsk
            ? `${startWords(meeting)}. A team is asked first. Until it says yes, the room sees its name and nothing of its cycle.`
            : `${startWords(meeting)}. It is over or cancelled, so this stays as it was.`
        }
        action={
          steps.length > 0 ? (
            <NextPlanStep steps={steps} at="presenters" />
          ) : mayAsk ? (
            <ButtonLink to={`/meetings/${meeting.id}/agenda`}>To the agenda</ButtonLink>
          ) : (
            <ButtonLink to={`/meetings/${meeting.id}`}>Back to the meeting</ButtonLink>
          )
        }
      />
      <PlanPath steps={steps} at="presenters" />
      <div className="space-y-6">
        {messages.length === 0 ? null : (
          <Notice tone="attention" role="alert">
            {messages.join(' ')}
          </Notice>
        )}
        <PresentingList {...page} {...{ mayAsk, answerTo }} />
        {mayAsk ? (
          <>
            <SuggestionList suggestions={page.suggestions} answerTo={answerTo} />
            <ChooseByHand byHand={page.byHand} answerTo={answerTo} />
          </>
        ) : null}
      </div>
    </div>
  );
}
