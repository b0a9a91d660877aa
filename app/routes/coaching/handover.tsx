import type { ReactNode } from 'react';
import { data, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { beginCoaching } from '~/features/coaching/handover/begin-coaching.server';
import { handedOverWords } from '~/features/coaching/handover/handover';
import type { CoachedTeam } from '~/features/coaching/handover/handover';
import { CoachSearch, HandoverCard, NewCoachCard } from '~/features/coaching/handover/handover-fields';
import { handoverForm, newCoachForm } from '~/features/coaching/handover/handover-form';
import {
  findCoachedTeam,
  findOwnHandover,
  listCoachesToChoose,
} from '~/features/coaching/handover/handover-queries.server';
import { handOverTeam } from '~/features/coaching/handover/hand-over-team.server';
import { signedIn } from '~/features/people/request-actor.server';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { found, refuse } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/card';
import { FormErrors } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/handover';

const notTheirs = {
  kind: 'not_allowed',
  why: 'Coaches, facilitators and administrators hand a team over.',
} as const;

function managed(team: CoachedTeam | 'not_allowed'): CoachedTeam {
  return team === 'not_allowed' ? refuse(notTheirs) : team;
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, today } = signedIn(context);
  const db = database.reader;
  const team = managed(found(await findCoachedTeam(db, actor, params.team, today)));
  const asked = new URL(request.url).searchParams;
  const search = (asked.get('search') ?? '').trim().slice(0, 80);
  const { teamId, isOwnOnly } = team;
  return {
    team,
    leaving: team.coaches.filter(({ personId }) => !isOwnOnly || personId === actor.personId),
    today,
    choice: { ...(await listCoachesToChoose(db, { teamId, isOwnOnly, search, today })), search },
    newIds: { handover: uuidv7(), coach: uuidv7() },
    done: await findOwnHandover(db, actor, asked.get('done')),
    begun: team.coaches.find(({ assignmentId }) => assignmentId === asked.get('begun'))?.name ?? null,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, network, now, today } = signedIn(context);
  const clock = { now, today, timeZone: network.timeZone };
  const typed = await readForm(request);
  const here = { teamId: params.team };
  if (typed.get('intent') === 'begin') {
    const submission = parseForm(typed, { schema: newCoachForm });
    const outcome =
      submission.status === 'success'
        ? await beginCoaching(database, actor, { ...here, form: submission.value }, clock)
        : null;
    if (submission.status === 'success' && outcome?.ok)
      throw redirect(`/coaching/${params.team}/handover?begun=${submission.value.id}`);
    const answer =
      outcome && !outcome.ok ? answerProblem(submission, outcome.problem) : answerForm(submission);
    return data({ of: 'begin', ...answer.data }, answer.init ?? {});
  }
  const submission = parseForm(typed, { schema: handoverForm });
  const outcome =
    submission.status === 'success'
      ? await handOverTeam(database, actor, { ...here, form: submission.value }, clock)
      : null;
  if (submission.status === 'success' && outcome?.ok) {
    const after = await findCoachedTeam(database.reader, actor, params.team, today);
    const stays = after !== null && after !== 'not_allowed' && !after.isOwnOnly;
    const { id } = submission.value;
    throw redirect(stays ? `/coaching/${params.team}/handover?done=${id}` : `/coaching?handed=${id}`);
  }
  const answer = outcome && !outcome.ok ? answerProblem(submission, outcome.problem) : answerForm(submission);
  return data({ of: 'hand_over', ...answer.data }, answer.init ?? {});
}

export default function Handover({ loaderData, actionData }: Route.ComponentProps) {
  const { team, leaving, today, choice, newIds, done, begun } = loaderData;
  const answerOf = (form: string) => (actionData?.of === form ? actionData.result : null);
  const unkept = answerOf('hand_over')?.initialValue?.note;
  const names = team.coaches.map(({ name }) => name);
  return (
    <div className="mx-auto max-w-[720px] space-y-6">
      <title>{`Coaching of ${team.teamName} · Boldline`}</title>
      <PageHeader
        above={`${team.schoolName} · ${team.teamName}`}
        title="Who coaches this team"
        lead={names.length === 0 ? 'Nobody now.' : `${names.join(', ')}.`}
        action={
          team.isReader ? <ButtonLink to={`/coaching/${team.teamId}`}>Back to the team</ButtonLink> : null
        }
      />
      {done ? <Notice role="status">{handedOverWords(done)} It holds from today on.</Notice> : null}
      {begun ? <Notice role="status">{begun} coaches this team from today on.</Notice> : null}
      <Folded isFolded={(done !== null || begun !== null) && !actionData}>
        <CoachSearch search={choice.search} isMore={choice.isMore} />
        {leaving.length > 0 ? (
          <HandoverCard
            key={newIds.handover}
            {...{ team, choice, today, leaving, newId: newIds.handover, answer: answerOf('hand_over') }}
          />
        ) : (
          <>
            <FormErrors errors={answerOf('hand_over')?.error?.[''] ?? undefined} />
            {typeof unkept === 'string' && unkept !== '' ? (
              <p dir="auto" className="wrap-anywhere whitespace-pre-line">
                {unkept}
              </p>
            ) : null}
          </>
        )}
        {team.isOwnOnly ? null : (
          <NewCoachCard
            key={newIds.coach}
            {...{ team, choice, newId: newIds.coach, answer: answerOf('begin') }}
          />
        )}
      </Folded>
    </div>
  );
}

/** After a handover the forms are closed, so that a second press ends nothing. */
function Folded({ isFolded, children }: { isFolded: boolean; children: ReactNode }) {
  if (!isFolded) return children;
  return (
    <details suppressHydrationWarning>
      <summary className="min-h-11 cursor-pointer py-2.5 font-semibold">Change something else</summary>
      <div className="mt-3 space-y-6">{children}</div>
    </details>
  );
}
