export const carriedOutLabel = 'Carried out as planned:';

/** Said where a text had to be cut for paper. */
export const shortenedWords = 'Shortened to fit one page. The whole text is in the packet on the screen.';

/** What stands in a stage of which nothing is said. */
export const nothingYet: Record<'plan' | 'do' | 'study' | 'act', string> = {
  plan: 'Nothing written for the room.',
  do: 'Nothing written for the room.',
  study: 'Nothing written for the room yet.',
  act: 'Not decided yet.',
};

export const postGone = 'This post is no longer shared.';

/** Stands under the name of a team on a phone; whether it declined, or has not answered, is its own. */
export const notAgreed = 'This team has not agreed to show its cycle here, so only its name is shown.';
