import type { InvitationAnswer, MeetingRole } from '#db/vocabulary';
import { meetingRoles } from '#db/vocabulary';

type Candidate = { personId: string; answer: InvitationAnswer | null };
/** Somebody had a role in a meeting at an instant (UTC milliseconds). */
export type HadRole = { personId: string; at: number };

/** How often somebody had a role, and when last; `-Infinity` for never. */
function pastOf(earlier: readonly HadRole[]): (personId: string) => { last: number; times: number } {
  const past = new Map<string, { last: number; times: number }>();
  for (const { personId, at } of earlier) {
    const known = past.get(personId);
    past.set(personId, { last: Math.max(at, known?.last ?? at), times: (known?.times ?? 0) + 1 });
  }
  return (personId) => past.get(personId) ?? { last: -Infinity, times: 0 };
}

/**
 * A person for each role of a meeting, in the order facilitator, timekeeper, note-taker: who never had one comes first,
 * then who had one longest ago; of several who had one together, who had fewer, then who stands first among the candidates.
 * One role for a person, none for who said no. Roles for which nobody is left are missing.
 */
export function suggestRoles(
  candidates: readonly Candidate[],
  earlier: readonly HadRole[],
): Partial<Record<MeetingRole, string>> {
  const past = pastOf(earlier);
  const coming = [
    ...new Set(candidates.flatMap(({ personId, answer }) => (answer === 'no' ? [] : [personId]))),
  ];
  const inTurn = coming.toSorted((one, other) => {
    const [a, b] = [past(one), past(other)];
    if (a.last !== b.last) return a.last < b.last ? -1 : 1;
    return a.times - b.times;
  });
  return Object.fromEntries(
    meetingRoles.flatMap((role, turn) => {
      const personId = inTurn[turn];
      return personId === undefined ? [] : [[role, personId]];
    }),
  );
}
