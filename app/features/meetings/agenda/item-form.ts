import { z } from 'zod';
import { allAtOnce, checkSteps, stepList } from '../protocols/protocol-form';
import { mostTitle } from '../protocols/protocol-bounds';

const agendaVersion = z.coerce.number().int().min(1);

const itemFields = z.object({
  agendaVersion,
  title: z
    .string({ error: 'Give it a name.' })
    .trim()
    .min(1, 'Give it a name.')
    .max(mostTitle, `Please keep this under ${mostTitle} characters.`),
  /** `team:<id>`, `cycle:<id>`, `post:<id>`, or nothing. */
  subject: z.string().max(60).default(''),
  focus: z.string().trim().max(500, 'Please keep this under 500 characters.').default(''),
  protocolSteps: stepList,
});

export const itemForm = itemFields.superRefine(checkSteps, allAtOnce);
export type ItemForm = z.infer<typeof itemFields>;

/** Adds an item from a protocol of the library; without one it is written by hand. */
export const newItemForm = z.object({
  id: z.uuid(),
  protocolKey: z.string().max(60).default(''),
});

/** `to` is a place in the agenda, counted from 0. */
export const positionForm = z.object({ agendaVersion, to: z.coerce.number().int().min(0).max(500) });
export const removalForm = z.object({ agendaVersion });
