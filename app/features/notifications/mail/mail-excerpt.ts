import { findQuestions } from '~/features/disclosure/free-text/find-questions';

/**
 * What a mail quotes of somebody's words: nothing, where they may name a student or tell the numbers of a small group. A
 * mail leaves the team (disclosure.md), and its link leads to the words. `known`: texts with names that are no student's.
 */
export function mailExcerpt(excerpt: string, known: readonly string[]): string {
  const questions = findQuestions(excerpt, {
    ...{ staffNames: [...known], placeNames: [], givenAway: [] },
    ...{ numbersAreHidden: true, hidden: 'nothing' },
  });
  return questions.length === 0 ? excerpt : '';
}
