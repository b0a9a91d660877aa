import { readForm } from '~/platform/read-form.server';
import { FormProvider, getFormProps, useForm } from '@conform-to/react';
import { Form, redirect } from 'react-router';
import { v7 as uuidv7, validate as isUuid } from 'uuid';
import type { PlanForm } from '~/features/cycles/cycle-forms';
import { findCycleTeam } from '~/features/cycles/cycle-team-queries.server';
import { newCycleStart } from '~/features/cycles/new-cycle-start';
import { readPlanForm } from '~/features/cycles/plan-answer.server';
import { PlanFields } from '~/features/cycles/plan-fields';
import { newCycleDraft, startCycle } from '~/features/cycles/start-cycle.server';
import type { Tried } from '~/features/cycles/start-cycle.server';
import { DraftLine } from '~/features/drafts/draft-line';
import { findDraft } from '~/features/drafts/draft-queries.server';
import { keepFormAsDraft } from '~/features/drafts/keep-draft.server';
import { formKey, loadAgainOnceWritten, useKeptResult } from '~/features/drafts/draft-hooks';
import { NewCycleTeamChoice, pathOfSource } from '~/features/feed/try/team-choice';
import type { ToTry } from '~/features/feed/try/to-try';
import { findIdeaToTry, findPostToTry, listOwnTeams } from '~/features/feed/try/to-try-queries.server';
import { TriedFields } from '~/features/feed/try/tried-fields';
import { listMeasuresOfTeam } from '~/features/measures/measure-queries.server';
import type { Actor } from '~/features/people/actor';
import { worksInTeam } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { addDays, nextWeekday } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { found, refuse, throwNotFound } from '~/platform/problem-response.server';
import { Button } from '~/ui/button';
import { Card, Notice } from '~/ui/card';
import { FormErrors } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/new-cycle';

const teamOf = (request: Request) => new URL(request.url).searchParams.get('team') ?? '';

/** What the address says is tried: a post or an idea; null for a plan of the team's own. */
function askedToTry(request: Request): Pick<ToTry, 'kind' | 'id'> | null {
  const search = new URL(request.url).searchParams;
  const kind = search.has('post') ? 'post' : 'idea';
  const id = search.get(kind);
  if (id === null) return null;
  if (!isUuid(id)) throwNotFound();
  return { kind, id };
}

const findToTry = (db: Connection, actor: Actor, { kind, id }: Pick<ToTry, 'kind' | 'id'>) =>
  kind === 'post' ? findPostToTry(db, actor, id) : findIdeaToTry(db, id);

/** An address that names no team: leads on to the only own one; the teams to choose from where there are several. */
async function teamsToChoose(db: Connection, actor: Actor, request: Request) {
  const teams = await listOwnTeams(db, actor);
  const [first] = teams;
  if (!first) throwNotFound();
  const asked = askedToTry(request);
  if (teams.length > 1 && asked !== null) throw redirect(`${pathOfSource(asked)}/try`);
  if (teams.length > 1) return teams;
  const search = new URL(request.url).searchParams;
  search.set('team', first.id);
  throw redirect(`/cycles/new?${search.toString()}`);
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  if (!new URL(request.url).searchParams.has('team'))
    return { step: 'team' as const, teams: await teamsToChoose(db, actor, request) };
  const teamId = teamOf(request);
  const team = found(await findCycleTeam(db, actor, teamId, today));
  if (!worksInTeam(actor, teamId))
    refuse({ kind: 'not_allowed', why: 'Only the team itself begins its cycles.' });
  const asked = askedToTry(request);
  const measures = await listMeasuresOfTeam(db, actor, teamId);
  const draft = await findDraft(
    db,
    { personId: actor.personId, timeZone: network.timeZone },
    newCycleDraft(teamId, asked?.id ?? null),
  );
  const source = asked === null ? null : await findToTry(db, actor, asked);
  // What was typed about a post that has gone since is still to be read; what was never seen is not there.
  if (asked !== null && source === null && draft.kept === null) throwNotFound();
  const start = nextWeekday(today);
  return {
    ...{ step: 'plan' as const, team, measures, draft, asked, source },
    ...{ newId: uuidv7(), start, end: addDays(start, 14) },
  };
}

async function triedBy(
  db: Connection,
  actor: Actor,
  request: Request,
  form: FormData,
): Promise<Tried | null> {
  const asked = askedToTry(request);
  if (asked === null) return null;
  if (form.has('withoutLink')) return { id: asked.id, source: 'unlinked' };
  const source = await findToTry(db, actor, asked);
  if (source === null) return { id: asked.id, source: 'gone' };
  const { kind, id, ideaId } = source;
  return { id, source: kind === 'post' ? { postId: id, ideaId } : { postId: null, ideaId: id } };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const formData = await readForm(request);
  const { submission, begin } = readPlanForm(formData);
  if (submission.status !== 'success') return answerForm(submission);
  const form = submission.value;
  const teamId = teamOf(request);
  const tried = await triedBy(database.reader, actor, request, formData);
  const outcome = await startCycle(database, actor, { teamId, form, begin, tried }, now);
  if (outcome.ok) throw redirect(`/cycles/${form.id}/${begin ? 'do' : 'plan'}`);
  if (outcome.problem.kind === 'conflict' && tried !== null)
    await keepFormAsDraft(database, actor.personId, newCycleDraft(teamId, tried.id), formData, now);
  return answerProblem(submission, outcome.problem);
}

export const shouldRevalidate = loadAgainOnceWritten;

export default function NewCycle({ loaderData, actionData }: Route.ComponentProps) {
  if (loaderData.step === 'team') return <NewCycleTeamChoice teams={loaderData.teams} />;
  return (
    <NewCycleEditor key={formKey(0, loaderData.draft)} loaderData={loaderData} actionData={actionData} />
  );
}

type EditorProps = Pick<Route.ComponentProps, 'actionData'> & {
  loaderData: Extract<Route.ComponentProps['loaderData'], { step: 'plan' }>;
};

function NewCycleEditor({ loaderData, actionData }: EditorProps) {
  const { team, measures, draft, asked, source, newId, start, end } = loaderData;
  const kept = useKeptResult(draft);
  const [form, fields] = useForm<PlanForm>({
    id: 'plan',
    lastResult: actionData?.result ?? kept,
    defaultValue: newCycleStart({ id: newId, start, end, measure: measures[0], plan: source?.plan ?? null }),
  });
  const isGone = asked !== null && source === null;
  const back = `/cycles/new?${new URLSearchParams({ team: team.teamId, ...(asked ? { [asked.kind]: asked.id } : {}) }).toString()}`;
  return (
    <div className="mx-auto max-w-[720px]">
      <title>A new cycle · Boldline</title>
      <PageHeader
        above={`${team.schoolName} · ${team.teamName}`}
        title={asked === null ? 'Plan a small test' : 'Try this with your students'}
        lead={
          asked === null
            ? 'One change, a few students, and what you expect to see. About three minutes.'
            : 'The plan came along. Make it yours, and say what you expect to see with your students.'
        }
      />
      <Card>
        <FormProvider context={form.context}>
          <Form method="post" {...getFormProps(form)} className="space-y-6">
            <button className="hidden" name="step" value="save" aria-hidden="true" tabIndex={-1} />
            {isGone ? (
              <Notice tone="attention" role="alert">
                <input type="hidden" name="withoutLink" value="yes" />
                <strong>What you wanted to try is no longer shared.</strong> Nothing is lost: all you typed is
                below. You can begin it without the link; what you keep and change then stands with why you
                think it works.
              </Notice>
            ) : null}
            <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
            <input type="hidden" name="id" value={fields.id.initialValue ?? newId} />
            <input type="hidden" name="version" value="0" />
            {asked === null ? null : <TriedFields source={isGone ? null : source} fields={fields} />}
            <PlanFields
              {...{ form, fields, measures }}
              members={team.members.map((member) => member.name)}
              isNew
              isFolded={source !== null && kept === null && actionData === undefined}
            />
            <div className="flex flex-wrap items-center justify-between gap-3">
              <DraftLine draft={draft} back={isGone ? `/cycles/new?team=${team.teamId}` : back} />
              <div className="flex flex-wrap gap-2">
                <Button name="step" value="save">
                  {isGone ? 'Save it without the link' : 'Save the plan'}
                </Button>
                <Button tone="primary" name="step" value="begin">
                  {isGone ? 'Begin it without the link' : 'Begin the cycle'}
                </Button>
              </div>
            </div>
          </Form>
        </FormProvider>
      </Card>
    </div>
  );
}
