import type { Audience } from '#db/vocabulary';
import type { Claim, ClaimWithEvidence, Evidence } from './synthesis';
import type { SynthesisAudience } from './synthesis-words';

type SharedWith = { audience: Audience; audienceId: string };

/** Whether some who read the page are not among those a post is shared with. */
export function isNarrowerThanPage(
  post: SharedWith,
  page: { audience: SynthesisAudience; cohortId: string },
): boolean {
  if (post.audience === 'network') return false;
  return page.audience === 'network' || post.audienceId !== page.cohortId;
}

/** Each claim with the evidence placed beneath it; what the reader may not see is only counted. */
export function beneathClaims(claims: Claim[], evidence: Evidence[]): ClaimWithEvidence[] {
  return claims.map((claim) => {
    const beneath = evidence.filter((one) => one.claimId === claim.id);
    const unseen = beneath.filter((one) => one.piece === null);
    return {
      ...claim,
      pieces: beneath.flatMap(({ piece }) => (piece === null ? [] : [piece])),
      unseenPosts: unseen.filter((one) => one.kind === 'post').length,
      unseenCycles: unseen.filter((one) => one.kind === 'cycle').length,
    };
  });
}

/** Placed evidence that some readers of the page will not see: posts by title, cycles and posts out of reach counted. */
export type NotForAll = { posts: { title: string; audience: Audience }[]; cycles: number; unseen: number };

export function notForAll(evidence: Evidence[]): NotForAll {
  const placed = evidence.filter((one) => one.claimId !== null);
  return {
    posts: placed.flatMap(({ piece, narrowerThanPage }) =>
      piece?.kind === 'post' && narrowerThanPage !== null
        ? [{ title: piece.card.title, audience: narrowerThanPage }]
        : [],
    ),
    cycles: placed.filter((one) => one.kind === 'cycle').length,
    unseen: placed.filter((one) => one.kind === 'post' && one.piece === null).length,
  };
}
