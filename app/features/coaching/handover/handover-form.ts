import { z } from 'zod';
import { nobodyYet } from './handover';

const id = z.uuid('Open the page again and try once more.');

export const longestHandoverNote = 2000;
const whoFollows = 'Choose who follows, or that nobody does yet.';

/**
 * Ends an assignment, or moves it where `nextCoachId` is a person. That nobody follows is ticked a second time in `ends`.
 * `id` is the handover’s own.
 */
export const handoverForm = z
  .object({
    id,
    assignmentId: z
      .string({ error: 'Choose whose coaching ends.' })
      .min(1, 'Choose whose coaching ends.')
      .max(60),
    nextCoachId: z.string({ error: whoFollows }).min(1, whoFollows).max(60),
    ends: z.literal('on').optional(),
    note: z
      .string()
      .trim()
      .max(longestHandoverNote, `Please keep this under ${longestHandoverNote} characters.`)
      .default(''),
  })
  .refine(({ nextCoachId, ends }) => nextCoachId !== nobodyYet || ends === 'on', {
    path: ['ends'],
    message: 'Tick this where you mean it, or choose a person above.',
  });

export type HandoverForm = z.infer<typeof handoverForm>;

/** Gives a team a coach. `id` is the assignment’s own. */
export const newCoachForm = z.object({
  id,
  coachId: z.string({ error: 'Choose a person.' }).min(1, 'Choose a person.').max(60),
});

export type NewCoachForm = z.infer<typeof newCoachForm>;
