import { data, Link, redirect } from 'react-router';
import { isOver } from '~/features/meetings/invitations/meeting-time-rules';
import { findMeetingToRun } from '~/features/meetings/own-meeting.server';
import { changeSeries } from '~/features/meetings/series/change-series.server';
import { SeriesChangeForm } from '~/features/meetings/series/series-change-form';
import { seriesChangeForm } from '~/features/meetings/series/series-form';
import { SeriesList } from '~/features/meetings/series/series-list';
import { listSeries } from '~/features/meetings/series/series-queries.server';
import { whenWords } from '~/features/meetings/when-words';
import { signedIn } from '~/features/people/request-actor.server';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { refuse } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { ButtonLink } from '~/ui/button';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/series';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, now, today } = signedIn(context);
  const found = await findMeetingToRun(database.reader, actor, params.meeting);
  if (!found.ok) refuse(found.problem);
  const { meeting } = found;
  return {
    ...{ meeting, today, meetings: await listSeries(database.reader, actor, meeting) },
    isClosed: meeting.cancelledAt !== null || isOver(meeting, now),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now, today } = signedIn(context);
  const found = await findMeetingToRun(database.reader, actor, params.meeting);
  if (!found.ok) refuse(found.problem);
  const submission = parseForm(await readForm(request), { schema: seriesChangeForm });
  if (submission.status !== 'success') return answerForm(submission);
  const input = { meetingId: params.meeting, ...submission.value };
  const outcome = await changeSeries(database, actor, input, { now, today });
  if (outcome.ok) throw redirect(`/meetings/${params.meeting}/series`);
  const answer = answerProblem(submission, outcome.problem);
  return data(answer.data, answer.init ?? {});
}

export default function Series({ loaderData, actionData }: Route.ComponentProps) {
  const { meeting, meetings, today, isClosed } = loaderData;
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
