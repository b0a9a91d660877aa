import { findMeeting } from '~/features/meetings/meeting-queries.server';
import { signedIn } from '~/features/people/request-actor.server';
import { found } from '~/platform/problem-response.server';
import type { Route } from './+types/live';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor } = signedIn(context);
  return { meeting: found(await findMeeting(database.reader, actor, params.meeting)) };
}

export default function Placeholder({ loaderData }: Route.ComponentProps) {
  return <h1>{loaderData.meeting.title}</h1>;
}
