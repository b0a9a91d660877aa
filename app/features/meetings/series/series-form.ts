import { z } from 'zod';
import { meetingRhythms } from '#db/vocabulary';
import { mostMeetings } from './series-rules';

const rhythm = z.enum(meetingRhythms, { error: 'How often does it come?' });
const howMany = `How many more? From 1 to ${mostMeetings}.`;
const count = z.coerce.number({ error: howMany }).int(howMany).min(1, howMany).max(mostMeetings, howMany);

/** What the preview shows, from the page's address. */
export const repetitionChoice = z.object({ rhythm: rhythm.catch('monthly'), count: count.catch(3) });

/** `after`: the last meeting of the series when the page was read, so that a second submit adds nothing. */
export const repetitionForm = z.object({ rhythm, count, after: z.string().max(60) });

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time such as 15:30.');

export const seriesChangeForm = z.object({
  version: z.coerce.number().int(),
  time,
  place: z.string().trim().max(200, 'Please keep this under 200 characters.').default(''),
  link: z
    .string()
    .trim()
    .max(500, 'Please keep this under 500 characters.')
    .refine(
      (text) => text === '' || /^https?:\/\/\S+$/.test(text),
      'Give an address that begins with https://',
    )
    .default(''),
  which: z.enum(['this', 'later'], { error: 'Choose which meetings change.' }),
});
