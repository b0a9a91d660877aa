import { findQuestions } from '~/features/disclosure/free-text/find-questions';
import type { NoticeFacts } from './notice-words';

/**
 * True where words may leave the team, in a mail or a calendar: nothing in them seems to name a student or to tell the
 * numbers of a small group (disclosure.md). `staff` are names that are no student's.
 */
export function mayLeave(text: string, staff: readonly string[]): boolean {
  const questions = findQuestions(text, {
    ...{ staffNames: [...staff], placeNames: [], givenAway: [] },
    ...{ numbersAreHidden: true, hidden: 'nothing' },
  });
  return questions.length === 0;
}

/** A notice's facts without those words of people that may not leave; what is left out stands behind the link. */
export function discreet(facts: NoticeFacts, readerName: string): NoticeFacts {
  const staff = [readerName, facts.actorName, facts.aboutName ?? ''];
  const kept = (text: string | null) => (text !== null && mayLeave(text, staff) ? text : null);
  return {
    ...facts,
    changeIdea: kept(facts.changeIdea),
    measureName: kept(facts.measureName),
    words: kept(facts.words),
    detail: kept(facts.detail) ?? '',
  };
}
