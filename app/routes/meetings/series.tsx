import type { SubmissionResult } from '@conform-to/react';
import { data, Link, redirect } from 'react-router';
import type { Meeting } from '~/features/meetings/meeting';
import { isOver } from '~/features/meetings/invitations/meeting-time-rules';
import { findMeetingToRun } from '~/features/meetings/own-meeting.server';
import { changeSeries } from '~/features/meetings/series/change-series.server';
import { listMovable, planMove } from '~/features/meetings/series/move-plan-queries.server';
import { movePrint } from '~/features/meetings/series/move-print.server';
import { moveSeries } from '~/features/meetings/series/move-series.server';
import { SeriesChangeForm } from '~/features/meetings/series/series-change-form';
import { moveChoice, moveForm, seriesChangeForm } from '~/features/meetings/series/series-form';
import { SeriesList } from '~/features/meetings/series/series-list';
import { SeriesMoveCard } from '~/features/meetings/series/series-move-card';
import { findRhythm, listSeries } from '~/features/meetings/series/series-queries.server';
import { whenWords } from '~/features/meetings/when-words';
import type { Actor } from '~/features/people/actor';
import { signedIn } from '~/features/people/request-actor.server';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { refuse } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { ButtonLink } from '~/ui/button';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/series';

/** What the address asks to move where, as it would be; nothing is moved by looking. */
async function shownMove(
  db: Connection,
  actor: Actor,
  { meeting, search }: { meeting: Meeting; search: URLSearchParams },
  clock: { now: number; today: SchoolDay },
) {
  const movable = await listMovable(db, actor, meeting, clock.now);
  if (movable.length === 0) return null;
  const rhythm = (await findRhythm(db, meeting.seriesId)) ?? 'weekly';
  const later = movable.length - 1;
  const usual = { day: meeting.day, rhythm, which: later > 0 ? ('later' as const) : ('this' as const) };
  if (!search.has('day')) return { later, chosen: usual, shown: null, problem: null };
  const asked = moveChoice.safeParse(Object.fromEntries(search));
  if (!asked.success) return { later, chosen: usual, shown: null, problem: 'Choose a day of the calendar.' };
  const chosen = { ...asked.data, rhythm: asked.data.rhythm ?? rhythm };
  const plan = await planMove(db, actor, meeting, chosen, clock);
  if (!plan.ok) return { later, chosen, shown: null, problem: plan.message };
  const moves = plan.moves.map(({ id, from, to, time, because }) => ({ id, from, to, time, because }));
  return { later, chosen, shown: { choice: chosen, moves, seen: movePrint(plan.moves) }, problem: null };
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, now, today } = signedIn(context);
  const found = await findMeetingToRun(database.reader, actor, params.meeting);
  if (!found.ok) refuse(found.problem);
  const { meeting } = found;
  return {
    ...{ meeting, today, meetings: await listSeries(database.reader, actor, meeting) },
    move: await shownMove(
      database.reader,
      actor,
      { meeting, search: new URL(request.url).searchParams },
      { now, today },
    ),
    isClosed: meeting.cancelledAt !== null || isOver(meeting, now),
  };
}

type Answer = { result: SubmissionResult | null; conflict: boolean; moveProblem: string | null };

const changed = (answer: ReturnType<typeof answerForm>) =>
  data<Answer>({ ...answer.data, moveProblem: null }, answer.init ?? {});

const notMoved = (moveProblem: string, status: 400 | 409) =>
  data<Answer>({ result: null, conflict: false, moveProblem }, { status });

/** Moves to other days what the page showed. */
async function move(meetingId: string, typed: FormData, context: Route.ActionArgs['context']) {
  const { database, actor, now, today } = signedIn(context);
  const submission = parseForm(typed, { schema: moveForm });
  if (submission.status !== 'success') return notMoved('Choose the new day once more.', 400);
  const outcome = await moveSeries(database, actor, { meetingId, ...submission.value }, { now, today });
  if (outcome.ok) throw redirect(`/meetings/${meetingId}/series`);
  const { problem } = outcome;
  if (problem.kind === 'invalid') return notMoved(problem.message, 400);
  if (problem.kind === 'conflict')
    return notMoved('Somebody changed these meetings meanwhile. Look at the dates once more.', 409);
  refuse(problem);
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now, today } = signedIn(context);
  const found = await findMeetingToRun(database.reader, actor, params.meeting);
  if (!found.ok) refuse(found.problem);
  const typed = await readForm(request);
  if (typed.get('intent') === 'move') return move(params.meeting, typed, context);
  const submission = parseForm(typed, { schema: seriesChangeForm });
  if (submission.status !== 'success') return changed(answerForm(submission));
  const input = { meetingId: params.meeting, ...submission.value };
  const outcome = await changeSeries(database, actor, input, { now, today });
  if (outcome.ok) throw redirect(`/meetings/${params.meeting}/series`);
  return changed(answerProblem(submission, outcome.problem));
}

export default function Series({ loaderData, actionData }: Route.ComponentProps) {
  const { meeting, meetings, today, isClosed, move } = loaderData;
  return (
    <div className="mx-auto max-w-[720px] space-y-6">
      <title>{`Series of ${meeting.title} · Boldline`}</title>
      <PageHeader
        above={
          <Link to={`/meetings/${meeting.id}`} className="inline-block min-h-6">
            {meeting.title}
          </Link>
        }
        title="Its series"
        lead={whenWords(meeting, { today })}
        action={<ButtonLink to={`/meetings/${meeting.id}/repetition`}>Plan more of them</ButtonLink>}
      />
      <SeriesList meetings={meetings} here={meeting.id} today={today} />
      {move === null ? null : (
        <SeriesMoveCard
          {...move}
          meetingId={meeting.id}
          problem={actionData?.moveProblem ?? move.problem}
          today={today}
        />
      )}
      {isClosed ? null : (
        <SeriesChangeForm
          key={meeting.version}
          meeting={meeting}
          answer={actionData?.result ?? null}
          isConflict={actionData?.conflict ?? false}
        />
      )}
    </div>
  );
}
