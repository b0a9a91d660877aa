import type {
  CheckMark,
  ContactKind,
  CycleCheck,
  CycleField,
  ReviewCommentKind,
  Scorer,
} from '#db/vocabulary';
import type { When } from '../demo-stage';

/** One remark of the coach, hung on a field of the cycle; on its first question where the field belongs to one. */
export type RemarkStory = {
  field: CycleField;
  kind: ReviewCommentKind;
  body: string;
  /** The team's answer, by somebody of it. */
  answer?: { by: string; body: string } & When;
};

export type ReviewStory = {
  team: string;
  /** Its newest cycle that is still open, or that is finished. */
  cycle: 'open' | 'finished';
  /** Absent where the coach begins. */
  asked?: { by: string; asks: string } & When;
  /** Absent where nobody has read it yet. */
  read?: {
    taken: When;
    remarks: RemarkStory[];
    marks: Partial<Record<CycleCheck, CheckMark>>;
    handed: { how: 'return' | 'finish'; note: string } & When;
  };
};

export const reviewStories: readonly ReviewStory[] = [
  {
    team: 'Grade 4 writing',
    cycle: 'open',
    asked: {
      ...{ by: 'teacher', ago: 4, hour: 15.6 },
      asks: 'Only some of them use the menu without being told. Would you make the menu smaller next, or leave it and take our reminders away?',
    },
    read: {
      taken: { ago: 3, hour: 9.2 },
      remarks: [
        {
          ...{ field: 'because', kind: 'celebrate' },
          body: 'This “because” can be proved wrong, which is just what makes it useful. Keep writing them like this.',
        },
        {
          ...{ field: 'observations', kind: 'ask' },
          body: 'You saw that the opener often had nothing to do with the prompt. Did the ones who changed the opener write further than the ones who copied it?',
          answer: {
            ...{ by: 'special-educator', ago: 2, hour: 12.2 },
            body: 'We had not looked. The ones who changed it kept going; the copiers stopped after one line.',
          },
        },
        {
          ...{ field: 'question', kind: 'suggest' },
          body: 'Four words by minute three tells you who starts. Could one more count tell you who keeps going?',
        },
      ],
      marks: { prediction_because: 'yes', small_scale: 'yes', data_answers: 'partly', over_time: 'partly' },
      handed: {
        ...{ how: 'return', ago: 2, hour: 10.4 },
        note: 'A pleasure to read. One question and one idea; no hurry with either.',
      },
    },
  },
  {
    team: 'Grade 8 ELA',
    cycle: 'open',
    asked: {
      ...{ by: 'Grade 8 ELA/lead', ago: 3, hour: 16.1 },
      asks: 'Slow readers are hit twice, we think. Is that a reason to stop, or to change who does it?',
    },
  },
  {
    team: 'Grade 2 fluency',
    cycle: 'finished',
    asked: {
      ...{ by: 'Grade 2 fluency/lead', ago: 16, hour: 14.5 },
      asks: 'Did we decide too soon?',
    },
    read: {
      taken: { ago: 15, hour: 8.4 },
      remarks: [
        {
          ...{ field: 'learned', kind: 'celebrate' },
          body: 'Somebody in another school can use this sentence as it stands.',
        },
        {
          ...{ field: 'why', kind: 'suggest' },
          body: 'You had enough weeks to decide. Next time, name the number that would have changed your mind.',
        },
      ],
      marks: { learning_written: 'yes', over_time: 'yes', built_on_last: 'partly' },
      handed: { ...{ how: 'finish', ago: 15, hour: 9.1 }, note: 'Not too soon. Well decided.' },
    },
  },
  {
    team: 'Grade 8 advisory',
    cycle: 'finished',
    read: {
      taken: { ago: 23, hour: 13.2 },
      remarks: [
        {
          ...{ field: 'objective', kind: 'ask' },
          body: 'What would you see on the first day if this worked, before any number comes in?',
        },
      ],
      marks: { small_scale: 'yes' },
      handed: { ...{ how: 'finish', ago: 23, hour: 13.9 }, note: 'Thank you for letting me read along.' },
    },
  },
];

export const nudgeStories: readonly ({ team: string; body: string } & When)[] = [
  {
    ...{ team: 'K–2 AAC and communication', ago: 9, hour: 8.3 },
    body: 'Hello both,\n\nYour classmates cycle has had its weeks, and the numbers look worth a talk. Studying it takes about four minutes; I am glad to sit beside you while you do.',
  },
];

export const contactStories: readonly ({ team: string; kind: ContactKind; note: string } & When)[] = [
  {
    ...{ team: 'Kindergarten transitions', kind: 'call', ago: 17, hour: 11 },
    note: 'Talked about where to test next.',
  },
  { ...{ team: 'Grade 8 advisory', kind: 'visit', ago: 10, hour: 14 }, note: 'Stood at the door with them.' },
  { ...{ team: 'Grade 3 math facts', kind: 'meeting', ago: 37, hour: 15 }, note: 'Their team meeting.' },
  { ...{ team: 'Co-taught biology', kind: 'message', ago: 52, hour: 10 }, note: '' },
];

type ScoreStory = { team: string; scorer: Scorer; score: number; because: string } & When;

/** Scores of the month in which they are given. */
export const scoreStories: readonly ScoreStory[] = [
  ...scoresOf(
    'Grade 4 writing',
    66,
    [2.5, 'Two tests done.'],
    [2.5, 'Changes are tested; the charts do not move yet.'],
  ),
  ...scoresOf(
    'Grade 4 writing',
    34,
    [3, 'More of them start by themselves.'],
    [3, 'I see it in the chart too.'],
  ),
  ...scoresOf(
    'Grade 4 writing',
    4,
    [3.5, 'It holds in both of our classes.'],
    [2.5, 'Starting has changed. The paragraphs themselves have not yet, so I am careful.'],
  ),
  ...scoresOf('Grade 2 fluency', 5, [3, 'Rereading works.'], [3, 'It does.']),
];

function scoresOf(team: string, ago: number, own: [number, string], coach: [number, string]): ScoreStory[] {
  return [
    { team, scorer: 'team', score: own[0], because: own[1], ago, hour: 15.2 },
    { team, scorer: 'coach', score: coach[0], because: coach[1], ago, hour: 16.4 },
  ];
}

/** A team that came to the coach from a colleague. */
export const handoverStory = {
  ...{ team: 'Grade 9 first period', by: 'facilitator', to: 'coach', ago: 12, hour: 9.5 },
  note: 'They meet on Tuesdays before school and like to be asked, not told. Their first cycles were large; the small ones went better. The special educator has not been heard much yet: worth a quiet word.',
};
