import { createContext, redirect } from 'react-router';
import type { RouterContextProvider } from 'react-router';
import { schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { platformOf } from '~/platform/request-context.server';
import type { Platform } from '~/platform/request-context.server';
import type { Actor, Network } from './actor';
import { findNetwork, loadActor } from './actor-queries.server';

export type SignedInRequest = Platform & { actor: Actor; network: Network; now: number; today: SchoolDay };

const requestContext = createContext<SignedInRequest>();

/** Who asks, in which network, on which day: what every loader and action behind the door begins with. */
export function signedIn(context: Readonly<RouterContextProvider>): SignedInRequest {
  return context.get(requestContext);
}

/** Where to come back to after signing in: a path of ours, never another site. */
export function safeReturnPath(path: string | null): string {
  const nowhere = 'http://nowhere.invalid';
  // Browsers drop tabs and line breaks inside an address, so one that holds any is not what it seems.
  if (
    path === null ||
    !path.startsWith('/') ||
    /[\u0000-\u0020\\]/.test(path) ||
    !URL.canParse(path, nowhere)
  )
    return '/';
  const url = new URL(path, nowhere);
  if (url.origin !== nowhere || url.pathname.startsWith('//')) return '/';
  return url.pathname + url.search + url.hash;
}

/** The actor of a request that stays open, as of now: null once its session is over, or is another person's. */
export async function actorStill(
  { database, clock, signIn }: Platform,
  headers: Headers,
  personId: string,
): Promise<Actor | null> {
  const now = clock.now();
  const { person } = await signIn.sessionOf(headers, now);
  const network = await findNetwork(database.reader);
  if (person?.id !== personId || !network) return null;
  return loadActor(database.reader, person, schoolDayAt(now, network.timeZone));
}

/**
 * Middleware of every page behind the door: signed out goes to sign-in and comes back, an empty installation goes to
 * set-up. Refreshes the session's cookie when the library says so.
 */
export async function requireActor(
  { request, context }: { request: Request; context: Readonly<RouterContextProvider> },
  next: () => Promise<Response>,
): Promise<Response> {
  const platform = platformOf(context);
  const db = platform.database.reader;
  const network = await findNetwork(db);
  if (!network) throw redirect('/set-up');
  const now = platform.clock.now();
  const session = await platform.signIn.sessionOf(request.headers, now);
  if (!session.person) {
    const { pathname, search } = new URL(request.url);
    throw redirect(
      `/sign-in?${new URLSearchParams({ to: request.method === 'GET' ? pathname + search : '/' }).toString()}`,
    );
  }
  const today = schoolDayAt(now, network.timeZone);
  const actor = await loadActor(db, session.person, today);
  (context as RouterContextProvider).set(requestContext, { ...platform, actor, network, now, today });
  const response = await next();
  for (const cookie of session.cookies) response.headers.append('Set-Cookie', cookie);
  const asItIs = response.headers.get('Cache-Control')?.includes('no-transform') === true;
  response.headers.set('Cache-Control', `private, no-store${asItIs ? ', no-transform' : ''}`);
  return response;
}
