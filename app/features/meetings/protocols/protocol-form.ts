import { z } from 'zod';
import { stepVoices } from '#db/vocabulary';
import { lineField, linesField, neededLine, wholeNumberField } from '../typed-fields';
import { mostPrompt, mostStepMinutes, mostSteps, mostTitle } from './protocol-bounds';

const minutesMessage = `Whole minutes, from 1 to ${mostStepMinutes}.`;

/** A step as it is typed; a row with neither title nor prompt is left out. */
const stepFields = z.object({
  id: z.uuid(),
  title: lineField(mostTitle).optional(),
  minutes: wholeNumberField(1, mostStepMinutes, minutesMessage).optional(),
  speaks: z.enum(stepVoices, { error: 'Choose who speaks.' }).default('everyone'),
  silent: z.enum(stepVoices, { error: 'Choose who is silent.' }).default('nobody'),
  prompt: linesField(mostPrompt).optional(),
});

export type TypedStep = z.infer<typeof stepFields>;

export const stepList = z
  .array(stepFields)
  .max(mostSteps, `${mostSteps} steps are the most one protocol can hold.`)
  .default([]);

const isEmpty = ({ title = '', prompt = '', minutes }: TypedStep) =>
  title === '' && prompt === '' && minutes === undefined;

/** Runs although single fields fail, so that every message shows at once; what failed may be of another shape. */
export function checkSteps(
  { protocolSteps: steps }: { protocolSteps?: TypedStep[] },
  context: z.RefinementCtx,
) {
  if (!Array.isArray(steps)) return;
  const tell = (index: number, field: string, message: string) =>
    context.addIssue({ code: 'custom', path: ['protocolSteps', index, field], message });
  if (steps.every(isEmpty)) tell(0, 'title', 'Write at least one step.');
  steps.forEach((step, index) => {
    if (isEmpty(step)) return;
    if ((step.title ?? '') === '') tell(index, 'title', 'Give the step a name.');
    if (step.minutes === undefined) tell(index, 'minutes', minutesMessage);
    if (step.speaks === step.silent && step.speaks !== 'nobody')
      tell(index, 'silent', 'Who speaks cannot be silent.');
  });
}

export const allAtOnce = { when: () => true };

/** The steps as they are kept, in order; rows left empty are dropped. */
export function writtenSteps(steps: TypedStep[]) {
  return steps.flatMap((step) => {
    const { id, title = '', minutes, speaks, silent, prompt = '' } = step;
    return isEmpty(step) || minutes === undefined ? [] : [{ id, title, minutes, speaks, silent, prompt }];
  });
}

const protocolFields = z.object({
  id: z.uuid(),
  version: z.coerce.number().int().min(0),
  /** The key of the shipped protocol it begins from. */
  madeFrom: z.string().max(60).optional(),
  name: neededLine(mostTitle, 'Give it a name.'),
  about: linesField(400).optional(),
  protocolSteps: stepList,
});

export const protocolForm = protocolFields.superRefine(checkSteps, allAtOnce);
export type ProtocolForm = z.infer<typeof protocolFields>;

export const retirementForm = z.object({
  version: z.coerce.number().int().min(1),
  wanted: z.enum(['retired', 'offered']),
});
