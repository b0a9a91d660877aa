import type { Cycle } from '~/features/cycles/cycle';
import type { QuestionEvidence } from '~/features/cycles/question-evidence';
import type { CheckLine } from './checklist';

/** What the checklist looks at. `parent` is the cycle it was built on; null for the first of a ramp. */
export type CheckedCycle = {
  cycle: Cycle;
  parent: { number: number; learned: string; why: string } | null;
  evidence: QuestionEvidence[];
};

/** The six lines of the checklist, each with the mark that the cycle itself earns and why (Taylor 2014, Knudsen 2019). */
export function checkCycle({ cycle }: CheckedCycle): CheckLine[] {
  return [
    {
      line: 'learning_written',
      mark: cycle.learned.trim() === '' ? 'not_yet' : 'yes',
      because:
        cycle.learned.trim() === ''
          ? 'Nothing is written under “What we learned”.'
          : 'It is written in Study.',
    },
  ];
}
