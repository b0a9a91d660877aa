import { LiveRoom } from '~/features/meetings/live/live-room';
import { loadLiveRoom } from '~/features/meetings/live/live-queries.server';
import { signedIn } from '~/features/people/request-actor.server';
import { notWhileUnreached } from '~/lib/unreached';
import { found } from '~/platform/problem-response.server';
import type { Route } from './+types/live';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, clock } = signedIn(context);
  return { view: found(await loadLiveRoom(database.reader, actor, params.meeting, clock.now())) };
}

export const shouldRevalidate = notWhileUnreached;

export default function Live({ loaderData: { view } }: Route.ComponentProps) {
  return (
    <>
      <title>{`${view.meeting.title}, live · Boldline`}</title>
      <LiveRoom key={view.meeting.id} view={view} slots={{}} />
    </>
  );
}
