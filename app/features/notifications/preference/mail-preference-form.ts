import { z } from 'zod';
import { digestRhythms } from '#db/vocabulary';
import { isTimeZone } from '~/lib/time-zones';

const hourMessage = 'Choose an hour of the day.';
const weekdayMessage = 'Choose a day of the week.';
const wholeFrom0 = (most: number, message: string) =>
  z
    .string({ error: message })
    .regex(/^\d{1,2}$/, message)
    .transform(Number)
    .refine((value) => value <= most, message);

export const mailPreferenceForm = z.object({
  rhythm: z.enum(digestRhythms, { error: 'Choose how often.' }),
  hour: wholeFrom0(23, hourMessage),
  weekday: wholeFrom0(6, weekdayMessage),
  timeZone: z.string({ error: 'Choose a time zone.' }).refine(isTimeZone, 'Choose a time zone of the list.'),
  immediate: z
    .literal('on')
    .optional()
    .transform((value) => value === 'on'),
});

export type MailPreferenceForm = z.infer<typeof mailPreferenceForm>;
