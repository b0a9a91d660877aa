import { loadFeed } from '~/features/feed/reading/feed-queries.server';
import { readAddress } from '~/features/feed/reading/feed-filter';
import { FeedPageOf } from '~/features/feed/reading/feed-page';
import { isQuietReading } from '~/features/feed/reading/unread-line';
import { countOpenReports } from '~/features/feed/moderation/report-queries.server';
import { signedIn } from '~/features/people/request-actor.server';
import { notWhileUnreached } from '~/lib/unreached';
import type { Route } from './+types/feed';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { database, actor, network, today, now } = signedIn(context);
  const address = readAddress(new URL(request.url).searchParams);
  const clock = { timeZone: network.timeZone, today, now };
  const feed = await loadFeed(database.reader, actor, address, clock);
  const reports = await countOpenReports(database.reader, actor);
  return { feed, canShare: actor.memberships.length > 0, reports };
}

export function shouldRevalidate(asked: {
  formAction?: string;
  formData?: FormData;
  actionResult?: unknown;
  defaultShouldRevalidate: boolean;
}) {
  return isQuietReading(asked.formAction, asked.formData) ? false : notWhileUnreached(asked);
}

export default function Feed({ loaderData }: Route.ComponentProps) {
  const { feed, canShare, reports } = loaderData;
  return (
    <>
      <title>
        {feed.query === '' ? 'Wins and losses · Boldline' : `${feed.query} · Wins and losses · Boldline`}
      </title>
      <FeedPageOf {...{ feed, canShare, reports }} />
    </>
  );
}
