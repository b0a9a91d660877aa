import type {
  CheckMark,
  CycleCheck,
  CycleField,
  ReviewCommentKind,
  ReviewStage,
  WorkingStage,
} from '#db/vocabulary';
import type { SchoolDay } from '~/lib/school-day';

export type Named = { id: string; name: string };

/** A coach's reading of a cycle, without what was said in it. */
export type Review = {
  id: string;
  cycleId: string;
  teamId: string;
  stage: ReviewStage;
  /** What the team would like to know; empty where nothing was asked. */
  asks: string;
  /** Null where a coach began it. */
  requestedBy: Named | null;
  /** Null until a coach takes it up. */
  coach: Named | null;
  beganAt: number;
  feedbackAt: number | null;
  endedAt: number | null;
  version: number;
};

export type ReviewStep = {
  id: string;
  toStage: ReviewStage;
  note: string;
  takenBy: Named;
  takenAt: number;
};

export type ReviewAnswer = { id: string; body: string; author: Named; answeredAt: number };

export type ReviewComment = {
  id: string;
  kind: ReviewCommentKind;
  body: string;
  stage: WorkingStage;
  field: CycleField | null;
  questionId: string | null;
  point: { measureId: string; groupId: string; on: SchoolDay } | null;
  /** What the part said when the comment was written. */
  saidThen: string;
  author: Named;
  writtenAt: number;
  /** Null until the team can read it. */
  handedAt: number | null;
  isWithdrawn: boolean;
  answers: ReviewAnswer[];
  settled: { by: string; at: number } | null;
};

/** A coach's own mark on a line of the checklist. */
export type ReviewMark = { line: CycleCheck; mark: CheckMark; by: string; markedAt: number };
