import { progressOf } from '~/features/transfer/imports/import-progress.server';
import { findImportTeam } from '~/features/transfer/imports/import-team-queries.server';
import { signedIn } from '~/features/people/request-actor.server';
import { refuse } from '~/platform/problem-response.server';
import type { Route } from './+types/progress';

/** How far a running import is, for its progress bar; zero of zero when none runs. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, today } = signedIn(context);
  const teamId = new URL(request.url).searchParams.get('team') ?? '';
  const team = await findImportTeam(database.reader, actor, { teamId, preferred: null, today });
  if (!team.ok) refuse(team.problem);
  return Response.json(progressOf(params.import, teamId) ?? { done: 0, total: 0 });
}
