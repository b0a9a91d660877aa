import { z } from 'zod';

const id = z.uuid('Open the page again and try once more.');

export const longestHandoverNote = 2000;

/** Ends an assignment, or moves it where `nextCoachId` is not empty. `id` is the handover’s own. */
export const handoverForm = z.object({
  id,
  assignmentId: z
    .string({ error: 'Choose whose coaching ends.' })
    .min(1, 'Choose whose coaching ends.')
    .max(60),
  nextCoachId: z.string().max(60).default(''),
  note: z
    .string()
    .trim()
    .max(longestHandoverNote, `Please keep this under ${longestHandoverNote} characters.`)
    .default(''),
});

export type HandoverForm = z.infer<typeof handoverForm>;

/** Gives a team a coach. `id` is the assignment’s own. */
export const newCoachForm = z.object({
  id,
  coachId: z.string({ error: 'Choose a person.' }).min(1, 'Choose a person.').max(60),
});

export type NewCoachForm = z.infer<typeof newCoachForm>;
