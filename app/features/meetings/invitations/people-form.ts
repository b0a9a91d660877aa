import { z } from 'zod';
import { invitationAnswers } from '#db/vocabulary';
import { neededLines } from '../typed-fields';
import { longestReason } from './invitation-bounds';

/** Which groups are ticked, and which were invited when the form was read (ids apart by commas). */
export const groupsForm = z.object({
  group: z.record(z.string().max(60), z.literal('on')).default({}),
  shown: z.string().max(20_000).default(''),
});

const chosen = z.string().max(60).default('');

/** Who has each role; empty for nobody. One role for a person. */
export const rolesForm = z
  .object({ facilitator: chosen, timekeeper: chosen, note_taker: chosen })
  .superRefine(({ facilitator, timekeeper, note_taker }, context) => {
    const twice = (one: string, ...others: string[]) => one !== '' && others.includes(one);
    const refuse = (path: string) =>
      context.addIssue({
        code: 'custom',
        path: [path],
        message: 'One role for a person: choose somebody else.',
      });
    if (twice(timekeeper, facilitator)) refuse('timekeeper');
    if (twice(note_taker, facilitator, timekeeper)) refuse('note_taker');
  });

export const answerForm = z.object({
  answer: z.enum(invitationAnswers, { error: 'Choose yes, maybe or no.' }),
  back: z.string().max(300).default(''),
});

export const announcementForm = z.object({ sure: z.literal('on').optional() });

const whyNeeded = 'Say why in a few words: everybody who was invited reads it.';
export const cancellationForm = z.object({
  why: neededLines(longestReason, whyNeeded),
});
