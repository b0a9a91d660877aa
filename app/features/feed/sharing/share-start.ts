import type { Decision } from '#db/vocabulary';
import type { SharedKind } from './shared-kinds';
import type { ShareForm } from './share-form';
import type { ShareSubject, SharedQuestion } from './share-subject';

const joined = (parts: string[]) => parts.filter((part) => part.trim() !== '').join('\n\n');

/** The kind that a decision suggests; a person chooses. */
export function suggestedKind(decision: Decision | null): SharedKind {
  if (decision === 'abandon') return 'loss';
  return decision === null ? 'puzzle' : 'win';
}

function expectation({ expectedPlainly, because }: SharedQuestion): string {
  const reason = because
    .trim()
    .replace(/^because\s+/i, '')
    .replace(/[.…\s]+$/, '');
  if (expectedPlainly === '') return reason === '' ? '' : `Because ${reason}.`;
  return reason === '' ? expectedPlainly : `${expectedPlainly.replace(/\.$/, '')}, because ${reason}.`;
}

/**
 * The form as it begins, filled from the cycle. Predictions come without their numbers, since the group may be too small
 * to show any; the structured predictions show them where they may.
 * @param shape what the chart did, in words: where nobody wrote what happened
 */
export function shareStart(subject: ShareSubject, kind: SharedKind, shape: string): Partial<ShareForm> {
  const { changeIdea, objective, questions, learned, why, tasks, scale } = subject;
  const results = questions.map(({ result }) => result);
  return {
    kind,
    title: changeIdea.slice(0, 160),
    tried: objective,
    expected: joined(questions.map(expectation)).slice(0, 4000),
    happened: joined(kind === 'loss' ? results : [...results, learned]) || shape,
    explanation: kind === 'loss' ? learned : '',
    advice: why,
    steps: tasks
      .map((task) => `- ${task}`)
      .join('\n')
      .slice(0, 4000),
    ideaName: changeIdea.slice(0, 120),
    series: subject.firstSeries ?? '',
    questionIds: questions.filter(({ verdict }) => verdict !== null).map(({ id }) => id),
    ...(scale === null ? {} : { scale }),
    audience: 'network',
    signature: 'by_name',
  };
}
