import type { ReleaseDecision } from './release';

/** Why a release is refused. None of the sentences tells another team's numbers. */
export type Refusal =
  | 'small'
  | 'corrected'
  | 'other_pool'
  | 'leaves_few'
  | 'does_not_fit'
  | 'too_many'
  | 'share_hidden'
  | 'share_uncovers';

const words = 'the story and the shape in words, without numbers';

export const alternatives = {
  words: `Share ${words}.`,
  otherWeeks: `Keep what is shared as it is, or share ${words}.`,
  samePool: `Pool the same classes as before, or share ${words}.`,
  pool: `Pool the classes, or share ${words}.`,
};

/** A refusal as the teacher who shares reads it. */
export function refusalOf(refusal: Refusal, date: string, minimum: number): ReleaseDecision {
  const few = `a group of fewer than ${minimum} students`;
  const said: Record<Refusal, { why: string; alternative: string }> = {
    small: { why: `This is ${few}.`, alternative: alternatives.pool },
    corrected: {
      why: `The number of students has changed since this was shared before; the two together would tell about ${few}.`,
      alternative: alternatives.otherWeeks,
    },
    other_pool: {
      why: `Other classes were pooled before; set beside them, this could tell about ${few}.`,
      alternative: alternatives.samePool,
    },
    leaves_few: {
      why: `Together with what was shared before, this would tell about ${few}.`,
      alternative: alternatives.words,
    },
    does_not_fit: {
      why: 'The numbers of students do not fit what was shared before, so nobody can be sure what the two would tell together.',
      alternative: alternatives.words,
    },
    too_many: {
      why: 'So many groups were shared before that nobody can be sure what this would tell.',
      alternative: alternatives.words,
    },
    share_hidden: {
      why: 'Beside what was shared before, this percent would tell how nearly all or nearly none of a group did.',
      alternative: alternatives.words,
    },
    share_uncovers: {
      why: 'This percent would uncover how a group did that could not be worked out before.',
      alternative: alternatives.words,
    },
  };
  return { allow: false, date, ...said[refusal] };
}
