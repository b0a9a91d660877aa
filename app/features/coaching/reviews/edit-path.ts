import type { CycleField, WorkingStage } from '#db/vocabulary';
import type { Cycle } from '~/features/cycles/cycle';
import { isReturn } from '~/features/cycles/cycle-stages';
import type { ReviewComment } from './review';

/** The ids of the fields on the stage pages; `index` is the question's place in its form. */
const fieldIds: Record<CycleField, (index: number) => string> = {
  objective: () => 'plan-objective',
  question: (index) => `plan-questions[${index}].question`,
  prediction: (index) => `plan-questions[${index}].expects`,
  because: (index) => `plan-questions[${index}].because`,
  tasks: () => 'plan-tasks',
  data_plan: () => 'plan-data',
  carried_out: () => 'carried-out',
  observations: () => 'noticed',
  result: (index) => `study-answers[${index}].result`,
  learned: () => 'study-learned',
  why: () => 'act-why',
};

export type EditPlace = {
  path: string;
  stage: WorkingStage;
  /** False where it hangs on no field: on a stage or a point of a chart. */ isField: boolean;
  /** False where the cycle is past that stage. */ isOpen: boolean;
  /** The stage is closed, and its page offers the way back to it. */ canGoBack: boolean;
};

/** Where the part that a comment hangs on is edited: the field itself while its stage is open, else the stage's page. */
export function editPlace(
  cycle: Pick<Cycle, 'id' | 'stage' | 'questions'>,
  { stage, field, questionId, point }: Pick<ReviewComment, 'stage' | 'field' | 'questionId' | 'point'>,
): EditPlace {
  const isOpen = cycle.stage === stage;
  const isField = field !== null && point === null;
  const page = `/cycles/${cycle.id}/${stage}`;
  const canGoBack = isReturn(cycle.stage, stage);
  if (!isOpen || !isField) return { path: page, stage, isOpen, canGoBack, isField };
  const index = Math.max(
    0,
    cycle.questions.findIndex(({ id }) => id === questionId),
  );
  return { path: `${page}#${encodeURIComponent(fieldIds[field](index))}`, stage, isOpen, canGoBack, isField };
}
