import { z } from 'zod';
import { annotationKinds } from '#db/vocabulary';
import { isSchoolDay } from '~/lib/school-day';

const day = z
  .string({ error: 'Choose a day.' })
  .min(1, 'Choose a day.')
  .refine(isSchoolDay, 'This is not a day of the calendar.');
const words = (most: number, missing: string) =>
  z.string({ error: missing }).trim().min(1, missing).max(most, `Please keep this under ${most} characters.`);

/** What a person may set on the time axis of a chart, and take off again. */
export const chartMarkForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('annotate'),
    id: z.uuid(),
    kind: z.enum(annotationKinds, { error: 'Choose what it was.' }),
    date: day,
    text: words(120, 'Say in a few words what happened.'),
  }),
  z.object({ intent: z.literal('remove_annotation'), annotationId: z.string() }),
  z.object({
    intent: z.literal('begin_phase'),
    id: z.uuid(),
    groupId: z.string(),
    startsOn: day,
    reason: words(120, 'Say why: a cycle, or something that happened.'),
  }),
  z.object({ intent: z.literal('remove_phase'), phaseId: z.string() }),
  z.object({
    intent: z.literal('freeze'),
    id: z.uuid(),
    groupId: z.string(),
    throughDate: day,
  }),
  z.object({ intent: z.literal('release'), groupId: z.string() }),
]);

export type ChartMarkForm = z.infer<typeof chartMarkForm>;
export type MarkOf<I extends ChartMarkForm['intent']> = Extract<ChartMarkForm, { intent: I }>;

/** What comes back when a mark was not set: the form it was, what was typed, and the messages beside its fields. */
export type ChartMarkAnswer = {
  intent: string;
  fields: Record<string, string[]>;
  typed: Record<string, string>;
};
