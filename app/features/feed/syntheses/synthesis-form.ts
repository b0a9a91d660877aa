import { z } from 'zod';
import { mostClaims, mostEvidence } from './synthesis-bounds';
import { synthesisAudiences } from './synthesis-words';

const short = (most: number) => z.string().trim().max(most, `Please keep this under ${most} characters.`);
const audience = z.enum(synthesisAudiences, { error: 'Choose who may read it.' });
const title = z
  .string({ error: 'Give it a title that says what was learned.' })
  .trim()
  .min(1, 'Give it a title that says what was learned.')
  .max(200, 'Please keep this under 200 characters.');
const introduction = short(4000).optional();

/** A new synthesis; a post or cycle may be its first piece of evidence. */
export const newSynthesisForm = z.object({
  id: z.uuid(),
  cohortId: z.string({ error: 'Choose the cohort it is about.' }),
  title,
  introduction,
  audience,
  postId: z.string().optional(),
  cycleId: z.string().optional(),
});
export type NewSynthesisForm = z.infer<typeof newSynthesisForm>;

const claimFields = z.object({ id: z.uuid(), claim: short(300).optional(), body: short(2000).optional() });
/** `place`: a claim's id, `removed`, or nothing while it is not placed. */
const evidenceFields = z.object({ id: z.string(), place: z.string().optional() });

const synthesisFields = z.object({
  id: z.uuid(),
  version: z.coerce.number().int().min(1),
  title,
  introduction,
  audience,
  claims: z
    .array(claimFields)
    .max(mostClaims, `${mostClaims} claims are the most one page can hold.`)
    .default([]),
  evidence: z.array(evidenceFields).max(mostEvidence).default([]),
});

/** It runs although single fields fail, so what it reads may be of another shape. */
function checkClaims(form: Partial<z.infer<typeof synthesisFields>>, context: z.RefinementCtx) {
  if (!Array.isArray(form.claims) || !Array.isArray(form.evidence)) return;
  const placed = new Set(form.evidence.map(({ place }) => place));
  form.claims.forEach(({ id, claim = '', body = '' }, index) => {
    if (claim !== '' || (body === '' && !placed.has(id))) return;
    const message = 'Say in one sentence what is claimed.';
    context.addIssue({ code: 'custom', path: ['claims', index, 'claim'], message });
  });
}

/** Runs although single fields fail, so that every message shows at once. */
export const synthesisForm = synthesisFields.superRefine(checkClaims, { when: () => true });
export type SynthesisForm = z.infer<typeof synthesisFields>;

/** The claims as they are kept: rows left empty are dropped. */
export function writtenClaims(form: SynthesisForm): { id: string; claim: string; body: string }[] {
  return form.claims.flatMap(({ id, claim = '', body = '' }) => (claim === '' ? [] : [{ id, claim, body }]));
}

export const publicationForm = z.object({ wanted: z.enum(['published', 'draft']) });
export const harvestForm = z.object({ synthesisId: z.string({ error: 'Choose a synthesis.' }) });
