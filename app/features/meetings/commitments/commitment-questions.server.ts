import { findQuestions } from '~/features/disclosure/free-text/find-questions';
import { questionsPrint } from '~/features/disclosure/free-text/text-question';
import { invalid } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { TakerChoices } from './taker';

/** People and places of a meeting are no students: what else in a text looks like one is asked about. */
export function staffAndPlaces({ runners, teams }: TakerChoices): { staffNames: string[]; placeNames: string[] } {
  return {
    staffNames: [...runners, ...teams.flatMap(({ people }) => people)].map(({ name }) => name),
    placeNames: teams.flatMap(({ name, schoolName }) => [name, schoolName]),
  };
}

/** Refuses words that may tell of a student until their writer has looked; `looked` then holds the print of what is asked. */
export function lookedAt(
  text: string,
  looked: string,
  about: { staffNames: string[]; placeNames: string[] },
): Outcome {
  const asked = findQuestions(text, { ...about, numbersAreHidden: false, hidden: 'nothing', givenAway: [] });
  const print = questionsPrint(asked);
  if (print === '' || looked === print) return { ok: true };
  return invalid([...new Set(asked.map(({ reason }) => reason))].join(' '), { looked: [print] });
}
