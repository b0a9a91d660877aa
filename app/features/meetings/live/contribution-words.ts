import type { ContributionKind } from '#db/vocabulary';

/** What each kind is called, and how to say it well. */
export const contributionWords: Record<ContributionKind, { one: string; hint: string; placeholder: string }> =
  {
    question: {
      one: 'Question',
      hint: 'One you do not know the answer to.',
      placeholder: 'How did students know where to begin?',
    },
    warm: {
      one: 'Warm feedback',
      hint: 'Kind, helpful and specific: what works here, and why?',
      placeholder: 'The frame gave every student a first sentence.',
    },
    cool: {
      one: 'Cool feedback',
      hint: 'Hard on the content, soft on the people: what could be stronger?',
      placeholder: 'I wonder whether the frame comes off in week four.',
    },
    topic: {
      one: 'Topic',
      hint: 'Something the room should take up.',
      placeholder: 'Who else tries this with younger students?',
    },
  };

/** Headings over what the room has said. */
export const saidWords: Record<ContributionKind, string> = {
  question: 'Questions',
  warm: 'Warm feedback',
  cool: 'Cool feedback',
  topic: 'Topics',
};

/** `Wanted by 3` */
export const wantedWords = (votes: number): string => (votes === 0 ? '' : `Wanted by ${votes}`);
