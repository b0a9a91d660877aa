import { Link, data, redirect } from 'react-router';
import { findCycle } from '~/features/cycles/cycle-queries.server';
import { answerKeepingDraft } from '~/features/drafts/answer-keeping-draft.server';
import { formKey, loadAgainOnceWritten } from '~/features/drafts/draft-hooks';
import { findDraft } from '~/features/drafts/draft-queries.server';
import { readChosenSeries } from '~/features/feed/sharing/chart-to-share.server';
import { findCycleToShare } from '~/features/feed/sharing/share-subject-queries.server';
import {
  agreeToPresent,
  cannotAgreeWords,
  declineToPresent,
  notSeenYet,
  presentDraft,
  tooLateWords,
} from '~/features/meetings/presenters/answer-presentation.server';
import { DeclineCard } from '~/features/meetings/presenters/decline-card';
import { formToShow } from '~/features/meetings/presenters/kept-storyboard.server';
import { PresentEditor } from '~/features/meetings/presenters/present-editor';
import { declineForm, presentForm } from '~/features/meetings/presenters/present-form';
import { previewOf } from '~/features/meetings/presenters/present-preview.server';
import { presentStart } from '~/features/meetings/presenters/present-rules';
import type { Presentation } from '~/features/meetings/presenters/presentation';
import { findPresentation } from '~/features/meetings/presenters/presentation-queries.server';
import { findMeeting } from '~/features/meetings/meeting-queries.server';
import { startWords } from '~/features/meetings/when-words';
import {
  besideHiddenWords,
  hiddenPostBeside,
  prepareStoryboard,
} from '~/features/meetings/presenters/prepare-storyboard.server';
import { StoryboardSheet } from '~/features/meetings/presenters/storyboard-sheet';
import { signedIn } from '~/features/people/request-actor.server';
import { formatDay, schoolDayAt } from '~/lib/school-day';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { found, refuse } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { ButtonLink } from '~/ui/button';
import { Card, Notice } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/presentation';

type Args = Pick<Route.LoaderArgs, 'params' | 'context'>;

async function presentationOf({ params, context }: Args): Promise<Presentation> {
  const { database, actor } = signedIn(context);
  return found(await findPresentation(database.reader, actor, params.presentation));
}

/** The form and what the room would see with it, for those who answer; null for all others. */
async function answering(presentation: Presentation, context: Args['context']) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  if (!presentation.isOwn || cannotAgreeWords(presentation) !== null) return null;
  const subject = found(await findCycleToShare(db, actor, presentation.cycleId));
  const cycle = found(await findCycle(db, actor, presentation.cycleId));
  const hidden = await hiddenPostBeside(db, subject, { presentationId: presentation.id, measureIds: [] });
  if (hidden !== null) return { blocked: besideHiddenWords(hidden), editing: null };
  const { students } = await readChosenSeries(db, subject, network);
  const { shown, version } = presentation;
  const start = presentStart(subject, cycle, { shown, students, version });
  const draft = await findDraft(
    db,
    { personId: actor.personId, timeZone: network.timeZone },
    presentDraft(presentation.id),
  );
  const form = formToShow(draft, start);
  const outcome =
    form === null ? null : await prepareStoryboard(db, actor, { presentation, form, network, today });
  const { questions, measures, decision } = subject;
  return {
    blocked: null,
    editing: {
      ...{ start, draft, subject: { questions, measures, decision } },
      first: outcome?.ok ? previewOf(outcome.prepared, null) : null,
    },
  };
}

/** The meeting, for who may read it: where its presenters are chosen, for who runs it. A team is asked before it is invited. */
async function meetingPathOf({ meetingId }: Presentation, context: Args['context']): Promise<string | null> {
  const { database, actor } = signedIn(context);
  const meeting = await findMeeting(database.reader, actor, meetingId);
  if (meeting === null) return null;
  return meeting.runs ? `/meetings/${meetingId}/presenters` : `/meetings/${meetingId}`;
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const { network, today } = signedIn(context);
  const presentation = await presentationOf({ params, context });
  const { isOwn, state } = presentation;
  const answeredAt = presentation.agreedAt ?? presentation.declinedAt;
  return {
    presentation,
    meetingPath: await meetingPathOf(presentation, context),
    late: cannotAgreeWords(presentation),
    mayDecline:
      isOwn && tooLateWords(presentation) === null && (presentation.isOnAgenda || state === 'agreed'),
    answeredOn: answeredAt === null ? null : formatDay(schoolDayAt(answeredAt, network.timeZone), today),
    answer: await answering(presentation, context),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, network, now, today } = signedIn(context);
  const db = database.reader;
  const presentationId = params.presentation;
  const presentation = await presentationOf({ params, context });
  if (!presentation.isOwn)
    refuse({ kind: 'not_allowed', why: 'Only the team itself says what it presents.' });
  const fields = await readForm(request);
  if (fields.get('step') === 'decline') {
    const submission = parseForm(fields, { schema: declineForm });
    if (submission.status !== 'success') return answerForm(submission);
    const outcome = await declineToPresent(database, actor, { presentationId, form: submission.value }, now);
    if (!outcome.ok) return answerProblem(submission, outcome.problem);
    throw redirect(`/presentations/${presentationId}`);
  }
  const submission = parseForm(fields, { schema: presentForm });
  if (submission.status !== 'success') return answerForm(submission);
  const form = submission.value;
  if (fields.get('step') === 'agree') {
    const outcome = await agreeToPresent(database, actor, { presentationId, form, network, today }, now);
    if (outcome.ok) throw redirect(`/presentations/${presentationId}`);
    if (outcome.problem.kind !== 'invalid' || outcome.problem.fields)
      return answerKeepingDraft(
        database,
        { submission, problem: outcome.problem },
        { personId: actor.personId, form: presentDraft(presentationId), fields },
        now,
      );
  }
  const late = cannotAgreeWords(presentation);
  if (late !== null) return answerProblem(submission, { kind: 'invalid', message: late });
  const outcome = await prepareStoryboard(db, actor, { presentation, form, network, today });
  if (!outcome.ok) return answerProblem(submission, outcome.problem);
  const { prepared } = outcome;
  const notice = fields.get('step') === 'agree' ? notSeenYet(prepared, form) : null;
  const preview = previewOf(prepared, notice);
  return data(
    { result: submission.reply(), conflict: false, preview },
    { status: notice === null ? 200 : 400 },
  );
}

export const shouldRevalidate = loadAgainOnceWritten;

function stateSentence({
  presentation,
  answeredOn,
}: Pick<Route.ComponentProps['loaderData'], 'presentation' | 'answeredOn'>): string {
  const { state, isOwn, isOnAgenda, teamName, askedByName, agreedByName, declinedByName, meeting } =
    presentation;
  const when = `${meeting.title}, ${startWords(meeting)}`;
  if (!isOnAgenda && state !== 'declined')
    return `${askedByName} asked ${isOwn ? 'you' : teamName} to present this at ${when}.`;
  if (state === 'agreed')
    return `${agreedByName ?? ''} said yes on ${answeredOn ?? ''}: ${isOwn ? 'you present' : `${teamName} presents`} this at ${when}.`;
  if (state === 'declined')
    return `${declinedByName ?? ''} said on ${answeredOn ?? ''}: not this time, at ${when}.`;
  return isOwn
    ? `${askedByName} asks you to present this at ${when}. Until you say yes, the room sees your team’s name and nothing of this cycle.`
    : `${teamName} is asked to present this at ${when}, and has not answered yet.`;
}

export default function PresentationPage(props: Route.ComponentProps) {
  const { presentation, meetingPath, late, mayDecline, answer } = props.loaderData;
  const { id, isOwn, state, shown, meeting, version, declinedWhy } = presentation;
  const { actionData } = props;
  const present = actionData && 'preview' in actionData ? actionData : undefined;
  const failed = actionData && !present ? actionData : undefined;
  const typed = failed?.result.initialValue;
  const isDecline = typed !== undefined && typed !== null && !('changeIdea' in typed);
  return (
    <div className="mx-auto max-w-[820px]">
      <title>{`${presentation.changeIdea} · ${meeting.title} · Boldline`}</title>
      <PageHeader
        above={
          <Link to={`/cycles/${presentation.cycleId}`} className="inline-block min-h-6">
            {presentation.changeIdea}, cycle {presentation.cycleNumber}
          </Link>
        }
        title={isOwn ? 'Present this cycle' : `${presentation.teamName} presents`}
        lead={stateSentence(props.loaderData)}
        action={
          meetingPath === null ? null : (
            <ButtonLink to={meetingPath}>
              {meeting.runs ? 'Who presents at the meeting' : 'To the meeting'}
            </ButtonLink>
          )
        }
      />
      <div className="space-y-6">
        {failed?.conflict ? (
          <Notice tone="attention" role="alert">
            Somebody of your team answered meanwhile. This is how it stands now.
          </Notice>
        ) : null}
        {late !== null && state !== 'declined' ? <Notice>{late}</Notice> : null}
        {state === 'declined' ? (
          <Notice>
            {declinedWhy === '' ? 'Nothing of it is shown.' : declinedWhy}
            {isOwn ? ' The facilitator can ask again.' : ''}
          </Notice>
        ) : null}
        {answer?.blocked ? <Notice tone="attention">{answer.blocked}</Notice> : null}
        {shown && !answer?.editing ? (
          <section aria-labelledby="room-sees" className="space-y-3">
            <h2 id="room-sees">
              {presentation.isOnAgenda ? 'What the room sees' : 'What the team agreed to show'}
            </h2>
            <StoryboardSheet storyboard={shown} />
          </section>
        ) : null}
        {!isOwn && state === 'asked' && presentation.isOnAgenda ? (
          <Card>
            <p>
              The room sees the team’s name until it agrees. You see the cycle as before,{' '}
              <Link to={`/cycles/${presentation.cycleId}`}>on its own page</Link>.
            </p>
          </Card>
        ) : null}
        {answer?.editing ? (
          <PresentEditor
            key={formKey(version, answer.editing.draft)}
            {...answer.editing}
            version={version}
            answer={present ?? (failed && !isDecline ? failed : undefined)}
            here={`/presentations/${id}`}
            agreeWords={state === 'agreed' ? 'Show it like this' : 'We’ll present this'}
          />
        ) : null}
        {mayDecline ? (
          <DeclineCard
            key={`decline-${version}`}
            version={version}
            hasAgreed={state === 'agreed'}
            result={failed && isDecline ? failed.result : undefined}
          />
        ) : null}
      </div>
    </div>
  );
}
