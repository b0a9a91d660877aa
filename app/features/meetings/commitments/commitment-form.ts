import { z } from 'zod';
import { lineField } from '../typed-fields';

/** A commitment as it is noted; its words and its day are looked at by the command. */
export const commitmentForm = z.object({
  id: z.uuid(),
  itemId: z.string().max(60).default(''),
  who: z.string().max(100).default(''),
  cycleId: z.string().max(60).default(''),
  what: lineField(5000).default(''),
  byWhen: z.string().max(20).default(''),
  looked: z.string().max(60).default(''),
  /** Where to go back to. */
  at: z.enum(['live', 'meeting', 'commitments']).default('commitments'),
});

export const changedCommitmentForm = z.object({
  step: z.enum(['change', 'let_go']),
  version: z.coerce.number().int(),
  overwrite: z.coerce.number().int().optional(),
  who: z.string().max(100).default(''),
  cycleId: z.string().max(60).default(''),
  what: lineField(5000).default(''),
  byWhen: z.string().max(20).default(''),
  looked: z.string().max(60).default(''),
  why: lineField(2000).default(''),
});

export const keepingForm = z.object({
  wanted: z.enum(['kept', 'open']),
  /** Where to go back to. */
  at: z
    .enum(['commitment', 'week', 'team', 'cycle', 'coaching', 'meeting', 'commitments'])
    .default('commitment'),
});
