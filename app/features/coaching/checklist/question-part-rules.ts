import type { Cycle, LearningQuestion } from '~/features/cycles/cycle';
import type { Judged } from './checked-cycle';

const noQuestion: Judged = { mark: 'not_yet', because: 'No learning question is written yet.' };

/** Words with a letter or a number in them. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}

/** A number or a direction to hold the result to. */
export const expects = ({ expectedValue, expectedDirection }: LearningQuestion) =>
  expectedValue !== null || expectedDirection !== null;

export const isEmpty = (text: string) => countWords(text) === 0;

/** `Question 2`, or `The question` where there is one. */
export function nameOf(place: number, { questions }: Cycle): string {
  return questions.length === 1 ? 'The question' : `Question ${place + 1}`;
}

/** How far one question has come; `lacks` finishes "Question 2 …" and is empty when it lacks nothing. */
export type Part = { reached: 'all' | 'some' | 'none'; lacks: string };

/** All questions whole: yes. None begun: not yet. The sentence names the first that lacks something. */
export function overQuestions(cycle: Cycle, partOf: (one: LearningQuestion) => Part, whole: string): Judged {
  if (cycle.questions.length === 0) return noQuestion;
  const parts = cycle.questions.map(partOf);
  const first = parts.findIndex(({ reached }) => reached !== 'all');
  if (first === -1) return { mark: 'yes', because: whole };
  const mark = parts.every(({ reached }) => reached === 'none') ? 'not_yet' : 'partly';
  return { mark, because: `${nameOf(first, cycle)} ${parts[first]?.lacks ?? ''}.` };
}
