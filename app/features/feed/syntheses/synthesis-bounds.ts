export const mostClaims = 12;
export const mostEvidence = 100;

/** Chosen instead of a claim: the piece leaves the synthesis. */
export const removed = 'removed';
