import type { CycleField, WorkingStage } from '#db/vocabulary';
import type { MeasureKind } from '#db/vocabulary';
import { carriedOutWords, confidenceWords, verdictWords } from './cycle-words';
import type { Cycle, LearningQuestion } from './cycle';
import { predictionWords } from './prediction';

/** One part of a cycle as its team wrote it: what a comment hangs on, and what is compared to see what changed. */
export type CycleText = {
  /** Unique within a cycle and stable over its life: the field, with the question's id where it belongs to one. */
  key: string;
  stage: WorkingStage;
  field: CycleField;
  questionId: string | null;
  label: string;
  /** Empty where nothing is written yet. */
  text: string;
};

type NamedMeasure = { id: string; name: string; kind: MeasureKind; unit: string };

const lines = (parts: (string | false | null)[]) => parts.filter(Boolean).join('\n');

export function cycleTextKey(field: CycleField, questionId: string | null): string {
  return questionId === null ? field : `${field}/${questionId}`;
}

function questionTexts(question: LearningQuestion, place: string, measures: NamedMeasure[]): CycleText[] {
  const measure = measures.find(({ id }) => id === question.measureId) ?? null;
  const confidence = question.confidence === null ? null : `${confidenceWords[question.confidence] ?? ''}`;
  const part = (stage: WorkingStage, field: CycleField, label: string, text: string): CycleText => ({
    ...{ key: cycleTextKey(field, question.id), stage, field, questionId: question.id },
    ...{ label: `${label}${place}`, text: text.trim() },
  });
  return [
    part('plan', 'question', 'Question', question.question),
    part(
      'plan',
      'prediction',
      'Prediction',
      lines([predictionWords(question, measure), confidence === null ? null : `How sure: ${confidence}`]),
    ),
    part('plan', 'because', 'Because', question.because),
    part(
      'study',
      'result',
      'What happened',
      lines([question.verdict === null ? null : verdictWords[question.verdict], question.result]),
    ),
  ];
}

/** A cycle's parts in the order of its stages. `measures` are the team's. */
export function cycleTexts(cycle: Cycle, measures: NamedMeasure[]): CycleText[] {
  const whole = (stage: WorkingStage, field: CycleField, label: string, text: string): CycleText => ({
    ...{ key: cycleTextKey(field, null), stage, field, questionId: null, label, text: text.trim() },
  });
  const asked = cycle.questions.flatMap((question, index) =>
    questionTexts(question, cycle.questions.length > 1 ? ` ${index + 1}` : '', measures),
  );
  const measureName = (id: string) => measures.find((one) => one.id === id)?.name ?? '';
  return [
    whole('plan', 'objective', 'Objective', cycle.objective),
    ...asked.filter(({ stage }) => stage === 'plan'),
    whole(
      'plan',
      'tasks',
      'Tasks',
      cycle.tasks.map(({ what, who, dueOn }) => [what, who, dueOn].filter(Boolean).join(' · ')).join('\n'),
    ),
    whole(
      'plan',
      'data_plan',
      'Data collection',
      cycle.dataPlan
        .map(({ measureId, who, howOften }) =>
          [measureName(measureId), who, howOften].filter(Boolean).join(' · '),
        )
        .join('\n'),
    ),
    whole(
      'do',
      'carried_out',
      'Carried out as planned?',
      lines([cycle.carriedOut === null ? null : carriedOutWords[cycle.carriedOut], cycle.carriedOutNote]),
    ),
    whole('do', 'observations', 'What we noticed', cycle.observations.map(({ text }) => text).join('\n')),
    ...asked.filter(({ stage }) => stage === 'study'),
    whole('study', 'learned', 'What we learned', cycle.learned),
    whole('act', 'why', 'Why', cycle.decision?.why ?? ''),
  ];
}

/** The texts as they are kept with a review's step, by key. */
export function keptTexts(texts: CycleText[]): Record<string, string> {
  return Object.fromEntries(texts.map(({ key, text }) => [key, text]));
}

/** What each changed part said before, by key. A part that was not there before said nothing. */
export function changedTexts(before: Record<string, string>, texts: CycleText[]): Map<string, string> {
  return new Map(
    texts.flatMap(({ key, text }) => {
      const then = before[key] ?? '';
      return then === text ? [] : [[key, then] as const];
    }),
  );
}
