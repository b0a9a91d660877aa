import { z } from 'zod';
import { isSchoolDay } from '~/lib/school-day';

const day = (missing: string) => z.string({ error: missing }).refine(isSchoolDay, missing);

/** Days off: `version` is the one the form was read at, 0 for new ones; an empty `leaId` is the whole network. */
export const dayOffForm = z.object({
  id: z.uuid('Open the page again and try once more.'),
  version: z.coerce.number().int().min(0).default(0),
  name: z
    .string({ error: 'Give them a name, such as “Winter break”.' })
    .trim()
    .min(1, 'Give them a name, such as “Winter break”.')
    .max(80, 'Please keep this under 80 characters.'),
  startsOn: day('Which day is the first?'),
  endsOn: day('Which day is the last?'),
  leaId: z.string().max(60).default(''),
});

export type DayOffForm = z.infer<typeof dayOffForm>;

export const removeDayOffForm = z.object({
  id: z.string().max(60),
  version: z.coerce.number().int(),
});
