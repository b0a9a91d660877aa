import type { InvitationAnswer, MeetingRole } from '#db/vocabulary';
import { meetingRoles } from '#db/vocabulary';

type Candidate = {
  personId: string;
  answer: InvitationAnswer | null;
  /** Is of those who run such meetings. */
  runs?: boolean;
};
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

/** A number of 32 bits that follows from a text alone (FNV-1a), mixed so that near texts are far apart. */
function lotOf(text: string): number {
  let lot = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) lot = Math.imul(lot ^ text.charCodeAt(at), 0x01000193);
  lot = Math.imul(lot ^ (lot >>> 16), 0x85ebca6b);
  return (lot ^ (lot >>> 13)) >>> 0;
}

/**
 * A person for each role of a meeting, in the order facilitator, timekeeper, note-taker: who never had one comes first,
 * then who had one longest ago; of several who had one together, who had fewer; then by a lot that follows from the meeting's
 * id, the same at every look. Among those whose turn it is alike, who runs the meeting is its facilitator. One role for a
 * person, none for who said no. Roles for which nobody is left are missing.
 */
export function suggestRoles(
  candidates: readonly Candidate[],
  earlier: readonly HadRole[],
  meetingId: string,
): Partial<Record<MeetingRole, string>> {
  const past = pastOf(earlier);
  const runners = new Set(candidates.flatMap(({ personId, runs = false }) => (runs ? [personId] : [])));
  const coming = [
    ...new Set(candidates.flatMap(({ personId, answer }) => (answer === 'no' ? [] : [personId]))),
  ];
  const byTurn = (one: string, other: string) => {
    const [a, b] = [past(one), past(other)];
    if (a.last !== b.last) return a.last < b.last ? -1 : 1;
    return a.times - b.times;
  };
  const lot = (personId: string) => lotOf(`${meetingId} ${personId}`);
  const inTurn = coming.toSorted(
    (one, other) => byTurn(one, other) || lot(one) - lot(other) || (one < other ? -1 : 1),
  );
  const first = inTurn[0];
  const leads = inTurn.find((one) => first !== undefined && byTurn(one, first) === 0 && runners.has(one));
  const inOrder = leads === undefined ? inTurn : [leads, ...inTurn.filter((one) => one !== leads)];
  return Object.fromEntries(
    meetingRoles.flatMap((role, turn) => {
      const personId = inOrder[turn];
      return personId === undefined ? [] : [[role, personId]];
    }),
  );
}
