import { data, Link, redirect } from 'react-router';
import { loadAgainOnConflict } from '~/features/drafts/draft-hooks';
import { changeCommitment, letGoCommitment } from '~/features/meetings/commitments/change-commitment.server';
import { CommitmentEditor, LetGoForm } from '~/features/meetings/commitments/commitment-editor';
import type { ChangeAnswer } from '~/features/meetings/commitments/commitment-editor';
import { changedCommitmentForm } from '~/features/meetings/commitments/commitment-form';
import { loadCommitmentPage } from '~/features/meetings/commitments/commitment-page-queries.server';
import { standingWords } from '~/features/meetings/commitments/commitment-words';
import { KeepButton } from '~/features/meetings/commitments/keep-button';
import { tellRoom } from '~/features/meetings/live/room-news.server';
import { signedIn } from '~/features/people/request-actor.server';
import { capitalised } from '~/lib/number-format';
import { formatDay } from '~/lib/school-day';
import { found, refuse, throwNotFound } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { Card, Notice } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/commitment';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const page = found(await loadCommitmentPage(database.reader, actor, params.commitment, today));
  return { page, clock: { timeZone: network.timeZone, today } };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now, today } = signedIn(context);
  const submission = parseForm(await readForm(request), { schema: changedCommitmentForm });
  if (submission.status !== 'success') throwNotFound();
  const { step, overwrite, looked, ...typed } = submission.value;
  const commitmentId = params.commitment;
  const version = overwrite ?? typed.version;
  const outcome =
    step === 'change'
      ? await changeCommitment(database, actor, { ...typed, commitmentId, version, looked }, { now, today })
      : await letGoCommitment(database, actor, { commitmentId, version, why: typed.why }, now);
  if (outcome.ok) {
    for (const room of outcome.rooms) tellRoom(room, { kind: 'room' });
    throw redirect(`/commitments/${commitmentId}?saved`);
  }
  const { problem } = outcome;
  if (problem.kind === 'not_found' || problem.kind === 'not_allowed') refuse(problem);
  const invalid = problem.kind === 'invalid' ? problem : null;
  const { looked: asked, ...fields } = invalid?.fields ?? {};
  return data<ChangeAnswer>(
    {
      ...{ step, typed: { ...typed, version }, fields },
      ...{ conflict: invalid === null, message: invalid?.message ?? '', asked: asked?.[0] ?? null },
    },
    { status: invalid === null ? 409 : 400 },
  );
}

export const shouldRevalidate = loadAgainOnConflict;

export default function CommitmentPage({ loaderData, actionData }: Route.ComponentProps) {
  const { page, clock } = loaderData;
  const { commitment, changedByName, cycle, form } = page;
  const { team, meeting, state } = commitment;
  const isOpen = state === 'open';
  return (
    <div className="mx-auto max-w-[720px] space-y-5">
      <title>{`A commitment${meeting === null ? '' : ` of ${meeting.title}`} · Boldline`}</title>
      <PageHeader
        above={
          meeting === null ? (
            'Taken on in a meeting'
          ) : (
            <Link to={`/meetings/${meeting.id}`} className="inline-block min-h-6 wrap-anywhere" dir="auto">
              {meeting.title}, {formatDay(meeting.day, clock.today)}
            </Link>
          )
        }
        title={
          <span className="wrap-anywhere" dir="auto">
            {commitment.what}
          </span>
        }
        lead={`${commitment.who}. ${capitalised(standingWords(commitment, clock))}.`}
        action={
          commitment.mayChange ? (
            <KeepButton id={commitment.id} what={commitment.what} isOpen={isOpen} at="commitment" />
          ) : null
        }
      />
      {state === 'let_go' ? (
        <Notice>
          <span className="wrap-anywhere" dir="auto">
            {commitment.letGoWhy}
          </span>
        </Notice>
      ) : null}
      {team === null ? null : (
        <p className="text-soft">
          {cycle === null ? (
            <bdi>
              {team.schoolName} · {team.name}
            </bdi>
          ) : (
            <>
              <Link to={`/teams/${team.id}`} className="inline-block min-h-6">
                <bdi>{team.name}</bdi>
              </Link>
              , about{' '}
              <Link to={`/cycles/${cycle.id}`} className="inline-block min-h-6 wrap-anywhere">
                cycle {cycle.number} of “{cycle.changeIdea}”
              </Link>
            </>
          )}
        </p>
      )}
      {form !== null && isOpen ? (
        <Card labelledBy="change-commitment" className="space-y-4">
          <h2 id="change-commitment">Change it</h2>
          <CommitmentEditor
            {...{ commitment, changedByName, ...form }}
            today={clock.today}
            answer={actionData ?? null}
          />
          <LetGoForm commitment={commitment} answer={actionData ?? null} />
        </Card>
      ) : null}
    </div>
  );
}
