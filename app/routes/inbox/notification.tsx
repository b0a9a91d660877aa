import { redirect } from 'react-router';
import { pathWithTold } from '~/features/notifications/inbox/inbox';
import { loadNotices } from '~/features/notifications/notice-queries.server';
import { signedIn } from '~/features/people/request-actor.server';
import { found } from '~/platform/problem-response.server';
import type { Route } from './+types/notification';

/** Where a mail's link leads: on to the very thing. Reading changes nothing here; the page that opens marks the notice. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor } = signedIn(context);
  const [notice] = await loadNotices(database.reader, actor, { ids: [params.notification] });
  const { id, path } = found(notice);
  throw redirect(pathWithTold(path, id));
}

/** Never seen: the loader leads on, and a page of its own says when there is nothing. */
export default function ToNotice() {
  return null;
}
