import type { RouterContextProvider } from 'react-router';
import { signedIn } from '~/features/people/request-actor.server';
import { worksInTeam } from '~/features/people/people-policy';
import { found, refuse } from '~/platform/problem-response.server';
import type { Cycle } from './cycle';
import { findCycle } from './cycle-queries.server';

const loaded = new WeakMap<object, Map<string, Promise<Cycle | null>>>();

/** The cycle of this request, read once for the page and its stage, which load side by side. Not found is a 404. */
export async function cycleOf(context: Readonly<RouterContextProvider>, cycleId: string): Promise<Cycle> {
  const { database, actor } = signedIn(context);
  const known = loaded.get(context) ?? new Map<string, Promise<Cycle | null>>();
  loaded.set(context, known);
  const reading = known.get(cycleId) ?? findCycle(database.reader, actor, cycleId);
  known.set(cycleId, reading);
  return found(await reading);
}

/** As `cycleOf`, for pages on which only the team itself works. */
export async function ownCycleOf(context: Readonly<RouterContextProvider>, cycleId: string): Promise<Cycle> {
  const cycle = await cycleOf(context, cycleId);
  if (!worksInTeam(signedIn(context).actor, cycle.teamId))
    refuse({ kind: 'not_allowed', why: 'Only the team itself writes in its cycles.' });
  return cycle;
}
