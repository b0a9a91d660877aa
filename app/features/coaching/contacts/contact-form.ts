import { z } from 'zod';
import { contactKinds } from '#db/vocabulary';
import { isSchoolDay } from '~/lib/school-day';

/** What a coach notes of a contact; its team reads it too. */
export const contactForm = z.object({
  contactId: z.uuid(),
  kind: z.enum(contactKinds, { error: 'Choose how you were in touch.' }),
  happenedOn: z.string({ error: 'On which day?' }).refine(isSchoolDay, 'This is not a day of the calendar.'),
  note: z.string().trim().max(600, 'Please keep this under 600 characters.').optional(),
});

export type ContactForm = z.infer<typeof contactForm>;
