import type { CheckMark, CycleScale, Decision } from '#db/vocabulary';
import type { Cycle } from '~/features/cycles/cycle';
import type { QuestionEvidence } from '~/features/cycles/question-evidence';

/** What is looked at of the cycle before. `planned` holds the words of its plan, as `plannedWords` gives them. */
export type ParentCycle = {
  number: number;
  learned: string;
  why: string;
  scale: CycleScale;
  /** Null when it was stopped, or is still open. */
  decision: Decision | null;
  planned: string[];
};

/** What the checklist looks at. `parent` is the cycle it was built on; null for the first of a ramp. */
export type CheckedCycle = {
  cycle: Cycle;
  parent: ParentCycle | null;
  evidence: QuestionEvidence[];
};

/** One line's mark, and why in one plain sentence. */
export type Judged = { mark: CheckMark; because: string };
