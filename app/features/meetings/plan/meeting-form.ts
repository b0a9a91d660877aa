import { z } from 'zod';
import { meetingKinds } from '#db/vocabulary';
import { isSchoolDay } from '~/lib/school-day';
import { safeLink } from '~/lib/safe-link';
import { isTimeZone } from '~/lib/time-zones';
import { fewestMinutes, mostMinutes, mostTitle } from './meeting-bounds';

const short = (most: number) =>
  z.string().trim().max(most, `Please keep this under ${most} characters.`).default('');
const minutesMessage = `Whole minutes, from ${fewestMinutes} to ${mostMinutes}.`;
const linkMessage = 'An address that begins with https:// or http://.';

/** Only what a browser opens as a page; what is kept is the address as it was looked at. */
const link = short(2000).transform((address, context) => {
  if (address === '') return '';
  const safe = /^https?:\/\//i.test(address) ? safeLink(address) : null;
  if (safe) return safe.href;
  context.addIssue({ code: 'custom', message: linkMessage });
  return z.NEVER;
});

const minutes = z.coerce
  .number({ error: minutesMessage })
  .int(minutesMessage)
  .min(fewestMinutes, minutesMessage)
  .max(mostMinutes, minutesMessage);

const whenAndWhere = {
  day: z.string({ error: 'On which day?' }).refine(isSchoolDay, 'This is not a day of the calendar.'),
  time: z
    .string({ error: 'At what time does it begin?' })
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as 15:30.'),
  timeZone: z.string({ error: 'Choose a time zone.' }).refine(isTimeZone, 'Choose a time zone of the list.'),
  place: short(300),
  link,
  purpose: short(2000),
};

/** A new meeting. `of` is `cohort:<id>` or `team:<id>`; `start` is `ready`, `empty`, or the meeting whose agenda to take. */
export const newMeetingForm = z
  .object({
    id: z.uuid(),
    kind: z.enum(meetingKinds, { error: 'What kind of meeting is it?' }),
    of: z.string({ error: 'Whose meeting is it?' }).max(60),
    title: short(mostTitle),
    minutes: minutes.optional(),
    start: z.string().max(60).default('ready'),
    ...whenAndWhere,
  })
  .superRefine(
    ({ kind, of }, context) => {
      if (typeof kind !== 'string' || typeof of !== 'string') return;
      if ((kind === 'team_meeting') === of.startsWith('team:')) return;
      const message =
        kind === 'team_meeting'
          ? 'A team meeting is of one team. Choose the team.'
          : 'A network day or huddle is of a cohort. Choose the cohort.';
      context.addIssue({ code: 'custom', path: ['of'], message });
    },
    { when: () => true },
  );
export type NewMeetingForm = z.infer<typeof newMeetingForm>;

export const changeMeetingForm = z.object({
  version: z.coerce.number().int().min(1),
  title: z
    .string({ error: 'Give the meeting a title.' })
    .trim()
    .min(1, 'Give the meeting a title.')
    .max(mostTitle, `Please keep this under ${mostTitle} characters.`),
  minutes,
  ...whenAndWhere,
});
export type ChangeMeetingForm = z.infer<typeof changeMeetingForm>;
