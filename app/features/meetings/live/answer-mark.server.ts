import { data } from 'react-router';
import type { Problem } from '~/lib/result';
import { refuse } from '~/platform/problem-response.server';
import { wantsData } from '~/platform/wants-data.server';
import type { MarkAnswer } from './room-answers';

/** The answer to a press beside somebody's words or name. Without script a press that did not go through has a page of its own. */
export function answerMark(request: Request, problem?: Problem) {
  if (problem === undefined) return data<MarkAnswer>({ message: '' });
  if (problem.kind !== 'invalid' || !wantsData(request)) refuse(problem);
  return data<MarkAnswer>({ message: problem.message }, { status: 400 });
}
