import { z } from 'zod';

/** Takes a presenter back from an item; its form says `step=take-back`, beside those that ask a team. */
export const takeBackForm = z.object({
  itemId: z.uuid(),
  /** What the item was about when the page was read: `team:<id>` or `cycle:<id>`. */
  subject: z.string().regex(/^(team|cycle):.+$/),
});

export type TakeBackForm = z.infer<typeof takeBackForm>;
