import { Link, redirect } from 'react-router';
import { answerKeepingDraft } from '~/features/drafts/answer-keeping-draft.server';
import { formKey, loadAgainOnConflict } from '~/features/drafts/draft-hooks';
import { findMeeting } from '~/features/meetings/meeting-queries.server';
import { MinutesEditor, minutesFormId, sendWords } from '~/features/meetings/minutes/minutes-editor';
import { AddedSince } from '~/features/meetings/minutes/added-since';
import { minutesForm } from '~/features/meetings/minutes/minutes-form';
import { loadMinutesPage } from '~/features/meetings/minutes/minutes-page-queries.server';
import { minutesDraft, writeMinutes } from '~/features/meetings/minutes/write-minutes.server';
import { signedIn } from '~/features/people/request-actor.server';
import { formatClock, formatDay, formatWeekday, schoolDayAt } from '~/lib/school-day';
import { answerForm } from '~/platform/form-answer.server';
import { found } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { Button } from '~/ui/button';
import { Card, EmptyState, Notice } from '~/ui/card';
import { MarkdownText } from '~/ui/markdown-text';
import { PageHeader } from '~/ui/page-header';
import { PrintButton } from '~/ui/print-button';
import type { Route } from './+types/minutes';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const meeting = found(await findMeeting(db, actor, params.meeting));
  const asked = new URL(request.url).searchParams;
  const { timeZone } = network;
  const page = await loadMinutesPage(db, actor, { meeting, isAgain: asked.has('again'), timeZone });
  const done = asked.has('sent') ? 'sent' : asked.has('saved') ? 'saved' : null;
  return { meeting, page, done, clock: { timeZone, today } };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now, today } = signedIn(context);
  const formData = await readForm(request);
  const submission = parseForm(formData, { schema: minutesForm });
  if (submission.status !== 'success') return answerForm(submission);
  const overwrite = formData.get('overwrite');
  const form = overwrite === null ? submission.value : { ...submission.value, version: Number(overwrite) };
  const meetingId = params.meeting;
  const outcome = await writeMinutes(database, actor, { meetingId, form }, { now, today });
  if (!outcome.ok)
    return answerKeepingDraft(
      database,
      { submission, problem: outcome.problem },
      { personId: actor.personId, form: minutesDraft(meetingId), fields: formData },
      now,
    );
  throw redirect(`/meetings/${meetingId}/minutes?${outcome.sent ? 'sent' : 'saved'}`);
}

export const shouldRevalidate = loadAgainOnConflict;

type Loaded = Route.ComponentProps['loaderData'];

function standingSentence({ page, clock }: Loaded): string {
  const { standing, sent, edited } = page;
  const { timeZone, today } = clock;
  const out =
    sent === null
      ? ''
      : `${formatDay(schoolDayAt(sent.at, timeZone), today)}, ${formatClock(sent.at, timeZone)} by ${sent.byName}`;
  if (edited === null) return sent === null ? '' : `Sent ${out}.`;
  if (standing === 'drafted') return 'Drafted from the meeting. Read it over, mend it, send it.';
  if (standing === 'saved') return 'Saved, and not sent yet.';
  if (standing === 'sent') return `Sent ${out} to everybody invited.`;
  return `Changed since they were sent, ${out}. Others read what was sent until you send the corrected minutes.`;
}

function doneWords(done: string, { standing, sent }: Loaded['page']): string {
  if (done === 'sent') return 'Sent to everybody invited.';
  if (sent === null) return 'Saved. Nobody else reads it until you send it.';
  if (standing === 'sent') return 'Saved. It reads as it was sent.';
  return 'Saved. Others read what was sent until you send it.';
}

const typedBody = (value: unknown) => (typeof value === 'string' ? value : '');

export default function MinutesPage({ loaderData, actionData }: Route.ComponentProps) {
  const { meeting, page, done } = loaderData;
  const { edited, blocks } = page;
  const isEditing =
    edited !== null && (edited.isAgain || edited.draft.kept !== null || actionData !== undefined);
  const mayBeSent = edited !== null && edited.mayBeSent && page.standing !== 'sent';
  return (
    <div className="mx-auto max-w-[820px] space-y-6">
      <title>{`Minutes of ${meeting.title} · Boldline`}</title>
      <PageHeader
        above={
          <Link to={`/meetings/${meeting.id}`} className="inline-block min-h-6 wrap-anywhere">
            <bdi>{meeting.title}</bdi>, {formatWeekday(meeting.day)}
          </Link>
        }
        title="Minutes"
        lead={standingSentence(loaderData)}
        action={
          blocks === null ? null : (
            <>
              {mayBeSent && !isEditing ? (
                // It sends the form below: what somebody has typed there meanwhile goes along.
                <Button form={minutesFormId} name="step" value="send" tone="primary">
                  {sendWords(edited)}
                </Button>
              ) : null}
              <PrintButton tone="secondary">Print</PrintButton>
            </>
          )
        }
      />
      {done === null ? null : (
        <div className="print:hidden">
          <Notice role="status">{doneWords(done, page)}</Notice>
        </div>
      )}
      {edited !== null && page.isBehind && !edited.isAgain ? (
        <AddedSince meetingId={meeting.id} wasSent={page.standing === 'sent'} />
      ) : null}
      {edited === null && actionData ? (
        <Notice tone="attention" role="alert">
          <p>{actionData.result.error?.['']?.join(' ') ?? 'This could not be saved.'}</p>
          <p className="mt-2 wrap-anywhere whitespace-pre-line" dir="auto">
            {typedBody(actionData.result.initialValue?.body)}
          </p>
        </Notice>
      ) : null}
      {edited !== null && actionData ? (
        <Notice tone="attention" role="alert">
          Nothing was sent or saved yet: the form needs another look. <a href="#edit">Go to it</a>
        </Notice>
      ) : null}
      {blocks === null ? (
        <EmptyState title={meeting.cancelledAt === null ? 'Not sent yet.' : 'This meeting was cancelled.'}>
          Those who ran the meeting send its minutes within the day. You find them here then.
        </EmptyState>
      ) : (
        <Card labelledBy={edited === null ? undefined : 'as-they-read'}>
          {edited === null ? null : (
            <h2 id="as-they-read" className="mb-3 print:hidden">
              As they read
            </h2>
          )}
          <MarkdownText
            blocks={blocks}
            headings={edited === null ? 'h2' : 'h3'}
            className="[&>:first-child]:pt-0"
          />
        </Card>
      )}
      {edited === null ? null : (
        <Card className="py-2! print:hidden">
          <details
            key={`${formKey(edited.version, edited.draft)} ${edited.isAgain}`}
            open={isEditing}
            suppressHydrationWarning
          >
            <summary id="edit" className="min-h-11 cursor-pointer py-2.5 font-semibold">
              Change the words
            </summary>
            <div className="pt-2 pb-4">
              <MinutesEditor edited={edited} answer={actionData ?? null} />
            </div>
          </details>
        </Card>
      )}
    </div>
  );
}
