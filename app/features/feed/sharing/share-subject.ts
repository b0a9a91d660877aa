import type { CycleScale, CycleStage, Decision, PredictionVerdict } from '#db/vocabulary';
import type { Cycle } from '~/features/cycles/cycle';
import type { Measure } from '~/features/measures/measure';
import type { SchoolDay } from '~/lib/school-day';

/** A question of the cycle as it may be shared: `expected` with its number, `expectedPlainly` without. */
export type SharedQuestion = {
  id: string;
  question: string;
  series: string | null;
  expected: string;
  expectedPlainly: string;
  because: string;
  verdict: PredictionVerdict | null;
  result: string;
};

/** What is being shared: a cycle, or the chart of a measure. */
export type ShareSubject = {
  team: { id: string; name: string; schoolId: string; schoolName: string; grades: string };
  cycleId: string | null;
  rampId: string | null;
  changeIdea: string;
  scale: CycleScale | null;
  decision: Decision | null;
  span: { from: SchoolDay; to: SchoolDay } | null;
  questions: SharedQuestion[];
  /** The measures of the team; the series that is offered first. */
  measures: Measure[];
  firstSeries: string | null;
  objective: string;
  learned: string;
  why: string;
  tasks: string[];
};

export type CycleToShare = {
  id: string;
  number: number;
  stage: CycleStage;
  changeIdea: string;
  decision: Decision | null;
};

type Question = Cycle['questions'][number];
type Expectation = NonNullable<Question['expectedComparison'] | Question['expectedDirection']>;

const plainly: Record<Expectation, string> = {
  at_least: 'We expected it to reach a level we had set.',
  at_most: 'We expected it to stay under a level we had set.',
  increase: 'We expected it to go up.',
  decrease: 'We expected it to go down.',
  no_change: 'We expected it to stay about the same.',
};

/** A prediction without any number of it. */
export function expectedPlainly(
  question: Pick<Question, 'expectedComparison' | 'expectedDirection'>,
): string {
  const expectation = question.expectedComparison ?? question.expectedDirection;
  return expectation === null ? '' : plainly[expectation];
}
