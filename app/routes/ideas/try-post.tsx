import { redirect } from 'react-router';
import { TeamChoice, newCyclePath } from '~/features/feed/try/team-choice';
import { findPostToTry, listOwnTeams } from '~/features/feed/try/to-try-queries.server';
import { signedIn } from '~/features/people/request-actor.server';
import { found } from '~/platform/problem-response.server';
import type { Route } from './+types/try-post';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor } = signedIn(context);
  const db = database.reader;
  const source = found(await findPostToTry(db, actor, params.post));
  const teams = await listOwnTeams(db, actor);
  if (teams.length === 1 && teams[0]) throw redirect(newCyclePath(teams[0].id, source));
  const { kind, id, title } = source;
  return { source: { kind, id, title }, teams };
}

export default function TryPost({ loaderData }: Route.ComponentProps) {
  return <TeamChoice {...loaderData} />;
}
