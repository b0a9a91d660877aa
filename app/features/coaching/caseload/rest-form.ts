import { z } from 'zod';
import { caseloadReasons } from '#db/vocabulary';
import { addDays, daysBetween, isSchoolDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { restKey, restLengths } from './rest-key';
import type { RestedThing, RestLength } from './rest-key';

/** A rest is no way to forget a team. */
export const longestRest = 120;
const mostReasons = 20;

function thingOf(key: string): RestedThing | null {
  const at = key.indexOf(':');
  const reason = caseloadReasons.find((one) => one === key.slice(0, Math.max(0, at)));
  return reason === undefined ? null : { reason, aboutId: key.slice(at + 1) };
}

const things = z
  .union([z.string().transform((one) => [one]), z.array(z.string())], {
    error: 'Choose what is not for now.',
  })
  .refine(
    (keys) => keys.length > 0 && keys.length <= mostReasons && keys.every((key) => thingOf(key) !== null),
    {
      error: 'Choose what is not for now.',
    },
  )
  .transform((keys) => keys.map(thingOf).filter((thing) => thing !== null));

/** "Not now, until…" of some reasons of a team. */
export const restForm = z.object({
  team: z.string(),
  what: things,
  long: z.enum(restLengths, { error: 'Choose how long it rests.' }),
  until: z.string().optional(),
});

/** The day on which it shows again, or what is wrong with the one that was typed. */
export function restDay(
  { long, until }: { long: RestLength; until?: string | undefined },
  today: SchoolDay,
): { ok: true; until: SchoolDay } | { ok: false; message: string } {
  if (long === 'week') return { ok: true, until: addDays(today, 7) };
  if (long === 'two_weeks') return { ok: true, until: addDays(today, 14) };
  if (until === undefined || !isSchoolDay(until))
    return { ok: false, message: 'Choose the day on which it shows again.' };
  if (until <= today) return { ok: false, message: 'Choose a day to come.' };
  if (daysBetween(today, until) > longestRest)
    return { ok: false, message: `Choose a day within the next ${longestRest} days.` };
  return { ok: true, until };
}

/** What was typed into a form that did not go through, as far as it can be shown again. */
export function typedRest(form: { get: (name: string) => unknown; getAll: (name: string) => unknown[] }) {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const things = form.getAll('what').flatMap((key) => {
    const thing = typeof key === 'string' ? thingOf(key) : null;
    return thing === null ? [] : [{ key: restKey(thing), reason: thing.reason }];
  });
  return {
    ...{ team: text('team'), long: text('long'), until: text('until') },
    things: things.slice(0, mostReasons),
  };
}
