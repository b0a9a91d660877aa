import { lastTimeProtocol } from '~/features/meetings/commitments/last-time';
import { LastTimeSlide } from '~/features/meetings/commitments/last-time-view';
import { loadLiveRoom } from '~/features/meetings/live/live-queries.server';
import { ProjectorView, shownOnScreen } from '~/features/meetings/live/projector-view';
import { loadShown } from '~/features/meetings/presenters/shown-queries.server';
import { ShownSlide } from '~/features/meetings/presenters/shown-slide';
import { signedIn } from '~/features/people/request-actor.server';
import { notWhileUnreached } from '~/lib/unreached';
import { found } from '~/platform/problem-response.server';
import type { Route } from './+types/projector';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, clock } = signedIn(context);
  const db = database.reader;
  const asked = new URL(request.url).searchParams.get('show');
  const view = found(await loadLiveRoom(db, actor, params.meeting, clock.now()));
  return {
    view,
    shown: await loadShown(db, view.meeting),
    shows: shownOnScreen.find((one) => one === asked) ?? 'step',
  };
}

export const shouldRevalidate = notWhileUnreached;

export default function Projector({ loaderData: { view, shown, shows } }: Route.ComponentProps) {
  return (
    <>
      <title>{`${view.meeting.title}, on the screen · Boldline`}</title>
      <ProjectorView
        key={view.meeting.id}
        view={view}
        shows={shows}
        leads={({ protocolKey }, { lastTime }) =>
          protocolKey === lastTimeProtocol && lastTime.length > 0 ? <LastTimeSlide teams={lastTime} /> : null
        }
        presentation={({ id }) => {
          const what = shown[id] ?? { kind: 'nothing' };
          return what.kind === 'nothing' ? null : <ShownSlide shown={what} />;
        }}
      />
    </>
  );
}
