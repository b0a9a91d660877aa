import type { MailPreference } from './mail-preference';

export const weekdayNames = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

/** `7:00`, `16:00`. */
export function hourWords(hour: number): string {
  return `${hour}:00`;
}

/** `New York` of `America/New_York`. */
export function placeOfZone(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

function digestWords({ rhythm, hour, weekday, timeZone }: MailPreference): string {
  const at = `${hourWords(hour)} (${placeOfZone(timeZone)} time)`;
  if (rhythm === 'off') return 'No round-up comes by mail; everything stands in your inbox.';
  const when = rhythm === 'daily' ? 'Every weekday' : `Every ${weekdayNames[weekday] ?? 'Monday'}`;
  return `${when} at ${at}, one mail if there is anything new.`;
}

/** What will happen, in one or two sentences. */
export function preferenceWords(preference: MailPreference): string {
  const digest = digestWords(preference);
  if (preference.immediate)
    return `${digest} A question to you and a review that comes back are sent at once.`;
  return preference.rhythm === 'off'
    ? 'No mail comes about what happens; everything stands in your inbox.'
    : `${digest} Nothing comes in between.`;
}
