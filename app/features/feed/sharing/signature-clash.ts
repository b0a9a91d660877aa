import type { Signature } from '#db/vocabulary';

const signedWords: Record<Signature, string> = {
  by_name: 'by name',
  team_hidden: 'with the team hidden',
  school_hidden: 'with the school hidden',
};

/**
 * Why a signature would not hide what it hides, or would give away what another post hides: two posts of one ramp or one
 * chart are known to be the same team's by what they say. Null when all are signed alike.
 */
export function clashOfSignatures(
  signature: Signature,
  related: { title: string; signature: Signature }[],
): string | null {
  const other = related.find((one) => one.signature !== signature);
  if (!other) return null;
  return `“${other.title}” is from the same cycles or chart and is signed ${signedWords[other.signature]}. Side by side the two would tell who wrote both. Sign this one the same way, or withdraw that one first.`;
}
