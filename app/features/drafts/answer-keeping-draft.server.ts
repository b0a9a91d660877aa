import type { Submission } from '@conform-to/react';
import type { Problem } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { answerProblem } from '~/platform/form-answer.server';
import { keepFormAsDraft } from './keep-draft.server';

/**
 * As `answerProblem`. A form that ran into another's change is kept as its writer's draft first: the page is loaded again with the new
 * record, and a browser could not tell afterwards that what it handed in is not in it.
 */
export async function answerKeepingDraft(
  database: Database,
  { submission, problem }: { submission: Submission<unknown>; problem: Problem },
  { personId, form, fields }: { personId: string; form: string; fields: FormData },
  now: number,
) {
  if (problem.kind === 'conflict') await keepFormAsDraft(database, personId, form, fields, now);
  return answerProblem(submission, problem);
}
