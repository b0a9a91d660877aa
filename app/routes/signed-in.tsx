import type { FormEvent } from 'react';
import { Outlet, useNavigation } from 'react-router';
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
    name: actor.name,
    place,
    readsTeams: readsTeams(actor),
    followsTeams: followsTeams(actor),
    canInvite: canInvite(actor),
    isAdministrator: actor.isAdministrator,
    logs: actor.memberships.length > 0,
  };
}

/** Who somebody is does not change from page to page; after a change made here it might. */
export function shouldRevalidate(asked: {
  formMethod?: string;
  actionResult?: unknown;
  defaultShouldRevalidate: boolean;
}) {
  const { formMethod } = asked;
  return formMethod !== undefined && formMethod !== 'GET' ? notWhileUnreached(asked) : false;
}

export default function SignedIn({ loaderData }: Route.ComponentProps) {
  const navigation = useNavigation();
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
