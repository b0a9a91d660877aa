import type { WorkingStage } from '#db/vocabulary';
import type { CheckLine } from '~/features/coaching/checklist/checklist';
import type { Cycle, CycleTeam, LearningQuestion } from '~/features/cycles/cycle';
import type { QuestionEvidence } from '~/features/cycles/question-evidence';
import type { SchoolDay } from '~/lib/school-day';
import type { PointChoice } from './chart-points';
import type { AnchorKey } from './comment-anchor';
import type { CommentStanding, TakingBack } from './comment-state';
import type { EditPlace } from './edit-path';
import type { Review, ReviewComment, ReviewMark } from './review';
import type { ReviewMove } from './review-stages';

/** A comment as a page shows it. Days are in words. */
export type CommentView = Pick<
  ReviewComment,
  'id' | 'kind' | 'body' | 'stage' | 'handedAt' | 'isWithdrawn' | 'saidThen'
> & {
  reviewId: string;
  anchor: AnchorKey;
  /** The part it hangs on: `Because`, `Nov 17: 62%`, `Plan`. */
  about: string;
  by: string;
  on: string;
  /** How this person takes it back; `no` also for anybody but its author. */
  takingBack: TakingBack;
  standing: CommentStanding;
  settled: string | null;
  answers: { id: string; body: string; by: string; on: string }[];
  newAnswerId: string;
  edit: EditPlace;
};

/** One part of the cycle with what is said about it. */
export type PartView = {
  anchor: AnchorKey;
  label: string;
  text: string;
  /** What it said when a coach last handed over; null where it says the same. */
  before: string | null;
  comments: CommentView[];
  newCommentId: string;
};

export type ChartView = {
  anchor: AnchorKey;
  question: LearningQuestion;
  predicted: string | null;
  predictedOn: SchoolDay | null;
  evidence: QuestionEvidence | null;
  points: PointChoice[];
  comments: CommentView[];
  newCommentId: string;
};

export type StageView = {
  stage: WorkingStage;
  isReached: boolean;
  /** True also where a stage that the cycle went back from holds words. */
  isShown: boolean;
  parts: PartView[];
  charts: ChartView[];
  /** Comments on the stage as a whole, and those whose part is gone. */
  whole: PartView;
};

export type CheckView = CheckLine & { own: (ReviewMark & { on: string }) | null };

export type ReviewPage = {
  cycle: Cycle;
  team: CycleTeam;
  review: Review | null;
  /** True where the review shown is the newest: the one that goes on. */
  isNewest: boolean;
  standing: string;
  /** What waits for the team's word. */
  open: { id: string; about: string }[];
  stages: StageView[];
  checks: CheckView[];
  changedSince: string | null;
  steps: { id: string; sentence: string; by: string; on: string; note: string }[];
  earlier: { id: string; words: string; isShown: boolean }[];
  /** What this person may do now. */
  may: { comment: boolean; answer: boolean; withdraw: boolean; begin: boolean; request: boolean };
  moves: ReviewMove[];
  newIds: { step: string; review: string };
  /** The coach's own middle time to feedback; null for anybody else. */
  medianFeedback: { words: string; count: number } | null;
  today: SchoolDay;
};
