import type { CheckMark, CycleCheck } from '#db/vocabulary';

/** One line of the checklist of a sound cycle, as far as it can be worked out. */
export type CheckLine = {
  line: CycleCheck;
  mark: CheckMark;
  /** Why, from the cycle's own words and dates; one plain sentence. */
  because: string;
};

export const checkWords: Record<CycleCheck, { name: string; question: string }> = {
  prediction_because: {
    name: 'A prediction with its “because”',
    question: 'Does every question say what is expected, and why?',
  },
  small_scale: { name: 'A small first test', question: 'Is it as small as the question allows?' },
  data_answers: {
    name: 'Data that can answer the question',
    question: 'Will the measure and the group show whether the prediction came true?',
  },
  over_time: {
    name: 'Data over time',
    question: 'Are there enough points, before and during, to see a change?',
  },
  built_on_last: {
    name: 'Built on the last cycle',
    question: 'Does it take up what the cycle before it taught?',
  },
  learning_written: {
    name: 'Learning written down',
    question: 'Is what was learned written so that others can use it?',
  },
};
