import type { Decision, PostKind } from '#db/vocabulary';
import type { PostContext } from '../post';
import type { Piece } from './highlight';

/** A post that was found, in short. */
export type SearchHit = {
  id: string;
  kind: PostKind;
  title: Piece[];
  excerpt: Piece[];
  signedAs: string;
  /** `Feb 6` */
  sharedOn: string;
  context: PostContext;
  decision: Decision | null;
};

export type FoundIdea = { id: string; name: Piece[]; excerpt: Piece[] };
