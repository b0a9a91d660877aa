import { z } from 'zod';
import { meetingRhythms } from '#db/vocabulary';
import { isSchoolDay } from '~/lib/school-day';
import { linkField, placeField, timeField, wholeNumberField } from '../typed-fields';
import { mostMeetings } from './series-rules';

const rhythm = z.enum(meetingRhythms, { error: 'How often does it come?' });
const howMany = `How many more? From 1 to ${mostMeetings}.`;
const count = wholeNumberField(1, mostMeetings, howMany);

/** What the preview shows, from the page's address. */
export const repetitionChoice = z.object({ rhythm: rhythm.catch('monthly'), count: count.catch(3) });

/** `after`: the last meeting of the series when the page was read, so that a second submit adds nothing. */
export const repetitionForm = z.object({ rhythm, count, after: z.string().max(60) });

const moveDay = z
  .string({ error: 'On which day?' })
  .refine(isSchoolDay, 'This is not a day of the calendar.');

/** What a page shows before anything moves, from its address; a day that is none shows nothing. */
export const moveChoice = z.object({
  day: moveDay,
  rhythm: rhythm.optional().catch(undefined),
  which: z.enum(['this', 'later']).catch('this'),
});

/** `seen`: what the page showed, as `movePrint` says it. */
export const moveForm = z.object({
  ...{ day: moveDay, rhythm, which: z.enum(['this', 'later']) },
  seen: z.string().max(60).default(''),
});

export const seriesChangeForm = z.object({
  version: z.coerce.number().int(),
  time: timeField('At what time does it begin?', 'Write the time as 15:30.'),
  place: placeField,
  link: linkField,
  which: z.enum(['this', 'later'], { error: 'Choose which meetings change.' }),
});
