import { z } from 'zod';
import { ideaStatuses } from '#db/vocabulary';

const upTo = (most: number) =>
  z.string().trim().max(most, `Please keep this under ${most} characters.`).default('');

/** An idea of the catalogue, under an id that the form brings along. */
export const changeIdeaForm = z.object({
  id: z.uuid(),
  version: z.coerce.number().int().min(0),
  name: z
    .string({ error: 'Give the idea a name.' })
    .trim()
    .min(1, 'Give the idea a name.')
    .max(200, 'Please keep this under 200 characters.'),
  description: upTo(4000),
  why: upTo(4000),
  warrant: upTo(4000),
  driver: upTo(200),
  status: z.enum(ideaStatuses, { error: 'Choose how far it is.' }),
});

export type ChangeIdeaForm = z.infer<typeof changeIdeaForm>;
