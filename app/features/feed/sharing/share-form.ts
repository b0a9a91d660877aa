import { z } from 'zod';
import { audiences, classSettings, cycleScales, signatures } from '#db/vocabulary';
import { sharedKinds } from './shared-kinds';

const most = 4000;
const text = () => z.string().trim().max(most, `Please keep this under ${most} characters.`).optional();
const list = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()));

const owed = {
  win: ['happened', 'What happened? One sentence is enough.'],
  loss: ['happened', 'What happened? One sentence is enough.'],
  puzzle: ['wanted', 'What would you like to know?'],
} as const;

/** Each kind has one text without which it says nothing. */
function oweTheHeart(
  form: { kind?: keyof typeof owed; happened?: string | undefined; wanted?: string | undefined },
  context: z.RefinementCtx,
) {
  if (form.kind === undefined) return;
  if (!Object.hasOwn(owed, form.kind)) return;
  const [field, message] = owed[form.kind];
  if ((form[field] ?? '') === '') context.addIssue({ code: 'custom', path: [field], message });
}

/** It runs although single fields fail, so that every message shows at once. */
const allAtOnce = { when: () => true };

export const shareForm = z
  .object({
    id: z.uuid(),
    version: z.coerce.number().int().min(0),
    kind: z.enum(sharedKinds, { error: 'Is it a win, a loss or a puzzle?' }),
    title: z
      .string({ error: 'Give it a title, in a few words.' })
      .trim()
      .min(1, 'Give it a title, in a few words.')
      .max(160, 'Please keep this under 160 characters.'),
    tried: text(),
    expected: text(),
    happened: text(),
    explanation: text(),
    advice: text(),
    wanted: text(),
    steps: text(),
    /** `measure id/group id` of the chart that goes with it; nothing for none. */
    series: z.string().optional(),
    students: z.coerce
      .number({ error: 'How many students, as a number.' })
      .int('Students are counted whole.')
      .min(1, 'How many students are in the group?')
      .max(100_000, 'That is more students than a network has.')
      .optional(),
    /** Other measures of the team that count the same thing in other classes. */
    pool: list,
    /** No student is in two of the pooled classes. */
    poolApart: z.string().optional(),
    /** Questions of the cycle that are shown with their verdict. */
    questionIds: list,
    setting: z.enum(classSettings).optional(),
    scale: z.enum(cycleScales).optional(),
    ideaName: z.string().trim().max(120, 'Please keep this under 120 characters.').optional(),
    audience: z.enum(audiences, { error: 'Choose who sees it.' }),
    signature: z.enum(signatures, { error: 'Choose how it is signed.' }),
    /** What the sharer was shown last, and the questions they have looked at: empty before. */
    previewed: z.string().optional(),
    looked: z.string().optional(),
  })
  .superRefine(oweTheHeart, allAtOnce);

export type ShareForm = z.infer<typeof shareForm>;
