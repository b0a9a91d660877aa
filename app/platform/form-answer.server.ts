import type { Submission, SubmissionResult } from '@conform-to/react';
import { data } from 'react-router';
import type { Problem } from '~/lib/result';
import { refuse } from './problem-response.server';

/** What a form's action gives back when it did not go through: the typed values with their messages. */
export type FormAnswer = { result: SubmissionResult; conflict: boolean };

/** Secrets are typed again: they never travel back into a page. */
function secretsOf(submission: Submission<unknown>): string[] {
  return Object.keys(submission.payload).filter((name) => /password|code/i.test(name));
}

/** The form as it was typed, with messages beside its fields; a list button (add, remove) comes this way too. */
export function answerForm(submission: Submission<unknown>) {
  const status = submission.status === 'error' ? 400 : 200;
  const answer: FormAnswer = {
    result: submission.reply({ hideFields: secretsOf(submission) }),
    conflict: false,
  };
  return data(answer, { status });
}

/** As `answerProblem`; where the id under `name` stands for other words already, the form comes back with a new one. */
export function answerAgain(submission: Submission<unknown>, problem: Problem, name: string, newId: string) {
  if (problem.kind !== 'invalid' || problem.fields?.[name] === undefined)
    return answerProblem(submission, problem);
  const { message } = problem;
  const answer = answerProblem(submission, { kind: 'invalid', message });
  const { result } = answer.data;
  const initialValue = { ...result.initialValue, [name]: newId };
  return data({ ...answer.data, result: { ...result, initialValue } }, { status: 400 });
}

/** The form as it was typed, with what the command found. Not found and not allowed have pages of their own. */
export function answerProblem(submission: Submission<unknown>, problem: Problem) {
  if (problem.kind === 'not_found' || problem.kind === 'not_allowed') refuse(problem);
  if (problem.kind === 'conflict') {
    const answer: FormAnswer = {
      result: submission.reply({ hideFields: secretsOf(submission) }),
      conflict: true,
    };
    return data(answer, { status: 409 });
  }
  const answer: FormAnswer = {
    result: submission.reply({
      hideFields: secretsOf(submission),
      formErrors: [problem.message],
      ...(problem.fields ? { fieldErrors: problem.fields } : {}),
    }),
    conflict: false,
  };
  return data(answer, { status: 400 });
}
