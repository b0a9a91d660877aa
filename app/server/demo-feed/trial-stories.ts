import type { CycleScale, Decision, PredictionVerdict } from '#db/vocabulary';

/** A cycle that tries what another team's post tells, and how far it came. */
export type TrialStory = {
  post: string;
  /** A team and a role in it. */
  by: string;
  begins: { ago: number; hour: number };
  /** School days of the plan, as days before today. */
  from: number;
  to: number;
  scale: CycleScale;
  kept: string;
  changed: string;
  question: string;
  /** Measure and key of the group it rests on; null for observation. */
  series: { measure: string; group: string } | null;
  because: string;
  confidence: number;
  observation: string;
  /** Null while it is under way. */
  end: {
    ago: number;
    hour: number;
    carriedOut: 'yes' | 'partly';
    verdict: PredictionVerdict;
    result: string;
    learned: string;
    decision: Decision;
    why: string;
  } | null;
};

export const trialStories: TrialStory[] = [
  {
    ...{ post: 'boxes', by: 'Writing tools/special_educator', begins: { ago: 19, hour: 15.5 } },
    ...{ from: 19, to: 8, scale: 'one_class' },
    kept: 'A sketch of five boxes with a word in each, and a partner who says “full” or “not yet”.',
    changed: 'Our students dictate, so the boxes stay on paper beside the laptop while they talk.',
    question: 'Will drafts get longer when the boxes come before the microphone?',
    series: { measure: 'Words in a ten-minute write', group: 'swd' },
    because: 'a word in each box leaves something to say when the first sentence is over',
    confidence: 3,
    observation: 'They point at the next box while they are still talking. We did not teach that.',
    end: {
      ...{ ago: 7, hour: 15.8, carriedOut: 'yes', verdict: 'as_predicted', decision: 'adopt' },
      result: 'Drafts were longer, and more of them had an ending.',
      learned:
        'The boxes matter even without a pencil. Pointing at the next one keeps the talk going when the first idea runs out.',
      why: 'It takes two minutes before the headset goes on, and students ask for the paper if we forget it.',
    },
  },
  {
    ...{ post: 'strips', by: 'Grade 1 phonics/special_educator', begins: { ago: 22, hour: 16.4 } },
    ...{ from: 21, to: 10, scale: 'small_group' },
    kept: 'Photos of our own tables on a belt-loop strip, and ten silent seconds.',
    changed: 'Only at the small-group table, for the three steps of starting to read.',
    question: 'Will the table be ready to read without an adult saying the steps?',
    series: null,
    because: 'the strips took the adult out of the middle in kindergarten',
    confidence: 4,
    observation: 'By the second week the strips were toys. The picture on the wall still got looked at.',
    end: {
      ...{ ago: 8, hour: 16.2, carriedOut: 'yes', verdict: 'not_as_predicted', decision: 'adapt' },
      result: 'Good for a week, then we were prompting about the strips themselves.',
      learned:
        'What a kindergartner carries proudly, a first grader bends. The picture helps and the strip does not.',
      why: 'One big strip on the wall, nothing in hands, and the same ten silent seconds.',
    },
  },
  {
    ...{ post: 'check-in', by: 'Grade 9 first period/lead', begins: { ago: 20, hour: 13.5 } },
    ...{ from: 18, to: -6, scale: 'small_group' },
    kept: 'Students choose, from a list of adults who stand in one place before the bell.',
    changed: 'Ninth graders, no card. The adult says good morning and one thing about first period.',
    question: 'Will more students be in the room at the bell?',
    series: { measure: 'In the room at the bell', group: 'swd' },
    because: 'somebody who expects you is a better reason than a bell',
    confidence: 2,
    observation: 'The custodian has the longest line. He knows all of their names by now.',
    end: null,
  },
];
