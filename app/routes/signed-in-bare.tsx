import { Outlet } from 'react-router';
import { requireActor } from '~/features/people/request-actor.server';
import type { Route } from './+types/signed-in-bare';

export const middleware: Route.MiddlewareFunction[] = [requireActor];

/** Pages without the site's header, which are for a whole room to read. */
export default function SignedInBare() {
  return <Outlet />;
}
