import { Form, Link, redirect } from 'react-router';
import { meetingRhythms } from '#db/vocabulary';
import { findMeetingToRun } from '~/features/meetings/own-meeting.server';
import { repeatMeeting } from '~/features/meetings/series/repeat-meeting.server';
import { rhythmNames } from '~/features/meetings/series/series';
import { repetitionChoice, repetitionForm } from '~/features/meetings/series/series-form';
import { daysOffOfMeeting, findRhythm, listSeries } from '~/features/meetings/series/series-queries.server';
import { mostMeetings, nextDays } from '~/features/meetings/series/series-rules';
import { startWords, whenWords, zoneWords } from '~/features/meetings/when-words';
import { signedIn } from '~/features/people/request-actor.server';
import { counted } from '~/lib/number-format';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { found, refuse } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { Button } from '~/ui/button';
import { Card, Notice } from '~/ui/card';
import { ChoiceField, TextField } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/repetition';

/** A preview of the dates that the address asks for; nothing is made by looking. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, today } = signedIn(context);
  const db = database.reader;
  const run = await findMeetingToRun(db, actor, params.meeting);
  if (!run.ok) refuse(run.problem);
  const { meeting } = run;
  const meetings = await listSeries(db, actor, meeting);
  const last = found(meetings.at(-1));
  const asked = new URL(request.url).searchParams;
  const rhythm = asked.get('rhythm') ?? (await findRhythm(db, meeting.seriesId)) ?? 'monthly';
  const choice = repetitionChoice.parse({
    rhythm,
    count: asked.get('count') ?? (meeting.seriesId ? '1' : '3'),
  });
  const daysOff = await daysOffOfMeeting(db, meeting, today);
  const dates = nextDays(last.day, choice.rhythm, choice.count, daysOff);
  return {
    meeting,
    today,
    choice,
    dates,
    last: { id: last.id, day: last.day },
    isSeries: meetings.length > 1,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now, today } = signedIn(context);
  const run = await findMeetingToRun(database.reader, actor, params.meeting);
  if (!run.ok) refuse(run.problem);
  const submission = parseForm(await readForm(request), { schema: repetitionForm });
  if (submission.status !== 'success') return answerForm(submission);
  const input = { meetingId: params.meeting, ...submission.value };
  const outcome = await repeatMeeting(database, actor, input, { now, today });
  if (!outcome.ok) return answerProblem(submission, outcome.problem);
  throw redirect(`/meetings/${params.meeting}/series`);
}

export default function Repetition({ loaderData, actionData }: Route.ComponentProps) {
  const { meeting, choice, dates, last, today, isSeries } = loaderData;
  const { days, skipped } = dates;
  const [problem] = actionData?.result.error?.[''] ?? [];
  return (
    <div className="mx-auto max-w-[720px] space-y-6">
      <title>{`Repeat ${meeting.title} · Boldline`}</title>
      <PageHeader
        above={
          <Link to={`/meetings/${meeting.id}`} className="inline-block min-h-6">
            {meeting.title}
          </Link>
        }
        title={isSeries ? 'Plan the next ones' : 'Repeat the meeting'}
        lead={whenWords(meeting, { today })}
      />
      {actionData ? (
        <Notice tone="attention" role="alert">
          {problem ?? 'Choose how often it comes, and how many more.'}
        </Notice>
      ) : null}
      <Card labelledBy="rhythm-choice">
        <h2 id="rhythm-choice">How often</h2>
        <Form method="get" preventScrollReset className="mt-3 space-y-4">
          <ChoiceField
            key={choice.rhythm}
            field={{ id: 'rhythm', name: 'rhythm', initialValue: choice.rhythm }}
            label="Rhythm"
            choices={meetingRhythms.map((rhythm) => ({ value: rhythm, label: rhythmNames[rhythm] }))}
          />
          <TextField
            key={choice.count}
            field={{ id: 'count', name: 'count', initialValue: choice.count }}
            label="How many more"
            type="number"
            min={1}
            max={mostMeetings}
            inputClassName="max-w-28"
          />
          <Button>Show the dates</Button>
        </Form>
      </Card>
      <Card labelledBy="dates">
        <h2 id="dates">The dates</h2>
        <p className="mt-1 max-w-[65ch] text-soft">
          Always at {meeting.time}, {zoneWords(meeting.timeZone)}, before and after clocks change. On a day
          off a weekly meeting falls out; a monthly or quarterly one moves to the next week with school on
          that weekday.
        </p>
        <ol className="mt-3 divide-y divide-line">
          {days.map(({ day, planned, because }) => (
            <li key={planned} className="py-2">
              <span className="font-semibold">{startWords({ day, time: meeting.time }, today)}</span>
              {because === null ? null : (
                <span className="block text-sm text-soft">
                  {day === planned ? `On a day off: ${because}` : `Moved: ${because}`}
                </span>
              )}
            </li>
          ))}
        </ol>
        {skipped.length === 0 ? null : (
          <p className="mt-3 text-sm text-soft">
            Without a meeting:{' '}
            {skipped.map(({ day, because }) => `${startWords({ day, time: because }, today)}`).join('; ')}.
          </p>
        )}
        <Form method="post" action={`/meetings/${meeting.id}/repetition`} className="mt-4">
          <input type="hidden" name="rhythm" value={choice.rhythm} />
          <input type="hidden" name="count" value={choice.count} />
          <input type="hidden" name="after" value={last.id} />
          <p className="mb-3 max-w-[65ch] text-soft">
            Each becomes a draft with this agenda (without presenters), the same people, and roles in turn.
            You announce each when it is ready.
          </p>
          <Button tone="primary">Make {counted(days.length, 'draft')}</Button>
        </Form>
      </Card>
    </div>
  );
}
