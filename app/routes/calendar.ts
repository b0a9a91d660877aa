import { findCalendarFeed } from '~/features/notifications/calendar/calendar-feed.server';
import { platformOf } from '~/platform/request-context.server';
import { found } from '~/platform/problem-response.server';
import type { Route } from './+types/calendar';

/** A person's dates, for calendar programs that know the secret address and nobody's password. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, clock, seals, environment } = platformOf(context);
  const about = { now: clock.now(), publicUrl: environment.publicUrl };
  const text = found(await findCalendarFeed(database.reader, params.secret, seals, about));
  return new Response(text, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="boldline.ics"',
      'Cache-Control': 'private, no-store',
      'X-Robots-Tag': 'noindex',
    },
  });
}
