import { z } from 'zod';
import { linesField } from '../typed-fields';

/** Asks a team to present a cycle: in an item that is there (`itemId`), or in a new one from a protocol. */
export const askForm = z.object({
  id: z.uuid(),
  cycleId: z.uuid({ error: 'Choose a cycle.' }),
  /** `item:<id>` or `protocol:<key>`. */
  place: z.string({ error: 'Choose where it goes.' }).regex(/^(item|protocol):.+$/, 'Choose where it goes.'),
  newItemId: z.uuid(),
  why: linesField(400).optional(),
});

export type AskForm = z.infer<typeof askForm>;
