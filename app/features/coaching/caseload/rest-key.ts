import type { CaseloadReason } from '#db/vocabulary';

export const restLengths = ['week', 'two_weeks', 'date'] as const;
export type RestLength = (typeof restLengths)[number];

/** One reason about one thing of a team. */
export type RestedThing = { reason: CaseloadReason; aboutId: string };

/** How a form names it: `no_data:<measure id>`. */
export function restKey({ reason, aboutId }: RestedThing): string {
  return `${reason}:${aboutId}`;
}
