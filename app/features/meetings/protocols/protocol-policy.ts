import type { Actor } from '~/features/people/actor';
import { plansMeetings } from '../meeting-policy';

/** Facilitators and administrators add and change the network's own protocols. */
export function keepsProtocols(actor: Actor): boolean {
  return actor.isAdministrator || actor.facilitatedCohortIds.length > 0;
}

/** Whoever plans meetings reads the library. */
export function readsProtocols(actor: Actor): boolean {
  return plansMeetings(actor) || keepsProtocols(actor);
}
