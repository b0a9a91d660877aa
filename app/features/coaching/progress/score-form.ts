import { z } from 'zod';
import { scorers } from '#db/vocabulary';
import { addMonths, monthOf } from '~/lib/school-month';
import { isSchoolDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { stepOf } from './progress-scale';

const choose = 'Choose a step of the scale, from 0.5 to 5.0.';

/** A month's score by the team or its coach. `version` is the one the form was read at, 0 for the first. */
export const scoreForm = z.object({
  month: z.string({ error: 'Which month?' }).refine(isSchoolDay, 'This is not a month of the calendar.'),
  scorer: z.enum(scorers, { error: 'For the team or as its coach?' }),
  version: z.coerce.number().int().min(0),
  score: z.coerce.number({ error: choose }).refine((score) => stepOf(score) !== undefined, choose),
  because: z.string().trim().max(600, 'Please keep this under 600 characters.').default(''),
});

export type ScoreForm = z.infer<typeof scoreForm>;

/** Scores are given while the month is fresh: for this month and the last. Newest first. */
export function scorableMonths(today: SchoolDay): SchoolDay[] {
  const month = monthOf(today);
  return [month, addMonths(month, -1)];
}
