import type { ReviewCommentKind } from '#db/vocabulary';
import { counted } from '~/lib/number-format';

/** How many questions and ideas a coach has for a team. What is celebrated asks nothing and is not counted. */
export type Asked = { questions: number; ideas: number };

export function askedOf(comments: readonly { kind: ReviewCommentKind }[]): Asked {
  const count = (of: ReviewCommentKind) => comments.filter(({ kind }) => kind === of).length;
  return { questions: count('ask'), ideas: count('suggest') };
}

/** `1 question and 2 ideas`; empty where there is neither. */
export function askedWords({ questions, ideas }: Asked): string {
  return [
    ...(questions > 0 ? [counted(questions, 'question')] : []),
    ...(ideas > 0 ? [counted(ideas, 'idea')] : []),
  ].join(' and ');
}

/** `1 idea waits for an answer`, `1 question and 1 idea wait for an answer`; empty where nothing does. */
export function waitingWords(asked: Asked): string {
  const words = askedWords(asked);
  if (words === '') return '';
  return `${words} ${asked.questions + asked.ideas === 1 ? 'waits' : 'wait'} for an answer`;
}
