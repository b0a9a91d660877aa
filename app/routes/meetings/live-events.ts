import { roomStreamsOf } from '~/features/meetings/live/room-streams.server';
import { findMeeting } from '~/features/meetings/meeting-queries.server';
import { actorStill, signedIn } from '~/features/people/request-actor.server';
import { platformOf } from '~/platform/request-context.server';
import { found, throwNotFound } from '~/platform/problem-response.server';
import { wantsData } from '~/platform/wants-data.server';
import type { Route } from './+types/live-events';

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
};

/** A room's events as they happen: `room`, `note`, `beat`, `elsewhere`. Stays open until one of the two sides leaves. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor } = signedIn(context);
  // The router would read a stream to its end before it put it into a data answer.
  if (wantsData(request)) throwNotFound();
  const meeting = found(await findMeeting(database.reader, actor, params.meeting));
  if (request.method === 'HEAD') return new Response(null, { headers });
  const platform = platformOf(context);
  const cookies = new Headers({ Cookie: request.headers.get('Cookie') ?? '' });
  const { personId } = actor;
  const mayStay = async () => {
    const still = await actorStill(platform, cookies, personId);
    return still !== null && (await findMeeting(database.reader, still, meeting.id)) !== null;
  };
  const stream = roomStreamsOf(platform).open({ meetingId: meeting.id, personId, mayStay }, request.signal);
  if (stream === null)
    return new Response('Many are listening already. Please try again.', {
      ...{ status: 503, headers: { 'Retry-After': '5' } },
    });
  return new Response(stream, { headers });
}
