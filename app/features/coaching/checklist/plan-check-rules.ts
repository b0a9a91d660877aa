import { cycleScales } from '#db/vocabulary';
import type { CycleScale } from '#db/vocabulary';
import type { Cycle, LearningQuestion } from '~/features/cycles/cycle';
import { decisionWords } from '~/features/cycles/cycle-words';
import { counted } from '~/lib/number-format';
import type { CheckedCycle, Judged, ParentCycle } from './checked-cycle';
import { countWords, expects, isEmpty, overQuestions } from './question-part-rules';
import type { Part } from './question-part-rules';

/** A reason of one or two words ("it works") is none. */
const fewestWordsOfReason = 3;

/** Each question says what is expected, and why. */
export function predictionBecause({ cycle }: CheckedCycle): Judged {
  const partOf = (one: LearningQuestion): Part => {
    const words = countWords(one.because);
    if (expects(one) && words >= fewestWordsOfReason) return { reached: 'all', lacks: '' };
    if (!expects(one) && words === 0)
      return { reached: 'none', lacks: 'has no prediction yet, and no “because”' };
    if (!expects(one))
      return { reached: 'some', lacks: 'has a “because”, and does not say what is expected' };
    return {
      reached: 'some',
      lacks:
        words === 0
          ? 'says what is expected, and not yet why'
          : `says what is expected; its “because” is only ${counted(words, 'word')} long`,
    };
  };
  const whole =
    cycle.questions.length === 1
      ? 'The question says what is expected, and why.'
      : `Each of the ${cycle.questions.length} questions says what is expected, and why.`;
  return overQuestions(cycle, partOf, whole);
}

/** How large a test is, within a sentence. */
const sizeWords: Record<CycleScale, string> = {
  one_student: 'one student',
  small_group: 'a small group',
  one_class: 'one class',
  several_classes: 'several classes',
  whole_school: 'the whole school',
};

const sizeOf = (scale: CycleScale) => cycleScales.indexOf(scale);
const oneClass = sizeOf('one_class');

/** A first test of one class or less; then one step wider at a time, each after an adopt or adapt. */
export function smallScale({ cycle, parent }: CheckedCycle): Judged {
  const size = sizeWords[cycle.scale];
  const isSmall = sizeOf(cycle.scale) <= oneClass;
  if (parent === null) {
    const first = cycle.number === 1 ? 'a first test' : 'a test that names no cycle before it';
    if (isSmall)
      return { mark: 'yes', because: `It tries the change with ${size}: small enough for ${first}.` };
    return {
      mark: cycle.scale === 'several_classes' ? 'partly' : 'not_yet',
      because: `It tries the change with ${size}: one class or fewer would teach as much in ${first}.`,
    };
  }
  const before = `cycle ${parent.number}`;
  const steps = sizeOf(cycle.scale) - sizeOf(parent.scale);
  if (steps <= 0) return noWider(cycle, parent);
  const went = `It goes from ${sizeWords[parent.scale]} to ${size}`;
  const tested = parent.decision === 'adopt' || parent.decision === 'adapt' ? parent.decision : null;
  if (tested && steps === 1)
    return {
      mark: 'yes',
      because: `${went}, one step wider, after ${before} was ${decisionWords[tested].past.toLowerCase()}.`,
    };
  const why = tested ? `${steps} steps at once` : `and ${before} was neither adopted nor adapted`;
  const wide = !isSmall && (steps > 2 || (!tested && steps > 1));
  return { mark: wide ? 'not_yet' : 'partly', because: `${went}, ${why}.` };
}

/** Staying wide after a first cycle that was wide is no smaller a start than that one was. */
function noWider({ scale }: Cycle, parent: ParentCycle): Judged {
  const size = sizeWords[scale];
  if (parent.number === 1 && sizeOf(scale) > oneClass)
    return {
      mark: scale === 'several_classes' ? 'partly' : 'not_yet',
      because: `It tries the change with ${size}, and cycle 1 was no smaller.`,
    };
  return { mark: 'yes', because: `It tries the change with ${size}, no wider than cycle ${parent.number}.` };
}

/** The words of a plan that a next cycle would change: objective, size, questions with predictions, tasks. */
export function plannedWords({
  objective,
  scale,
  questions,
  tasks,
}: Pick<Cycle, 'objective' | 'scale' | 'questions' | 'tasks'>): string[] {
  return [
    objective,
    scale,
    ...questions.flatMap((one) => [
      one.question,
      String(one.expectedComparison ?? one.expectedDirection ?? ''),
      String(one.expectedValue ?? ''),
      one.because,
    ]),
    ...tasks.map(({ what }) => what),
  ].map((text) => text.trim());
}

/**
 * Whether the cycle before left something to take up, and the plan differs from it. Whether it takes up the right thing
 * is for a person to say.
 */
export function builtOnLast({ cycle, parent }: CheckedCycle): Judged {
  if (parent === null) return firstOfRamp(cycle);
  const before = `Cycle ${parent.number}`;
  const [learned, why] = [!isEmpty(parent.learned), !isEmpty(parent.why)];
  if (!learned && !why)
    return { mark: 'not_yet', because: `${before} left no written learning to build on.` };
  if (parent.decision === null)
    return { mark: 'partly', because: `${before} says what was learned, and ended without a decision.` };
  const decided = `${before} was ${decisionWords[parent.decision].past.toLowerCase()}`;
  if (!learned)
    return { mark: 'partly', because: `${decided} with a reason; what it taught is not written.` };
  if (!why) return { mark: 'partly', because: `${decided}, and says what was learned but not why.` };
  if (sameTexts(plannedWords(cycle), parent.planned))
    return {
      mark: 'partly',
      because: `${decided} for a written reason; this plan still reads word for word as its plan did.`,
    };
  return {
    mark: 'yes',
    because: `${decided} for a written reason, with what was learned, and this plan differs from it.`,
  };
}

function firstOfRamp({ number, warrant }: Cycle): Judged {
  if (number > 1) return { mark: 'not_yet', because: 'Nothing says which cycle it builds on.' };
  return {
    mark: 'yes',
    because: isEmpty(warrant)
      ? 'It is the first of its ramp.'
      : 'It is the first of its ramp, and says where the change was tried before.',
  };
}

function sameTexts(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index]);
}
