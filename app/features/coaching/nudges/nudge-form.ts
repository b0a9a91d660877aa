import { z } from 'zod';
import { longestNudge } from './nudge-words';
import { nudgeTemplateKeys } from './nudge-templates';

/** A nudge: `template` and `cycleId` say where it leads, never a path. */
export const nudgeForm = z.object({
  id: z.uuid('Open the page again and try once more.'),
  template: z.enum(nudgeTemplateKeys, { error: 'Choose one of the beginnings.' }),
  cycleId: z.string().max(60).default(''),
  body: z
    .string({ error: 'Write a few words.' })
    .trim()
    .min(1, 'Write a few words.')
    .max(longestNudge, `Please keep this under ${longestNudge} characters.`),
});

export type NudgeForm = z.infer<typeof nudgeForm>;
