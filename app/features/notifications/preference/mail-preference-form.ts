import { z } from 'zod';
import { digestRhythms } from '#db/vocabulary';

const hourMessage = 'Choose an hour of the day.';
const weekdayMessage = 'Choose a day of the week.';
const zoneShape = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,2}$/;

/** True for the IANA name of a time zone that this server can reckon in. */
export function isTimeZone(name: string): boolean {
  if (!zoneShape.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

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
