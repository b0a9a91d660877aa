import type { Audience, PostKind, Signature } from '#db/vocabulary';
import type { Actor } from '~/features/people/actor';

/** Facilitators pin, hide and read reports, of the posts they may see. */
export function canModerate(actor: Pick<Actor, 'facilitatedCohortIds'>): boolean {
  return actor.facilitatedCohortIds.length > 0;
}

/** Whether a post is something another team can try: a win or a loss of others, for somebody who works in a team. */
export function canTry(actor: Pick<Actor, 'memberships'>, post: { kind: PostKind; isOwn: boolean }): boolean {
  return actor.memberships.length > 0 && !post.isOwn && (post.kind === 'win' || post.kind === 'loss');
}

/** Words of the team itself are signed as the post is, where its signature hides the team. */
export function isSignedAsOrigin({ signature, isOwn }: { signature: Signature; isOwn: boolean }): boolean {
  return signature !== 'by_name' && isOwn;
}

/**
 * Where a post is shared with no more than what its signature hides, whoever may read it tells whose it is: such people
 * are neither suggested nor named with their place.
 */
export function readersTellOrigin({
  signature,
  audience,
}: {
  signature: Signature;
  audience: Audience;
}): boolean {
  if (signature === 'by_name') return false;
  return audience === 'team' || (signature === 'school_hidden' && audience === 'school');
}
