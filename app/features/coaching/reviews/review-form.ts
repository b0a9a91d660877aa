import { z } from 'zod';
import { checkMarks, cycleChecks, reviewCommentKinds, workingStages } from '#db/vocabulary';
import { reviewMoves } from './review-stages';

const words = z
  .string()
  .default('')
  .transform((text) => text.replaceAll('\r\n', '\n').trim());

export const newReviewForm = z.object({ id: z.uuid(), how: z.enum(['request', 'begin']), asks: words });

export const stepForm = z.object({
  id: z.uuid(),
  version: z.coerce.number().int().min(0).max(1_000_000),
  move: z.enum(reviewMoves),
  note: words,
});
export type StepForm = z.output<typeof stepForm>;

export const commentForm = z.object({
  id: z.uuid(),
  about: z.string().min(1).max(120),
  kind: z.enum(reviewCommentKinds).default('ask'),
  body: words,
  pointOn: z.string().max(10).default(''),
});
export type CommentForm = z.output<typeof commentForm>;

/** The page a form stands on and leads back to: the review, or a stage of the cycle. */
const back = z.enum(['review', ...workingStages]).default('review');
export type BackTo = z.output<typeof back>;

export const answerForm = z.object({ id: z.uuid(), body: words, back });
export const settlementForm = z.object({ settled: z.enum(['yes', 'no']), back });
export const checkForm = z.object({ line: z.enum(cycleChecks), mark: z.enum([...checkMarks, 'none']) });
