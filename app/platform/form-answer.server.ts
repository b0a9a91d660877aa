import type { Submission, SubmissionResult } from '@conform-to/react';
import { data } from 'react-router';
import type { Problem } from '~/lib/result';
import { refuse } from './problem-response.server';

/** What a form's action gives back when it did not go through: the typed values with their messages. */
export type FormAnswer = { result: SubmissionResult; conflict: boolean };

/** The form as it was typed, with messages beside its fields; a list button (add, remove) comes this way too. */
export function answerForm(submission: Submission<unknown>) {
  const status = submission.status === 'error' ? 400 : 200;
  const answer: FormAnswer = { result: submission.reply(), conflict: false };
  return data(answer, { status });
}

/** The form as it was typed, with what the command found. Not found and not allowed have pages of their own. */
export function answerProblem(submission: Submission<unknown>, problem: Problem) {
  if (problem.kind === 'not_found' || problem.kind === 'not_allowed') refuse(problem);
  if (problem.kind === 'conflict') {
    const answer: FormAnswer = { result: submission.reply(), conflict: true };
    return data(answer, { status: 409 });
  }
  const answer: FormAnswer = {
    result: submission.reply({
      formErrors: [problem.message],
      ...(problem.fields ? { fieldErrors: problem.fields } : {}),
    }),
    conflict: false,
  };
  return data(answer, { status: 400 });
}
