import { z } from 'zod';
import { linesField, neededLine } from '../typed-fields';
import { longestDecline, longestIdea, longestText, mostQuestions } from './present-bounds';

const text = () => linesField(longestText).optional();

/** What the room would see of a cycle, as its team words it. */
export const presentForm = z.object({
  version: z.coerce.number().int().min(1),
  changeIdea: neededLine(longestIdea, 'What did you try? A few words are enough.'),
  objective: text(),
  questions: z
    .array(
      z.object({
        id: z.uuid(),
        /** `yes` where the room sees it. */
        shown: z.string().optional(),
        question: text(),
        because: text(),
        result: text(),
      }),
    )
    .max(mostQuestions)
    .default([]),
  carriedOut: text(),
  learned: text(),
  why: text(),
  /** `measure id/group id` of the chart that goes with it; nothing for none. */
  series: z.string().optional(),
  students: z.coerce
    .number({ error: 'How many students, as a number.' })
    .int('Students are counted whole.')
    .min(1, 'How many students are in the group?')
    .max(100_000, 'That is more students than a network has.')
    .optional(),
  /** What the team was shown last, and the questions about its words it has looked at: empty before. */
  previewed: z.string().optional(),
  looked: z.string().optional(),
});

export type PresentForm = z.infer<typeof presentForm>;

export const declineForm = z.object({
  version: z.coerce.number().int().min(1),
  why: linesField(longestDecline).optional(),
});

export type DeclineForm = z.infer<typeof declineForm>;
