import type { PostKind } from '#db/vocabulary';

/** A post in a list of one team's. */
export type TeamPost = { id: string; kind: PostKind; title: string; signedAs: string; sharedAt: number };
