import { z } from 'zod';
import { measureDirections, measureFrequencies, measureKinds, measureLevels } from '#db/vocabulary';
import { isSchoolDay } from '~/lib/school-day';

const text = (most: number, missing: string) =>
  z.string({ error: missing }).trim().min(1, missing).max(most, `Please keep this under ${most} characters.`);

export const optionalDay = z.string().refine(isSchoolDay, 'This is not a day of the calendar.').optional();

const measureFields = z.object({
  id: z.uuid(),
  version: z.coerce.number().int().min(0),
  name: text(120, 'Give the measure a short name.'),
  level: z.enum(measureLevels, { error: 'Choose what this measure is for.' }),
  kind: z.enum(measureKinds, { error: 'Choose how this is counted.' }),
  direction: z.enum(measureDirections, { error: 'Choose which way is wanted.' }),
  unit: z.string().trim().max(40).default(''),
  definition: text(2000, 'Say exactly what counts, so that two people would count the same.'),
  frequency: z.enum(measureFrequencies, { error: 'Choose how often.' }),
  groupIds: z.array(z.string()).min(1, 'Choose at least one group of students.').max(12),
  goal: z.coerce
    .number({ error: 'The goal is a number.' })
    .min(-1e9)
    .max(1e9, 'This goal is too large.')
    .optional(),
  goalOn: optionalDay,
  collectorId: z.string().optional(),
  newVersionFrom: optionalDay,
});

/** One measure as its team describes it; the same for a new one and a changed one. */
export const measureForm = measureFields.superRefine((form, context) => {
  if (form.kind === 'proportion' && form.goal !== undefined && (form.goal < 0 || form.goal > 100))
    context.addIssue({ code: 'custom', path: ['goal'], message: 'A percent lies from 0 to 100.' });
});

export type MeasureForm = z.infer<typeof measureForm>;
