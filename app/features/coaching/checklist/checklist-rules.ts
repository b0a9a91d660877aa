import type { CycleCheck } from '#db/vocabulary';
import type { CheckLine } from './checklist';
import type { CheckedCycle, Judged } from './checked-cycle';
import { builtOnLast, predictionBecause, smallScale } from './plan-check-rules';
import { dataAnswers, learningWritten, overTime } from './study-check-rules';

export type { CheckedCycle, ParentCycle } from './checked-cycle';

/**
 * The six lines of the checklist in the order of the vocabulary, each with the mark that the cycle's own words, dates
 * and numbers earn, and why in one sentence. More writing never lowers a mark.
 * Sources: protocols.md, "Key features of a sound PDSA cycle" (Taylor 2014, Knudsen 2019); points: run-charts.md.
 */
export function checkCycle(checked: CheckedCycle): CheckLine[] {
  const lines: [CycleCheck, Judged][] = [
    ['prediction_because', predictionBecause(checked)],
    ['small_scale', smallScale(checked)],
    ['data_answers', dataAnswers(checked)],
    ['over_time', overTime(checked)],
    ['built_on_last', builtOnLast(checked)],
    ['learning_written', learningWritten(checked)],
  ];
  return lines.map(([line, judged]) => ({ line, ...judged }));
}
