import type { Cycle } from '~/features/cycles/cycle';
import { carriedOutWords } from '~/features/cycles/cycle-words';
import type { ShareSubject } from '~/features/feed/sharing/share-subject';
import type { PresentForm } from './present-form';
import type { ShownStoryboard } from './presentation';
import type { StoryboardView } from './shown';

type Released = Pick<ShownStoryboard, 'signedAs' | 'cycleNumber' | 'scale' | 'chart' | 'shape' | 'hiddenWhy'>;

/**
 * The storyboard as the room sees it: the team's words, predictions with their number only beside the chart they are about,
 * verdicts and decision as the cycle has them.
 */
export function storyboardToShow(
  { questions, decision }: Pick<ShareSubject, 'questions' | 'decision'>,
  form: PresentForm,
  released: Released,
): ShownStoryboard {
  const shownSeries = released.chart === null ? null : (form.series ?? '');
  return {
    ...released,
    changeIdea: form.changeIdea,
    objective: form.objective ?? '',
    questions: form.questions.flatMap((row) => {
      const asked = questions.find(({ id }) => id === row.id);
      if (!asked || row.shown !== 'yes' || (row.question ?? '') === '') return [];
      const { series, expected, expectedPlainly, verdict } = asked;
      return [
        {
          question: row.question ?? '',
          prediction: series !== null && series === shownSeries ? expected : expectedPlainly,
          ...{ because: row.because ?? '', result: row.result ?? '', verdict },
        },
      ];
    }),
    carriedOut: form.carriedOut ?? '',
    learned: form.learned ?? '',
    decision: decision === null ? null : { word: decision, why: form.why ?? '' },
  };
}

const mostObservations = 3;

function whatWasDone({ carriedOut, carriedOutNote, observations }: Cycle): string {
  const answer = carriedOut === null ? '' : `${carriedOutWords[carriedOut]}.`;
  const seen = observations
    .slice(0, mostObservations)
    .map(({ kind, text }) => (kind === 'unexpected_event' ? `Unexpected: ${text}` : text));
  return [[answer, carriedOutNote].filter((words) => words !== '').join(' '), ...seen]
    .filter((words) => words !== '')
    .join('\n');
}

/**
 * The form as it begins: with the words the room sees already, else with the cycle's own.
 * @param students how many students the first chart seems to count; null when nobody counted them
 */
export function presentStart(
  subject: ShareSubject,
  cycle: Cycle,
  { shown, students, version }: { shown: StoryboardView | null; students: number | null; version: number },
): Partial<PresentForm> {
  const words = shown ?? {
    ...{ changeIdea: subject.changeIdea, objective: subject.objective, learned: subject.learned },
    carriedOut: whatWasDone(cycle),
    decision: { why: subject.why },
  };
  const withChart = shown === null || shown.chart !== null || shown.hiddenWhy !== '';
  return {
    ...{ version, changeIdea: words.changeIdea, objective: words.objective, learned: words.learned },
    ...{ carriedOut: words.carriedOut, why: words.decision?.why ?? subject.why },
    questions: subject.questions.map(({ id, question, because, result }, index) => {
      const before = shown?.questions[index];
      const isShown = shown === null || shown.questions.length === subject.questions.length;
      return before && isShown
        ? {
            ...{ id, shown: 'yes', question: before.question },
            because: before.because,
            result: before.result,
          }
        : { ...{ id, question, because, result }, ...(isShown ? { shown: 'yes' } : {}) };
    }),
    series: withChart ? (subject.firstSeries ?? '') : '',
    ...(students === null ? {} : { students }),
  };
}
