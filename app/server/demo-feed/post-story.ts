import type { ClassSetting } from '#db/vocabulary';
import type { ShareForm } from '~/features/feed/sharing/share-form';

/** Who works in a team of the demo, by the role they have there. */
export type TeamRole = 'lead' | 'general_educator' | 'special_educator';

/** What a team of the demo shared. Words that are not given are the cycle's own, as the form begins with them. */
export type PostStory = {
  key: string;
  team: string;
  by: TeamRole;
  /** How the ramp's change idea begins, and the cycle's number in it. */
  ramp: string;
  cycle: number;
  kind: ShareForm['kind'];
  /** Days before today, and the hour of that day. */
  ago: number;
  hour: number;
  ideaName: string;
  setting: ClassSetting;
  audience?: ShareForm['audience'];
  signature?: ShareForm['signature'];
  /** For means and counts of a group whose size no other measure of the team tells. */
  students?: number;
  words: Partial<
    Pick<
      ShareForm,
      'title' | 'tried' | 'expected' | 'happened' | 'explanation' | 'advice' | 'wanted' | 'steps'
    >
  >;
};

export const ideaNames = {
  frames: 'Sentence and paragraph frames',
  rehearsal: 'Say it before you write it',
  checkIn: 'Check-in with an adult of the student’s choice',
  strips: 'Picture strips for the steps of a routine',
  jobs: 'A real job waiting at arrival',
  covered: 'Read it with the numbers covered first',
  coTeaching: 'Two teachers, smaller groups',
  examples: 'Worked examples on the page',
  homework: 'Start the homework before anyone packs up',
} as const;
