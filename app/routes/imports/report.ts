import { findReport } from '~/features/transfer/imports/import-queries.server';
import { findImportTeam } from '~/features/transfer/imports/import-team-queries.server';
import { signedIn } from '~/features/people/request-actor.server';
import { fileAnswer } from '~/platform/file-answer.server';
import { found, refuse } from '~/platform/problem-response.server';
import type { Route } from './+types/report';

/** What became of each line of an imported file, as CSV. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, today } = signedIn(context);
  const teamId = new URL(request.url).searchParams.get('team') ?? '';
  const team = await findImportTeam(database.reader, actor, { teamId, preferred: null, today });
  if (!team.ok) refuse(team.problem);
  const report = found(await findReport(database.reader, teamId, params.import));
  return fileAnswer(`Report on ${report.fileName.replace(/\.\w+$/, '')}.csv`, `\ufeff${report.text}`);
}
