import type {
  Audience,
  ClassSetting,
  CycleScale,
  Decision,
  PostKind,
  PostStanding,
  PredictionVerdict,
  ReactionKind,
  Signature,
} from '#db/vocabulary';
import type { RunChartModel } from '~/features/run-charts/view/chart-model';
import type { MarkdownBlock } from '~/lib/plain-markdown';

/** A part of a post's story under its heading. */
export type StorySection = { label: string; blocks: MarkdownBlock[] };

/** A question of the cycle, its prediction in words, and what became of it. */
export type SharedPrediction = { question: string; expected: string; verdict: PredictionVerdict | null };

/** Where a change was tried, as far as the signature lets it be known. Empty and null are not known. */
export type PostContext = {
  grades: string;
  subject: string;
  setting: ClassSetting | null;
  scale: CycleScale | null;
  groupName: string | null;
};

/**
 * A post as everybody who may see it sees it: nothing in it tells more than its signature and the disclosure module
 * allow, so it may go into any page, mail or export.
 */
export type PostCard = {
  id: string;
  version: number;
  kind: PostKind;
  title: string;
  audience: Audience;
  signature: Signature;
  signedAs: string;
  /** `Feb 6` */
  sharedOn: string;
  changedOn: string | null;
  standing: PostStanding;
  sections: StorySection[];
  predictions: SharedPrediction[];
  chart: { name: string; model: RunChartModel } | null;
  /** The shape of the numbers in words, where no chart is shown. */
  shape: string;
  /** Why no numbers are shown; empty where they are, or none belong to it. */
  hiddenWhy: string;
  context: PostContext;
  decision: Decision | null;
  verdict: PredictionVerdict | null;
  idea: { id: string; name: string } | null;
  synthesisId: string | null;
  /** The team has logged numbers since. */
  hasMovedOn: boolean;
  comments: number;
  /** Teams that began a cycle from it. */
  triedBy: number;
  isPinned: boolean;
  /** It is the reader's own team's. */
  isOwn: boolean;
  /** The reader works in a team that could try it. */
  mayTry: boolean;
  /** The reader's own reactions. */
  mine: ReactionKind[];
};
