import { and, eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { draft, draftEnding } from '#db/schema';
import { formProblem } from '~/lib/form-guard';
import { invalid, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection, Database } from '~/platform/database.server';
import { longestDraft } from './draft';
import { countEndings } from './draft-queries.server';

const mostDrafts = 500;

/** The characters of a kept form as they were typed: scripts differ in what one takes when it is encoded. */
const lengthOf = (fields: URLSearchParams) =>
  [...fields].reduce((sum, [name, value]) => sum + name.length + value.length, 0);

/** `ended` is how often the draft had ended when the page that sends it was loaded; left out, it is as of now. */
type Input = { id: string; form: string; fields: string; ended?: number };

/**
 * Keeps a form as typed; a later call for the same person and form replaces it. Another person's draft is not found.
 * `isKept` is false for a call that comes after its draft has ended: it was on its way when the form was handed in.
 */
export function keepDraft(
  database: Database,
  personId: string,
  { ended: endedThen, ...input }: Input,
  now: number,
): Promise<Outcome<{ ended: number; isKept: boolean }>> {
  return database.inTransaction(async (tx) => {
    const ended = await countEndings(tx, personId, input.form);
    if (endedThen !== undefined && endedThen < ended) return { ok: true, ended, isKept: false };
    const fields = new URLSearchParams(input.fields);
    if (formProblem(fields) !== null) return invalid('This is not one of our forms.');
    if (lengthOf(fields) > longestDraft) return invalid('This is longer than a draft can be.');
    const byId = (await tx.select({ personId: draft.personId }).from(draft).where(eq(draft.id, input.id)))[0];
    if (byId && byId.personId !== personId) return notFound;
    const own = await tx.select({ form: draft.form }).from(draft).where(eq(draft.personId, personId));
    const isAnother = !byId && !own.some(({ form }) => form === input.form);
    if (isAnother && own.length >= mostDrafts)
      return invalid('There are too many drafts. Finish or discard some first.');
    if (byId) await tx.delete(draft).where(eq(draft.id, input.id));
    await tx
      .insert(draft)
      .values({ ...input, personId, savedAt: now })
      .onConflictDoUpdate({
        target: [draft.personId, draft.form],
        set: { fields: input.fields, savedAt: now },
      });
    return { ok: true, ended, isKept: true };
  });
}

/** Throws a draft away. Another person's is not found. */
export function discardDraft(database: Database, personId: string, id: string): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const gone = await tx
      .delete(draft)
      .where(and(eq(draft.id, id), eq(draft.personId, personId)))
      .returning({ form: draft.form });
    for (const { form } of gone) await countEnding(tx, personId, form);
    return gone.length > 0 ? { ok: true } : notFound;
  });
}

async function countEnding(tx: Connection, personId: string, form: string): Promise<void> {
  await tx
    .insert(draftEnding)
    .values({ personId, form, times: 1 })
    .onConflictDoUpdate({
      target: [draftEnding.personId, draftEnding.form],
      set: { times: sql`${draftEnding.times} + 1` },
    });
}

/** Ends the draft of a form whose contents a command has just taken. */
export async function endDraft(tx: Connection, personId: string, form: string): Promise<void> {
  await tx.delete(draft).where(and(eq(draft.personId, personId), eq(draft.form, form)));
  await countEnding(tx, personId, form);
}

/** Keeps a handed-in form that a command could not take, so that the page opened again still holds it. */
export async function keepFormAsDraft(
  database: Database,
  personId: string,
  form: string,
  fields: FormData,
  now: number,
): Promise<void> {
  const typed = new URLSearchParams();
  for (const [name, value] of fields) if (typeof value === 'string') typed.append(name, value);
  await keepDraft(database, personId, { id: uuidv7(), form, fields: typed.toString() }, now);
}
