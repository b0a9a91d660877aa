import { data, redirect } from 'react-router';
import { signedIn } from '~/features/people/request-actor.server';
import { answerMapping } from '~/features/transfer/imports/answer-mapping.server';
import { findImport } from '~/features/transfer/imports/import-queries.server';
import { ImportResultCard } from '~/features/transfer/imports/import-result';
import { canBeTakenBack } from '~/features/transfer/imports/import-rules';
import { findImportTeam } from '~/features/transfer/imports/import-team-queries.server';
import { MappingPage } from '~/features/transfer/imports/mapping-page';
import { undoImport } from '~/features/transfer/imports/undo-import.server';
import { viewWaitingFile } from '~/features/transfer/imports/waiting-file-view.server';
import { findWaitingFile } from '~/features/transfer/imports/waiting-files.server';
import { formatDay, schoolDayAt } from '~/lib/school-day';
import { refuse } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import { ButtonLink } from '~/ui/button';
import { EmptyState } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/import';

const teamOf = (request: Request) => new URL(request.url).searchParams.get('team') ?? '';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, network, now, today } = signedIn(context);
  const teamId = teamOf(request);
  const db = database.reader;
  const found = await findImportTeam(db, actor, { teamId, preferred: null, today });
  if (!found.ok) refuse(found.problem);
  const team = { id: teamId, name: `${found.team.schoolName} · ${found.team.teamName}` };
  const done = await findImport(db, teamId, params.import);
  if (done) {
    const on = formatDay(schoolDayAt(done.importedAt, network.timeZone), today);
    return { view: 'result' as const, team, result: { ...done, on, mayUndo: canBeTakenBack(done, now) } };
  }
  const file = findWaitingFile({ importId: params.import, personId: actor.personId, teamId }, now);
  if (!file) return data({ view: 'gone' as const, team }, { status: 404 });
  const ordered = await findImportTeam(db, actor, { teamId, preferred: file.measureId, today });
  if (!ordered.ok) refuse(ordered.problem);
  return { view: 'mapping' as const, team, mapping: await viewWaitingFile(db, file, ordered, today) };
}

/** Reads the file anew as chosen, takes it in, or takes it back. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now, today } = signedIn(context);
  const teamId = teamOf(request);
  const importId = params.import;
  const form = await readForm(request);
  const here = `/imports/${importId}?team=${teamId}`;
  const team = await findImportTeam(database.reader, actor, { teamId, preferred: null, today });
  if (!team.ok) refuse(team.problem);
  if (form.get('step') === 'undo') {
    const outcome = await undoImport(database, actor, { teamId, importId }, now);
    if (outcome.ok) throw redirect(here);
    if (outcome.problem.kind !== 'invalid') refuse(outcome.problem);
    return data({ said: outcome.problem.message }, { status: 400 });
  }
  const answer = await answerMapping(database, actor, { teamId, importId, form }, { now, today });
  if (answer.kind === 'done') throw redirect(here);
  if (answer.kind === 'problem') refuse(answer.problem);
  return data({ said: answer.said }, { status: answer.status });
}

export default function ImportPage({ loaderData, actionData }: Route.ComponentProps) {
  const { team } = loaderData;
  const said = actionData?.said ?? null;
  if (loaderData.view === 'mapping')
    return <MappingPage view={loaderData.mapping} teamName={team.name} said={said} />;
  if (loaderData.view === 'result')
    return <ImportResultCard result={loaderData.result} team={team} said={said} />;
  return (
    <div className="mx-auto max-w-[720px] space-y-5">
      <title>Import numbers · Boldline</title>
      <PageHeader above={team.name} title="Import numbers" />
      <EmptyState
        title="This file is no longer kept; choose it again."
        action={
          <ButtonLink to={`/imports/new?team=${team.id}`} tone="primary">
            Choose the file
          </ButtonLink>
        }
      >
        Files may hold things about students, so they are never stored: they wait for an hour at most, and
        only until the next file.
      </EmptyState>
    </div>
  );
}
