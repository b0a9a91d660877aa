import { and, eq, inArray, notInArray } from 'drizzle-orm';
import { synthesis, synthesisClaim, synthesisEvidence } from '#db/schema';
import { draftForm } from '~/features/drafts/draft';
import { endDraft } from '~/features/drafts/keep-draft.server';
import type { Actor } from '~/features/people/actor';
import { conflict, invalid, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection, Database } from '~/platform/database.server';
import { removed } from './synthesis-bounds';
import { writtenClaims } from './synthesis-form';
import type { SynthesisForm } from './synthesis-form';
import { findSynthesisPost, writeSynthesisPost } from './synthesis-post.server';
import { findOwnSynthesis } from './synthesis-scope.server';

const waiting = 'One answer below needs another look. Nothing was lost.';

/** Ids are the form's; one that another synthesis has is not this form's to write. */
async function areOwnClaims(tx: Connection, synthesisId: string, claimIds: string[]): Promise<boolean> {
  if (claimIds.length === 0) return true;
  const there = await tx
    .select({ of: synthesisClaim.synthesisId })
    .from(synthesisClaim)
    .where(inArray(synthesisClaim.id, claimIds));
  return there.every(({ of }) => of === synthesisId);
}

function unknownPlaces(form: SynthesisForm, claimIds: Set<string>): Record<string, string[]> | null {
  const wrong = form.evidence.flatMap(({ place = '' }, index) =>
    place === '' || place === removed || claimIds.has(place) ? [] : [`evidence[${index}].place`],
  );
  if (wrong.length === 0) return null;
  return Object.fromEntries(wrong.map((name) => [name, ['Choose a claim of this page.']]));
}

async function writeClaims(tx: Connection, form: SynthesisForm): Promise<void> {
  const claims = writtenClaims(form);
  const kept = claims.map(({ id }) => id);
  const ofThis = eq(synthesisEvidence.synthesisId, form.id);
  // What stood beneath a claim that is gone waits to be placed again.
  await tx
    .update(synthesisEvidence)
    .set({ claimId: null })
    .where(kept.length > 0 ? and(ofThis, notInArray(synthesisEvidence.claimId, kept)) : ofThis);
  const own = eq(synthesisClaim.synthesisId, form.id);
  await tx
    .delete(synthesisClaim)
    .where(kept.length > 0 ? and(own, notInArray(synthesisClaim.id, kept)) : own);
  for (const [position, { id, claim, body }] of claims.entries())
    await tx
      .insert(synthesisClaim)
      .values({ id, synthesisId: form.id, position, claim, body })
      .onConflictDoUpdate({ target: synthesisClaim.id, set: { position, claim, body } });
}

/** Rows of another synthesis, or removed meanwhile, are not found by the condition and stay as they are. */
async function placeEvidence(tx: Connection, form: SynthesisForm): Promise<void> {
  for (const { id, place = '' } of form.evidence) {
    const row = and(eq(synthesisEvidence.id, id), eq(synthesisEvidence.synthesisId, form.id));
    if (place === removed) await tx.delete(synthesisEvidence).where(row);
    else
      await tx
        .update(synthesisEvidence)
        .set({ claimId: place === '' ? null : place })
        .where(row);
  }
}

/**
 * Writes a learning page: its words, its claims in their order, and where each piece of evidence stands. What was
 * harvested since the form was read stays. A published page's post follows in the same transaction. `form.version` is
 * the one the form was read at.
 */
export function changeSynthesis(
  database: Database,
  actor: Actor,
  form: SynthesisForm,
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const found = await findOwnSynthesis(tx, actor, form.id);
    if (!found.ok) return found;
    const { own } = found;
    if (own.version !== form.version) return conflict;
    const claimIds = writtenClaims(form).map(({ id }) => id);
    if (new Set(claimIds).size < claimIds.length) return invalid('This is not one of our forms.');
    if (!(await areOwnClaims(tx, form.id, claimIds))) return notFound;
    const wrong = unknownPlaces(form, new Set(claimIds));
    if (wrong) return invalid(waiting, wrong);
    const post = await findSynthesisPost(tx, form.id);
    const isOut = own.publishedAt !== null && post !== null && post.standing !== 'withdrawn';
    if (isOut && claimIds.length === 0)
      return invalid('A published page needs at least one claim. Take it back first to begin again.');
    const { title, introduction = '', audience } = form;
    await tx
      .update(synthesis)
      .set({
        ...{ title, introduction, audience, version: own.version + 1 },
        ...{ changedBy: actor.personId, changedAt: now },
      })
      .where(eq(synthesis.id, form.id));
    await writeClaims(tx, form);
    await placeEvidence(tx, form);
    if (isOut) await writeSynthesisPost(tx, actor, { ...own, title, introduction, audience }, now);
    await endDraft(tx, actor.personId, draftForm('synthesis', form.id));
    return { ok: true };
  });
}
