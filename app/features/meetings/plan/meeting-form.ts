import { z } from 'zod';
import { meetingKinds } from '#db/vocabulary';
import { isSchoolDay } from '~/lib/school-day';
import { isTimeZone } from '~/lib/time-zones';
import {
  lineField,
  linesField,
  linkField,
  neededLine,
  placeField,
  timeField,
  wholeNumberField,
} from '../typed-fields';
import { fewestMinutes, mostMinutes, mostTitle } from './meeting-bounds';

const minutesMessage = `Whole minutes, from ${fewestMinutes} to ${mostMinutes}.`;
const minutes = wholeNumberField(fewestMinutes, mostMinutes, minutesMessage);

const whenAndWhere = {
  day: z.string({ error: 'On which day?' }).refine(isSchoolDay, 'This is not a day of the calendar.'),
  time: timeField('At what time does it begin?', 'Write the time as 15:30.'),
  timeZone: z.string({ error: 'Choose a time zone.' }).refine(isTimeZone, 'Choose a time zone of the list.'),
  place: placeField,
  link: linkField,
  purpose: linesField(2000).default(''),
};

/** A new meeting. `of` is `cohort:<id>` or `team:<id>`; `start` is `ready`, `empty`, or the meeting whose agenda to take. */
export const newMeetingForm = z
  .object({
    id: z.uuid(),
    kind: z.enum(meetingKinds, { error: 'What kind of meeting is it?' }),
    of: z.string({ error: 'Whose meeting is it?' }).max(60),
    title: lineField(mostTitle).default(''),
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
  title: neededLine(mostTitle, 'Give the meeting a title.'),
  minutes,
  ...whenAndWhere,
});
export type ChangeMeetingForm = z.infer<typeof changeMeetingForm>;
