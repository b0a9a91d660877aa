import type { CycleStage, Decision } from '#db/vocabulary';
import { decisionWords, stageWords } from '~/features/cycles/cycle-words';

/** Where a cycle stands or how it ended, in the order of the work. */
export const standings = [
  'plan',
  'do',
  'study',
  'act',
  'adopt',
  'adapt',
  'abandon',
  'undecided',
  'stopped',
] as const;
export type Standing = (typeof standings)[number];

export function isStanding(text: string | null): text is Standing {
  return standings.some((one) => one === text);
}

/** `undecided` is a cycle that is complete without one of the three decisions. */
export function standingOf(stage: CycleStage, decision: Decision | null): Standing {
  return stage === 'complete' ? (decision ?? 'undecided') : stage;
}

/** `In Plan`, `Adopted`, `Stopped`. */
export function standingWords(standing: Standing): string {
  if (standing === 'undecided') return 'Complete';
  if (standing === 'stopped') return stageWords.stopped.name;
  if (standing === 'adopt' || standing === 'adapt' || standing === 'abandon')
    return decisionWords[standing].past;
  return `In ${stageWords[standing].name}`;
}
