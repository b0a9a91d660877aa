import { isRouteErrorResponse } from 'react-router';
import type { Unreached } from '~/lib/unreached';

/** What the server answers to a form, or that it could not be reached: the page stays, with what was typed. */
export async function orUnreached<T>(serverAction: () => Promise<T>): Promise<T | Unreached> {
  try {
    return await serverAction();
  } catch (problem) {
    if (problem instanceof Response || isRouteErrorResponse(problem)) throw problem;
    return { unreached: true };
  }
}

export const unreachedWords =
  'The server could not be reached, so nothing was changed. Press again in a moment.';
