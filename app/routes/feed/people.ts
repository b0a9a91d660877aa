import { readersTellOrigin } from '~/features/feed/feed-policy';
import { suggestPeople } from '~/features/feed/conversation/people-who-see.server';
import { findSharedPost } from '~/features/feed/posts/find-shared-post.server';
import { signedIn } from '~/features/people/request-actor.server';
import { found } from '~/platform/problem-response.server';
import type { Route } from './+types/people';

const longestTyped = 60;

/** Names that fit what is typed after `@`, of people who may see the post. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, today } = signedIn(context);
  const db = database.reader;
  const shared = found(await findSharedPost(db, actor, params.post));
  const typed = (new URL(request.url).searchParams.get('q') ?? '').slice(0, longestTyped);
  const asked = { typed, notFor: actor.personId, today };
  return Response.json({ names: readersTellOrigin(shared) ? [] : await suggestPeople(db, shared, asked) });
}
