import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { meetingNote } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { invalid, notAllowed, notFound } from '~/lib/result';
import type { Problem } from '~/lib/result';
import type { Connection, Database } from '~/platform/database.server';
import { addParagraph, missingUpdate, takeUpdate } from './note-document';
import type { NoteChange } from './note-document';
import { takesWords } from './note-policy';
import { findItemOfMeeting, loadNoteState, loadNotesClosing } from './note-queries.server';
import { writerOfForm } from './writer-of-form.server';

type Where = { meetingId: string; itemId: string };

export type WrittenNote =
  | {
      ok: true;
      edition: number;
      /** What everybody else needs; null where nothing was new. */
      news: Uint8Array | null;
      /** What the writer lacks; empty where that is nothing. */
      lacks: Uint8Array;
    }
  /** `vector` where something before the change is missing: what is here. */
  | { ok: false; problem: Problem; vector?: Uint8Array };

async function keepChange(
  tx: Connection,
  { meetingId, itemId, personId, now }: Where & { personId: string; now: number },
  change: (state: Uint8Array | null) => NoteChange,
): Promise<{ result: NoteChange; editionBefore: number; edition: number }> {
  const known = await loadNoteState(tx, itemId);
  const result = change(known?.state ?? null);
  const editionBefore = known?.edition ?? 0;
  if (result.kind !== 'taken' || result.update === null)
    return { result, editionBefore, edition: editionBefore };
  const edition = editionBefore + 1;
  const row = { state: Buffer.from(result.state), words: result.words, changedBy: personId, changedAt: now };
  if (known)
    await tx
      .update(meetingNote)
      .set({ ...row, edition })
      .where(eq(meetingNote.itemId, itemId));
  else await tx.insert(meetingNote).values({ id: uuidv7(), meetingId, itemId, ...row, edition });
  return { result, editionBefore, edition };
}

/** The problem that keeps this actor from writing into this note; null where nothing does. */
async function problemOfWriting(
  tx: Connection,
  actor: Actor,
  where: Where,
  now: number,
): Promise<Problem | null> {
  const found = await findItemOfMeeting(tx, actor, where);
  if (!found) return notFound.problem;
  const closing = await loadNotesClosing(tx, where.meetingId);
  if (takesWords(found.meeting, closing, now)) return null;
  const why =
    found.meeting.cancelledAt === null
      ? 'This meeting has ended, and its notes are closed.'
      : 'This meeting was called off, and its notes are closed.';
  return notAllowed(why).problem;
}

const gap = invalid('Something that was typed before this has not arrived yet.');

/**
 * Takes what somebody typed into an item's notes: a Yjs update of plain text. The same update twice is taken once. One
 * transaction.
 * @param edition the newest edition the writer has everything of; @param vector the writer's state vector (may be anything)
 * @returns not found outside the actor's scope; not allowed after the end; invalid, with nothing changed, for anything that is not
 * text or makes the notes too long
 */
export function writeNote(
  database: Database,
  actor: Actor,
  input: Where & { update: Uint8Array; edition: number; vector: Uint8Array },
  now: number,
): Promise<WrittenNote> {
  const { meetingId, itemId, update, vector } = input;
  return database.inTransaction(async (tx): Promise<WrittenNote> => {
    const problem = await problemOfWriting(tx, actor, input, now);
    if (problem) return { ok: false, problem };
    const place = { meetingId, itemId, personId: actor.personId, now };
    const { result, editionBefore, edition } = await keepChange(tx, place, (state) =>
      takeUpdate(state, update),
    );
    if (result.kind === 'gap') return { ...gap, vector: result.vector };
    if (result.kind === 'refused') return invalid(result.why);
    const isAbreast = input.edition === editionBefore;
    const lacks = isAbreast ? new Uint8Array() : missingUpdate(result.state, vector);
    return { ok: true, edition, news: result.update, lacks };
  });
}

/**
 * Adds a paragraph at the end of an item's notes. The same form with the same words adds it once, and nobody's words are touched.
 * One transaction; answers as `writeNote`.
 */
export function addToNotes(
  database: Database,
  actor: Actor,
  input: Where & { formId: string; paragraph: string },
  now: number,
): Promise<WrittenNote> {
  const { meetingId, itemId, formId, paragraph } = input;
  return database.inTransaction(async (tx): Promise<WrittenNote> => {
    const problem = await problemOfWriting(tx, actor, input, now);
    if (problem) return { ok: false, problem };
    const place = { meetingId, itemId, personId: actor.personId, now };
    const { result, edition } = await keepChange(tx, place, (state) =>
      addParagraph(state, paragraph, writerOfForm(formId, paragraph)),
    );
    if (result.kind === 'gap') return gap;
    if (result.kind === 'refused') return invalid(result.why, { words: [result.why] });
    return { ok: true, edition, news: result.update, lacks: new Uint8Array() };
  });
}
