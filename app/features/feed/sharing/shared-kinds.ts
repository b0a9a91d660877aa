import { postKinds } from '#db/vocabulary';
import type { PostKind } from '#db/vocabulary';

/** What a team shares; a synthesis is written on a page of its own. */
export type SharedKind = Exclude<PostKind, 'synthesis'>;

export const sharedKinds: readonly SharedKind[] = postKinds.filter((kind) => kind !== 'synthesis');
