import type { Actor } from '~/features/people/actor';

/** A name as it is compared: two ideas do not differ by capitals, spaces or the way an accent is stored. */
export function ideaNameKey(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

/** Facilitators keep the catalogue; teams add to it by sharing. */
export function keepsIdeas(actor: Pick<Actor, 'facilitatedCohortIds'>): boolean {
  return actor.facilitatedCohortIds.length > 0;
}
