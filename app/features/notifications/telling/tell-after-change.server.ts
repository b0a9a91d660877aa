import type { RouterContextProvider } from 'react-router';
import { signedIn } from '~/features/people/request-actor.server';
import { tellEvents } from './tell-events.server';

/**
 * Middleware: after each form that went through, whoever it concerns is told, so that they see it on their next page.
 * What was done stands in any case: what cannot be told now is told by the job of the next minute.
 */
export async function tellAfterChange(
  { request, context }: { request: Request; context: Readonly<RouterContextProvider> },
  next: () => Promise<Response>,
): Promise<Response> {
  const response = await next();
  if (request.method !== 'POST' || response.status >= 400) return response;
  const { database, logger, clock } = signedIn(context);
  try {
    await tellEvents(database, { now: clock.now() });
  } catch (error) {
    logger.error({ err: error }, 'what happened could not be told');
  }
  return response;
}
