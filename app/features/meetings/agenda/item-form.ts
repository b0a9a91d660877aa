import { z } from 'zod';
import { allAtOnce, checkSteps, stepList } from '../protocols/protocol-form';
import { linesField, neededLine } from '../typed-fields';
import { mostTitle } from '../protocols/protocol-bounds';

const agendaVersion = z.coerce.number().int().min(1);

const itemFields = z.object({
  agendaVersion,
  title: neededLine(mostTitle, 'Give it a name.'),
  /** `team:<id>`, `cycle:<id>`, `post:<id>`, or nothing. */
  subject: z.string().max(60).default(''),
  focus: linesField(500).default(''),
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
