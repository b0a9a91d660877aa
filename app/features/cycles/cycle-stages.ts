import { workingStages } from '#db/vocabulary';
import type { CycleStage, WorkingStage } from '#db/vocabulary';

const order: readonly CycleStage[] = [...workingStages, 'complete'];

/** Where a stage stands on the way from plan to complete; a stopped cycle stands nowhere. */
export function stagePlace(stage: CycleStage): number {
  return order.indexOf(stage);
}

export function isOpen(stage: CycleStage): boolean {
  return stage !== 'complete' && stage !== 'stopped';
}

export function isWorkingStage(word: string): word is WorkingStage {
  return workingStages.some((stage) => stage === word);
}

/** Back may be any earlier working stage of an open cycle. */
export function isReturn(from: CycleStage, to: CycleStage): boolean {
  return isOpen(from) && isWorkingStage(to) && stagePlace(to) < stagePlace(from);
}
