import type { ContributionKind, InvitationAnswer, MeetingKind } from '#db/vocabulary';

/** A team's cycle that is asked to a meeting, and whether the team has agreed to show it. */
export type PresenterStory = {
  team: string;
  ramp: string;
  cycle: number;
  /** The protocol of the agenda's item it stands in. */
  protocolKey: string;
  why: string;
  /** Who agrees; absent while the team has not answered. */
  agreedBy?: string;
};

type SaidStory = { by: string; kind: ContributionKind; body: string; votesOf?: readonly string[] };

/** What happened while an item of the agenda ran. */
export type ItemStory = {
  protocolKey: string;
  said: readonly SaidStory[];
  notes: readonly { by: string; words: string }[];
  commitments: readonly { by: string; team: string; person: string; what: string; inDays: number }[];
};

export type MeetingStory = {
  kind: MeetingKind;
  title: string;
  purpose: string;
  place: string;
  by: string;
  /** The team of a team meeting. */
  team?: string;
  /** Days before (or after, below 0) the demo's today; the school day before it where it is a weekend. */
  heldAgo: number;
  time: string;
  plannedAgo: number;
  presenters: readonly PresenterStory[];
  answers: readonly { by: string; answer: InvitationAnswer }[];
  /** Absent where it is still to come. */
  live?: { here: readonly string[]; items: readonly ItemStory[] };
};

const autumn: MeetingStory = {
  kind: 'network_day',
  title: 'Fall network day',
  purpose: 'Two teams tell what they learned, one from a win and one from a loss, and we carry ideas home.',
  place: 'Library of Northgate MS',
  ...{ by: 'facilitator', heldAgo: 19, time: '15:30', plannedAgo: 33 },
  presenters: [
    {
      ...{ team: 'Grade 6 homework', ramp: 'Start the homework in the last six minutes', cycle: 2 },
      ...{ protocolKey: 'consultancy-20', agreedBy: 'Grade 6 homework/lead' },
      why: 'A loss they were sure of beforehand.',
    },
    {
      ...{ team: 'Grade 6 science', ramp: 'Argue it out loud', cycle: 2 },
      ...{ protocolKey: 'success-analysis-30', agreedBy: 'Grade 6 science/lead' },
      why: 'A clear signal after the second cycle.',
    },
  ],
  answers: [
    { by: 'teacher', answer: 'yes' },
    { by: 'special-educator', answer: 'yes' },
    { by: 'coach', answer: 'yes' },
    { by: 'Grade 6 science/lead', answer: 'yes' },
    { by: 'Grade 6 homework/lead', answer: 'yes' },
    { by: 'Grade 2 fluency/lead', answer: 'no' },
    { by: 'Grade 7 math/lead', answer: 'maybe' },
  ],
  live: {
    here: [
      ...['teacher', 'special-educator', 'coach', 'facilitator', 'Grade 7 math/lead'],
      ...['Grade 6 science/lead', 'Grade 6 homework/lead', 'Grade 8 advisory/lead'],
    ],
    items: [
      {
        protocolKey: 'consultancy-20',
        said: [
          {
            ...{ by: 'Grade 7 math/lead', kind: 'question' },
            body: 'Did anyone finish at home without a reminder?',
          },
          {
            ...{ by: 'teacher', kind: 'warm' },
            body: 'You wrote down that you were sure. That made the miss worth so much more to the rest of us.',
          },
          {
            ...{ by: 'Grade 8 advisory/lead', kind: 'cool' },
            body: 'Six minutes went to finding the page. I wonder what the last six would show with the page open already.',
          },
          {
            ...{ by: 'special-educator', kind: 'topic' },
            body: 'How do we take a reminder away again?',
            votesOf: ['teacher', 'coach', 'Grade 7 math/lead', 'Grade 6 science/lead'],
          },
        ],
        notes: [
          {
            by: 'Grade 8 advisory/lead',
            words: 'The start went well; the way home is where it was lost.',
          },
          {
            by: 'teacher',
            words: 'A photo of the started page, sent home, is what several of us would try next.',
          },
        ],
        commitments: [
          {
            ...{ by: 'Grade 6 homework/lead', team: 'Grade 6 homework' },
            ...{ person: 'Grade 6 homework/lead', inDays: 12 },
            what: 'Try a photo of the started page for one class, for a week',
          },
        ],
      },
      {
        protocolKey: 'success-analysis-30',
        said: [
          {
            ...{ by: 'special-educator', kind: 'warm' },
            body: 'Talking before writing let the ones who never start say a whole sentence first.',
          },
          {
            ...{ by: 'coach', kind: 'question' },
            body: 'What did the quiet pairs do differently in the second cycle?',
          },
        ],
        notes: [
          {
            by: 'Grade 7 math/lead',
            words: 'It is the listening partner who keeps the argument going, not the sentence frame.',
          },
        ],
        commitments: [
          {
            ...{ by: 'teacher', team: 'Grade 4 writing', person: 'teacher', inDays: 26 },
            what: 'Bring three samples of writing from before and after the menu',
          },
          {
            ...{ by: 'Grade 6 science/lead', team: 'Grade 6 science', person: 'Grade 6 science/lead' },
            ...{ inDays: 30, what: 'Write the listening partner’s two questions on a card and share it' },
          },
        ],
      },
    ],
  },
};

const winter: MeetingStory = {
  kind: 'network_day',
  title: 'Winter network day',
  purpose: 'What the first term taught us, and what each team takes into January.',
  place: 'Commons of Harbor MS',
  ...{ by: 'facilitator', heldAgo: -11, time: '15:30', plannedAgo: 4 },
  presenters: [
    {
      ...{ team: 'Student-led meetings', ramp: 'A small card students can put', cycle: 2 },
      ...{ protocolKey: 'consultancy-20', agreedBy: 'Student-led meetings/special_educator' },
      why: 'They asked the network for help with it.',
    },
    {
      ...{ team: 'Grade 4 writing', ramp: 'A color-coded paragraph frame', cycle: 5 },
      ...{ protocolKey: 'success-analysis-30', why: 'A clear signal in complete paragraphs.' },
    },
  ],
  answers: [
    { by: 'coach', answer: 'yes' },
    { by: 'Student-led meetings/special_educator', answer: 'yes' },
    { by: 'Grade 7 math/lead', answer: 'yes' },
  ],
};

const weekly: MeetingStory = {
  kind: 'team_meeting',
  title: 'Team meeting',
  purpose: 'This week’s numbers, and the next cycle of the menu.',
  place: 'Room 12',
  ...{ by: 'teacher', team: 'Grade 4 writing', heldAgo: -3, time: '14:45', plannedAgo: 2 },
  presenters: [],
  answers: [{ by: 'teacher', answer: 'yes' }],
};

export const meetingStories: readonly MeetingStory[] = [autumn, winter, weekly];
