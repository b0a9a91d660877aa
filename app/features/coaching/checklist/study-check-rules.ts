import type { Cycle, LearningQuestion } from '~/features/cycles/cycle';
import { pointsForVerdict } from '~/features/run-charts/view/verdict/verdict-facts';
import { counted } from '~/lib/number-format';
import type { CheckedCycle, Judged } from './checked-cycle';
import { countWords, expects, isEmpty, nameOf, overQuestions } from './question-part-rules';
import type { Part } from './question-part-rules';

/** What was learned, in a clause that another team could use. */
const fewestWordsOfLearning = 5;
/** Two moments within the cycle are the least that can be called over time. */
const fewestPointsWithin = 2;

/** A measure and group, something to compare with, and numbers that are planned or there. */
export function dataAnswers({ cycle, evidence }: CheckedCycle): Judged {
  const partOf = (one: LearningQuestion): Part => {
    if (one.measureId === null || one.groupId === null)
      return { reached: 'none', lacks: 'rests on no measure and group yet' };
    const logged = (evidence.find(({ questionId }) => questionId === one.id)?.points.length ?? 0) > 0;
    const planned = cycle.dataPlan.some(({ measureId }) => measureId === one.measureId);
    if (!expects(one))
      return { reached: 'some', lacks: 'has a measure, and neither a number nor a direction to hold it to' };
    if (!logged && !planned)
      return { reached: 'some', lacks: 'has a measure that the data plan does not name, and no numbers yet' };
    return { reached: 'all', lacks: '' };
  };
  const whole =
    cycle.questions.length === 1
      ? 'The question has a measure, a group, and a prediction that its numbers can confirm or not.'
      : 'Each question has a measure, a group, and a prediction that its numbers can confirm or not.';
  return overQuestions(cycle, partOf, whole);
}

/**
 * Points before the cycle and within it, together as many as the run chart needs before it says anything. Points are
 * counted as they are plotted; which of them lie on the middle line is the chart's own affair.
 */
export function overTime({ cycle, evidence }: CheckedCycle): Judged {
  const counts = cycle.questions.map((one) => {
    const found = evidence.find(({ questionId }) => questionId === one.id);
    return found ? { before: found.pointsBefore, within: found.points.length } : null;
  });
  const partOf = (one: LearningQuestion): Part => {
    const count = counts[cycle.questions.indexOf(one)];
    if (!count) return { reached: 'none', lacks: 'has no chart yet' };
    const { before, within } = count;
    const total = before + within;
    const has = `has ${counted(before, 'point')} before the cycle and ${within} within`;
    if (total >= pointsForVerdict && before > 0 && within >= fewestPointsWithin)
      return { reached: 'all', lacks: '' };
    const lacks =
      total < pointsForVerdict
        ? `${has}; a run chart says something from ${pointsForVerdict} on`
        : `${has}; it needs points on both sides to see a change`;
    return { reached: total > 1 ? 'some' : 'none', lacks };
  };
  const fewest = counts
    .filter((count) => count !== null)
    .toSorted((one, other) => one.before + one.within - other.before - other.within)[0];
  const whole = `There are ${counted(fewest?.before ?? 0, 'point')} before the cycle and ${fewest?.within ?? 0} within, enough for a run chart.`;
  return overQuestions(cycle, partOf, whole);
}

/** A result for each question and a clause of what was learned, from Study on. */
export function learningWritten({ cycle }: CheckedCycle): Judged {
  if (cycle.stage === 'plan' || cycle.stage === 'do') return beforeStudy(cycle);
  const words = countWords(cycle.learned);
  const open = cycle.questions.findIndex(({ verdict, result }) => verdict === null && isEmpty(result));
  const answered = cycle.questions.length > 0 && open === -1;
  if (answered && words >= fewestWordsOfLearning)
    return { mark: 'yes', because: 'Every question has its result, and what was learned is written.' };
  const none = cycle.questions.every(({ verdict, result }) => verdict === null && isEmpty(result));
  if (none && words === 0)
    return { mark: 'not_yet', because: 'No result and nothing learned is written yet.' };
  if (words === 0) return { mark: 'partly', because: 'There are results; “What we learned” is still empty.' };
  if (words < fewestWordsOfLearning)
    return {
      mark: 'partly',
      because: `So far “What we learned” holds only ${counted(words, 'word')}.`,
    };
  return {
    mark: 'partly',
    because:
      cycle.questions.length === 0
        ? 'What was learned is written; no question was asked that it could answer.'
        : `What was learned is written; ${nameOf(open, cycle).toLowerCase()} has no result yet.`,
  };
}

function beforeStudy({ changes, stage }: Cycle): Judged {
  const wasThere = changes.some(({ toStage }) => toStage === 'study');
  if (!wasThere) return { mark: 'not_yet', because: 'Study has not begun.' };
  return {
    mark: 'not_yet',
    because: `The cycle went back to ${stage === 'plan' ? 'Plan' : 'Do'}, so Study is still to come.`,
  };
}
