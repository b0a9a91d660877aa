import { z } from 'zod';
import {
  carriedOutAnswers,
  confidences,
  cycleScales,
  decisions,
  observationKinds,
  predictionVerdicts,
} from '#db/vocabulary';
import type { Confidence } from '#db/vocabulary';
import { isSchoolDay } from '~/lib/school-day';
import { missingFromPrediction } from './prediction';
import type { Prediction } from './prediction';

const short = (most = 300) => z.string().trim().max(most, `Please keep this under ${most} characters.`);
const long = () => short(4000);
const required = (message: string, most = 300) =>
  z.string({ error: message }).trim().min(1, message).max(most, `Please keep this under ${most} characters.`);
const day = (message: string) =>
  z.string({ error: message }).refine(isSchoolDay, 'This is not a day of the calendar.');

export const expectations = ['at_least', 'at_most', 'increase', 'decrease', 'no_change'] as const;

const questionFields = z.object({
  /** Nothing for a row that was added in the form; the command gives it one. */
  id: z.uuid().optional(),
  question: short(500).optional(),
  /** `measure id/group id`; nothing when the question rests on observation. */
  series: z.string().optional(),
  expects: z.enum(expectations).optional(),
  expectedValue: z.coerce.number({ error: 'The expected number is a number.' }).optional(),
  because: short(1000).optional(),
  confidence: z.coerce.number().int().min(1).max(5).optional(),
});

export type QuestionForm = z.infer<typeof questionFields>;

/** The prediction in a question's fields; a value counts only beside "at least" or "at most". */
export function predictionOf(fields: QuestionForm): Prediction {
  const { expects } = fields;
  const comparison = expects === 'at_least' || expects === 'at_most' ? expects : null;
  const value = comparison === null ? null : (fields.expectedValue ?? null);
  const direction = expects === undefined || expects === 'at_least' || expects === 'at_most' ? null : expects;
  return {
    expectedComparison: value === null ? null : comparison,
    expectedValue: value,
    expectedDirection: direction,
    because: fields.because ?? '',
    confidence: confidenceOf(fields.confidence),
  };
}

export function confidenceOf(value: number | null | undefined): Confidence | null {
  return confidences.find((one) => one === value) ?? null;
}

const taskFields = z.object({
  id: z.uuid().optional(),
  what: short().optional(),
  who: short(120).optional(),
  dueOn: z.string().refine(isSchoolDay, 'This is not a day of the calendar.').optional(),
  place: short(120).optional(),
});

const dataPlanFields = z.object({
  measureId: z.string().optional(),
  who: short(120).optional(),
  howOften: short(120).optional(),
});

const planFields = z.object({
  id: z.uuid(),
  version: z.coerce.number().int().min(0),
  changeIdea: required('Write the change in a few words.', 200),
  warrant: long().optional(),
  objective: short(500).optional(),
  scale: z.enum(cycleScales, { error: 'Choose how wide this test is.' }),
  plannedStart: day('When do you begin?'),
  plannedEnd: day('When will you look at what happened?'),
  questions: z.array(questionFields).min(1).max(8, 'Eight questions are the most one cycle can answer.'),
  tasks: z.array(taskFields).max(30).default([]),
  dataPlan: z.array(dataPlanFields).max(12).default([]),
  /** Of a cycle that tries what another team shared: what stays as it was, and what becomes otherwise. */
  kept: short(2000).optional(),
  changed: short(2000).optional(),
  /** The team it came from is told who tries it. */
  tellsWho: z.enum(['on']).optional(),
});

type PlanFields = z.infer<typeof planFields>;

/** These run although single fields fail, so that every message shows at once; what failed is missing from the form. */
const allAtOnce = { when: () => true };

function checkOrder(form: Partial<PlanFields>, context: z.RefinementCtx) {
  const { plannedStart, plannedEnd, questions } = form;
  if (plannedStart && plannedEnd && plannedEnd < plannedStart)
    context.addIssue({ code: 'custom', path: ['plannedEnd'], message: 'The end lies before the start.' });
  if (questions?.every((one) => (one.question ?? '') === ''))
    context.addIssue({
      code: 'custom',
      path: ['questions', 0, 'question'],
      message: 'Write one question that this test can answer.',
    });
}

function checkPredictions(form: Partial<PlanFields>, context: z.RefinementCtx) {
  const nothingAsked = form.questions?.every((one) => (one.question ?? '') === '') ?? false;
  form.questions?.forEach((question, index) => {
    // An empty row is dropped; the first one is still to be filled in.
    if ((question.question ?? '') === '' && !(nothingAsked && index === 0)) return;
    for (const [field, message] of Object.entries(missingFromPrediction(predictionOf(question)))) {
      const valueIsMissing =
        field === 'expects' && (question.expects === 'at_least' || question.expects === 'at_most');
      const path = ['questions', index, valueIsMissing ? 'expectedValue' : field];
      context.addIssue({
        code: 'custom',
        path,
        message: valueIsMissing ? 'Which number do you expect?' : message,
      });
    }
  });
}

/** A plan that may still be unfinished. */
export const planForm = planFields.superRefine(checkOrder, allAtOnce);

/** A plan with which a cycle may enter Do: each question has its whole prediction. */
export const readyPlanForm = planFields
  .superRefine(checkOrder, allAtOnce)
  .superRefine(checkPredictions, allAtOnce);

export type PlanForm = PlanFields;

export const doForm = z.object({
  version: z.coerce.number().int().min(1),
  carriedOut: z.enum(carriedOutAnswers, { error: 'Choose yes, partly or no.' }).optional(),
  carriedOutNote: long().optional(),
});
export type DoForm = z.infer<typeof doForm>;

export const observationForm = z.object({
  observationId: z.uuid(),
  kind: z.enum(observationKinds, { error: 'Choose one.' }),
  text: required('What did you notice?', 2000),
  observedOn: day('On which day?'),
});
export type ObservationForm = z.infer<typeof observationForm>;

export const studyForm = z.object({
  version: z.coerce.number().int().min(1),
  answers: z
    .array(
      z.object({
        questionId: z.string(),
        verdict: z.enum(predictionVerdicts).optional(),
        result: long().optional(),
      }),
    )
    .max(8),
  learned: long().optional(),
});
export type StudyForm = z.infer<typeof studyForm>;

export const actForm = z.object({
  version: z.coerce.number().int().min(1),
  nextCycleId: z.uuid(),
  decision: z.enum(decisions, { error: 'Choose one of the three.' }),
  why: required('Say why, for the next team that wants to try this.', 2000),
});
export type ActForm = z.infer<typeof actForm>;

export const stopForm = z.object({
  version: z.coerce.number().int().min(1),
  reason: required('Say why it stops here.', 1000),
});

export type StopForm = z.infer<typeof stopForm>;

export const returnForm = z.object({
  version: z.coerce.number().int().min(1),
  to: z.enum(['plan', 'do', 'study']),
  reason: short(1000).optional(),
});
