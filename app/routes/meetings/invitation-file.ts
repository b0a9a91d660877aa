import { findMeeting } from '~/features/meetings/meeting-queries.server';
import { publishedMeetingOf } from '~/features/notifications/calendar/meeting-file.server';
import { signedIn } from '~/features/people/request-actor.server';
import { found } from '~/platform/problem-response.server';
import type { Route } from './+types/invitation-file';

/** The meeting as a file for a calendar. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, now, environment } = signedIn(context);
  const meeting = found(await findMeeting(database.reader, actor, params.meeting));
  const text = publishedMeetingOf(meeting, { now, publicUrl: environment.publicUrl });
  return new Response(text, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'Content-Disposition': 'attachment; filename="meeting.ics"',
    },
  });
}
