import type { FormEvent } from 'react';
import { Outlet, useNavigation } from 'react-router';
import { useMarkTold } from '~/features/notifications/inbox/mark-told';
import { countUnread } from '~/features/notifications/inbox/unread-count.server';
import { tellAfterChange } from '~/features/notifications/telling/tell-after-change.server';
import { placeOf } from '~/features/people/place-queries.server';
import { canInvite, followsTeams, readsTeams } from '~/features/people/people-policy';
import { requireActor, signedIn } from '~/features/people/request-actor.server';
import { SiteHeader } from '~/features/people/site-header';
import { notWhileUnreached } from '~/lib/unreached';
import type { Route } from './+types/signed-in';

export const middleware: Route.MiddlewareFunction[] = [requireActor, tellAfterChange];

export async function loader({ context }: Route.LoaderArgs) {
  const { database, actor, network } = signedIn(context);
  const place = (await placeOf(database.reader, actor)) ?? network.name;
  return {
    personId: actor.personId,
    name: actor.name,
    place,
    readsTeams: readsTeams(actor),
    followsTeams: followsTeams(actor),
    canInvite: canInvite(actor),
    isAdministrator: actor.isAdministrator,
    logs: actor.memberships.length > 0,
    unread: await countUnread(database.reader, actor),
  };
}

/** How much is unread changes from page to page; who somebody is may change after a form. */
export function shouldRevalidate(asked: {
  currentUrl: URL;
  nextUrl: URL;
  formMethod?: string;
  actionResult?: unknown;
  defaultShouldRevalidate: boolean;
}) {
  const { formMethod, currentUrl, nextUrl } = asked;
  if (formMethod !== undefined && formMethod !== 'GET') return notWhileUnreached(asked);
  return currentUrl.pathname !== nextUrl.pathname;
}

export default function SignedIn({ loaderData }: Route.ComponentProps) {
  const navigation = useNavigation();
  useMarkTold();
  const holdSecondPress = (event: FormEvent) => {
    if (navigation.state !== 'idle' && navigation.formMethod !== undefined) event.preventDefault();
  };
  return (
    <>
      <SiteHeader facts={loaderData} />
      <div
        aria-hidden="true"
        className={`h-0.5 bg-accent transition-opacity ${navigation.state === 'loading' ? 'opacity-100' : 'opacity-0'}`}
      />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto max-w-[1180px] px-5 pt-5 pb-16 outline-none sm:px-8 sm:pt-8 print:max-w-none print:p-0"
      >
        <div onSubmitCapture={holdSecondPress}>
          <Outlet />
        </div>
      </main>
    </>
  );
}
