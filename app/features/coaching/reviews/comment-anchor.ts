import { isWorkingStage, stagePlace } from '~/features/cycles/cycle-stages';
import type { Cycle } from '~/features/cycles/cycle';
import type { CycleText } from '~/features/cycles/cycle-texts';
import type { WorkingStage } from '#db/vocabulary';
import { cycleTextKey } from '~/features/cycles/cycle-texts';
import type { ReviewComment } from './review';

/** What a comment hangs on, as its form says it: `stage:plan`, `field:because/<question>`, `point:<question>`. */
export type AnchorKey = string;

export const stageAnchor = (stage: WorkingStage): AnchorKey => `stage:${stage}`;
export const fieldAnchor = (textKey: string): AnchorKey => `field:${textKey}`;
export const pointAnchor = (questionId: string): AnchorKey => `point:${questionId}`;

type Anchored = Pick<ReviewComment, 'stage' | 'field' | 'questionId' | 'point'>;

/** The key of the cycle's text that a comment hangs on; null where it hangs on a stage or a point. */
export function textKeyOf({ field, questionId }: Anchored): string | null {
  return field === null ? null : cycleTextKey(field, questionId);
}

export function anchorOf(comment: Anchored): AnchorKey {
  if (comment.point !== null) return pointAnchor(comment.questionId ?? '');
  const key = textKeyOf(comment);
  return key === null ? stageAnchor(comment.stage) : fieldAnchor(key);
}

/** The working stage a cycle has come to: what is behind it can be read, what is ahead is empty. */
export function reachedStage(cycle: Pick<Cycle, 'stage' | 'changes'>): WorkingStage {
  const stage =
    cycle.stage === 'stopped'
      ? (cycle.changes.findLast(({ toStage }) => toStage === 'stopped')?.fromStage ?? 'plan')
      : cycle.stage;
  return isWorkingStage(stage) ? stage : 'act';
}

export function isReached(cycle: Pick<Cycle, 'stage' | 'changes'>, stage: WorkingStage): boolean {
  return stagePlace(stage) <= stagePlace(reachedStage(cycle));
}

/** A chart is talked about in Study, or in the stage the cycle has come to before it. */
function chartStage(cycle: Cycle): WorkingStage {
  return isReached(cycle, 'study') ? 'study' : reachedStage(cycle);
}

export type FoundAnchor =
  | { kind: 'stage'; stage: WorkingStage }
  | { kind: 'field'; stage: WorkingStage; text: CycleText }
  | { kind: 'point'; stage: WorkingStage; questionId: string; measureId: string; groupId: string };

/** The part of this cycle that a key names; null where the cycle has none such, or has not come so far. */
export function findAnchor(key: AnchorKey, cycle: Cycle, texts: CycleText[]): FoundAnchor | null {
  const at = key.indexOf(':');
  const [kind, name] = [key.slice(0, at), key.slice(at + 1)];
  if (kind === 'stage')
    return isWorkingStage(name) && isReached(cycle, name) ? { kind: 'stage', stage: name } : null;
  if (kind === 'field') {
    const text = texts.find((one) => one.key === name);
    return text && isReached(cycle, text.stage) ? { kind: 'field', stage: text.stage, text } : null;
  }
  if (kind !== 'point') return null;
  const question = cycle.questions.find(({ id }) => id === name);
  if (!question || question.measureId === null || question.groupId === null) return null;
  const { id: questionId, measureId, groupId } = question;
  return { kind: 'point', stage: chartStage(cycle), questionId, measureId, groupId };
}
