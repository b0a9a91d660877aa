import { z } from 'zod';
import { isSchoolDay } from '~/lib/school-day';

const part = (missing: string) =>
  z.string({ error: missing }).trim().min(1, missing).max(400, 'Please keep this under 400 characters.');

/** A team's aim: what, for whom, how much, by when. */
export const aimForm = z.object({
  version: z.coerce.number().int().min(0),
  what: part('Write what will be different.'),
  forWhom: part('Write for which students.'),
  howMuch: part('Write how much, such as “from 3 in 10 to 6 in 10”.'),
  byWhen: z.string({ error: 'By when?' }).refine(isSchoolDay, 'This is not a day of the calendar.'),
});

export type AimForm = z.infer<typeof aimForm>;
