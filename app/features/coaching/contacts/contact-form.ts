import { z } from 'zod';
import { longestContactNote } from './contact-words';
import { contactKinds } from '#db/vocabulary';
import { addDays, isSchoolDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';

/** In days: what is longer ago belongs to another school year. */
const oldest = 400;

function wrongDay(day: SchoolDay, today: SchoolDay): string | null {
  if (!isSchoolDay(day)) return 'This is not a day of the calendar.';
  if (day > today) return 'This day is still to come.';
  return day < addDays(today, -oldest) ? 'This day is more than a year ago.' : null;
}

/** What a coach notes of a contact on a day until `today`; its team reads it too. */
export const contactForm = (today: SchoolDay) =>
  z.object({
    contactId: z.uuid(),
    kind: z.enum(contactKinds, { error: 'Choose how you were in touch.' }),
    happenedOn: z.string({ error: 'On which day?' }).superRefine((day, context) => {
      const message = wrongDay(day, today);
      if (message !== null) context.addIssue({ code: 'custom', message });
    }),
    note: z
      .string()
      .trim()
      .max(longestContactNote, `Please keep this under ${longestContactNote} characters.`)
      .optional(),
  });

export type ContactForm = z.infer<ReturnType<typeof contactForm>>;
