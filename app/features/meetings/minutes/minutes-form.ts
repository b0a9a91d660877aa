import { z } from 'zod';
import { withoutUnseen } from '~/lib/typed-text';
import { longestMinutes } from './minutes-bounds';

const kept = longestMinutes.toLocaleString('en-US');

/** `version` is 0 while nobody has written any; `step` tells saving from sending. */
export const minutesForm = z.object({
  version: z.coerce.number().int(),
  body: z
    .string({ error: 'Write a few lines first.' })
    .overwrite(withoutUnseen)
    .trim()
    .min(1, 'Write a few lines first.')
    .max(longestMinutes, `Please keep this under ${kept} characters.`),
  looked: z.string().max(60).default(''),
  /** The latest addition to the meeting that was there when the form was read; see `findLatestAddition`. */
  readThrough: z.coerce.number().int().nonnegative().default(0),
  /** What was written before the meeting drafted it again, to copy from. */
  aside: z.string().max(longestMinutes).default(''),
  step: z.enum(['save', 'send']).default('save'),
});

export type MinutesForm = z.infer<typeof minutesForm>;
