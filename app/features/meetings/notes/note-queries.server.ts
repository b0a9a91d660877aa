import { and, asc, eq } from 'drizzle-orm';
import { agendaItem, meetingMinutes, meetingNote, meetingRoom } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { formatClock } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { Meeting } from '../meeting';
import { findMeeting } from '../meeting-queries.server';
import type { NoteAnswer, NoteWords } from './note';
import { missingUpdate } from './note-document';
import type { NotesClosing } from './note-policy';

const wordColumns = {
  ...{ itemId: meetingNote.itemId, words: meetingNote.words },
  ...{ edition: meetingNote.edition, changedAt: meetingNote.changedAt },
};

/** The words of each item that has some, of a meeting that `findMeeting` gave; in the order of the agenda. */
export async function loadNotes(db: Connection, { id: meetingId }: { id: string }): Promise<NoteWords[]> {
  return db
    .select(wordColumns)
    .from(meetingNote)
    .innerJoin(agendaItem, eq(agendaItem.id, meetingNote.itemId))
    .where(eq(meetingNote.meetingId, meetingId))
    .orderBy(asc(agendaItem.position), asc(agendaItem.id));
}

/** Whether the meeting has ended and its minutes went out. */
export async function loadNotesClosing(db: Connection, meetingId: string): Promise<NotesClosing> {
  const [room] = await db
    .select({ endedAt: meetingRoom.endedAt })
    .from(meetingRoom)
    .where(eq(meetingRoom.meetingId, meetingId));
  const [minutes] = await db
    .select({ sentAt: meetingMinutes.sentAt })
    .from(meetingMinutes)
    .where(eq(meetingMinutes.meetingId, meetingId));
  return { endedAt: room?.endedAt ?? null, minutesSentAt: minutes?.sentAt ?? null };
}

export type ItemOfMeeting = { meeting: Meeting; item: { id: string; title: string } };

/** An item with its meeting; null where the actor may not read the meeting, or the item is not on its agenda. */
export async function findItemOfMeeting(
  db: Connection,
  actor: Actor,
  { meetingId, itemId }: { meetingId: string; itemId: string },
): Promise<ItemOfMeeting | null> {
  const meeting = await findMeeting(db, actor, meetingId);
  if (!meeting) return null;
  const [item] = await db
    .select({ id: agendaItem.id, title: agendaItem.title })
    .from(agendaItem)
    .where(and(eq(agendaItem.id, itemId), eq(agendaItem.meetingId, meetingId)));
  return item ? { meeting, item } : null;
}

/** The words of one item that `findItemOfMeeting` gave. */
export async function loadNote(db: Connection, itemId: string): Promise<NoteWords> {
  const [note] = await db.select(wordColumns).from(meetingNote).where(eq(meetingNote.itemId, itemId));
  return note ?? { itemId, words: '', edition: 0, changedAt: null };
}

/** A note's stored document, for the commands and for who was away. */
export async function loadNoteState(db: Connection, itemId: string) {
  const [note] = await db
    .select({ state: meetingNote.state, edition: meetingNote.edition, changedAt: meetingNote.changedAt })
    .from(meetingNote)
    .where(eq(meetingNote.itemId, itemId));
  return note ?? null;
}

/**
 * What somebody lacks who has a note up to `edition` and all that `vector` (Yjs, may be anything) says; of an item that
 * `findItemOfMeeting` gave.
 */
export async function catchUpOnNote(
  db: Connection,
  { itemId, edition, vector }: { itemId: string; edition: number; vector: Uint8Array },
  timeZone: string,
): Promise<NoteAnswer> {
  const note = await loadNoteState(db, itemId);
  if (!note) return { edition: 0, update: '', clock: '' };
  const lacks = note.edition === edition ? new Uint8Array() : missingUpdate(note.state, vector);
  return {
    ...{ edition: note.edition, update: Buffer.from(lacks).toString('base64') },
    clock: formatClock(note.changedAt, timeZone),
  };
}
