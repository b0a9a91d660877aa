import { data } from 'react-router';
import type { Problem } from '~/lib/result';

/** Throws the page that a problem deserves when no form can say it: not found, or not allowed. */
export function refuse(problem: Problem): never {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's own way to answer with a status
  if (problem.kind === 'not_allowed') throw data(problem.why, { status: 403 });
  if (problem.kind === 'not_found') throwNotFound();
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's own way to answer with a status
  throw data(problem.kind === 'invalid' ? problem.message : null, {
    status: problem.kind === 'conflict' ? 409 : 400,
  });
}

/** What you may not see is not found. */
export function throwNotFound(): never {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's own way to answer with a status
  throw data(null, { status: 404 });
}

/** The value, or the not-found page. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throwNotFound();
  return value;
}
