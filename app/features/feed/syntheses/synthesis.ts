import type { Audience, CycleScale, CycleStage, Decision } from '#db/vocabulary';
import type { PostCard } from '../post';
import type { SynthesisAudience } from './synthesis-words';

export type Claim = { id: string; claim: string; body: string };

/** `draft`: its facilitators only. `hidden`: a facilitator hid its post, so that others do not find the page either. */
export type SynthesisStanding = 'draft' | 'published' | 'hidden';

/** A learning page as its own pages need it; the texts are as they were typed. */
export type Synthesis = {
  id: string;
  cohortId: string;
  cohortName: string;
  title: string;
  introduction: string;
  audience: SynthesisAudience;
  version: number;
  changedByName: string;
  changedAt: number;
  publishedAt: number | null;
  standing: SynthesisStanding;
  /** The signature of its post; empty before it was first published. */
  signedAs: string;
  claims: Claim[];
};

/** A learning page in a list. `at` is when it was published; for a draft, when it was changed. */
export type SynthesisSummary = Pick<
  Synthesis,
  'id' | 'cohortName' | 'title' | 'audience' | 'standing' | 'signedAs'
> & { claims: number; at: number };

/** A cycle beneath a claim, for those who may read it: words and a link, never a number of its measures. */
export type CycleLine = {
  id: string;
  changeIdea: string;
  number: number;
  scale: CycleScale;
  stage: CycleStage;
  decision: Decision | null;
  place: string;
};

export type Piece = { kind: 'post'; card: PostCard } | { kind: 'cycle'; line: CycleLine };

/** Something collected for a synthesis, as one reader sees it: null where it is not shared with them. */
export type Evidence = {
  id: string;
  claimId: string | null;
  kind: Piece['kind'];
  piece: Piece | null;
  /** Whom a post is shared with, where that leaves out some of the synthesis's readers. */
  narrowerThanPage: Audience | null;
};

/** A claim with what a reader sees beneath it, and how much they do not. */
export type ClaimWithEvidence = Claim & { pieces: Piece[]; unseenPosts: number; unseenCycles: number };

/** A synthesis that a facilitator may harvest into; `holds` when what is to be harvested is there already. */
export type HarvestTarget = { id: string; title: string; cohortName: string; holds: boolean };
