import type { ContributionKind } from '#db/vocabulary';

export const longestContribution = 600;
/** Of one person in one meeting; nobody says more in a day. */
export const mostOfPerson = 200;

/** What is wrong with a contribution's text; null when nothing is. */
export function contributionProblem(body: string): string | null {
  if (body.trim() === '') return 'Write a few words first.';
  if (body.length <= longestContribution) return null;
  return `Please keep this under ${longestContribution} characters; it has ${body.length.toLocaleString('en-US')}.`;
}

/** The room takes up questions and topics; feedback is for the presenters and is not voted on. */
export function canBeTakenUp(kind: ContributionKind): boolean {
  return kind === 'question' || kind === 'topic';
}

type Wanted = { kind: ContributionKind; votes: number; takenUp: boolean; writtenAt: number; id: string };

/** What the room still wants to take up first, then in the order of writing; what was taken up comes after. */
export function inOrderWanted<T extends Wanted>(said: readonly T[]): T[] {
  return said.toSorted(
    (a, b) =>
      Number(a.takenUp) - Number(b.takenUp) ||
      b.votes - a.votes ||
      a.writtenAt - b.writtenAt ||
      (a.id < b.id ? -1 : 1),
  );
}
