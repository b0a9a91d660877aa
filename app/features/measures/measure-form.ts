import { z } from 'zod';
import { measureDirections, measureFrequencies, measureKinds, measureLevels } from '#db/vocabulary';
import type { MeasureKind } from '#db/vocabulary';
import { isSchoolDay } from '~/lib/school-day';

const text = (most: number, missing: string) =>
  z.string({ error: missing }).trim().min(1, missing).max(most, `Please keep this under ${most} characters.`);

export const optionalDay = z.string().refine(isSchoolDay, 'This is not a day of the calendar.').optional();

const row = { id: z.uuid(), version: z.coerce.number().int().min(0) };

/** What a measure is: a team's own says it itself, an adopted one has it from the shared measure. */
const definitionFields = {
  name: text(120, 'Give the measure a short name.'),
  level: z.enum(measureLevels, { error: 'Choose what this measure is for.' }),
  kind: z.enum(measureKinds, { error: 'Choose how this is counted.' }),
  direction: z.enum(measureDirections, { error: 'Choose which way is wanted.' }),
  unit: z.string().trim().max(40).default(''),
  definition: text(2000, 'Say exactly what counts, so that two people would count the same.'),
  frequency: z.enum(measureFrequencies, { error: 'Choose how often.' }),
  groupIds: z.array(z.string()).min(1, 'Choose at least one group of students.').max(12),
  newVersionFrom: optionalDay,
};

/** What a team says of any measure, adopted or its own. */
const teamFields = {
  goal: z.coerce
    .number({ error: 'The goal is a number.' })
    .min(-1e9)
    .max(1e9, 'This goal is too large.')
    .optional(),
  goalOn: optionalDay,
  collectorId: z.string().optional(),
};

export const goalIsPercent = 'A percent lies from 0 to 100.';

/** False for a goal that a measure of this kind can never reach. */
export function goalFits(kind: MeasureKind, goal: number | undefined): boolean {
  return kind !== 'proportion' || goal === undefined || (goal >= 0 && goal <= 100);
}

/** One measure as its team describes it; the same for a new one and a changed one. */
export const measureForm = z
  .object({ ...row, ...definitionFields, ...teamFields })
  .superRefine((form, context) => {
    if (!goalFits(form.kind, form.goal))
      context.addIssue({ code: 'custom', path: ['goal'], message: goalIsPercent });
  });

export type MeasureForm = z.infer<typeof measureForm>;

/** A measure that a facilitator defines for a cohort. */
export const sharedMeasureForm = z.object({ ...row, ...definitionFields });

export type SharedMeasureForm = z.infer<typeof sharedMeasureForm>;

/** What a team says of a measure it adopted. */
export const adoptedMeasureForm = z.object({ ...row, ...teamFields });

export type AdoptedMeasureForm = z.infer<typeof adoptedMeasureForm>;
