import type { MeetingRole } from '#db/vocabulary';

type Writer = { runs: boolean; cancelledAt: number | null; mine: { role: MeetingRole | null } | null };

/** UTC milliseconds; null while the meeting goes on, and while no minutes went out. */
export type NotesClosing = { endedAt: number | null; minutesSentAt: number | null };

/** How long after the end words still come in that were typed before it, from phones that were out of reach. */
export const lateWordsMs = 15 * 60_000;

/**
 * Whether the page offers to write: everybody while the meeting goes on; afterwards those who run it, and the note-taker until
 * the minutes are sent.
 */
export function writesNotes(meeting: Writer, { endedAt, minutesSentAt }: NotesClosing): boolean {
  if (meeting.cancelledAt !== null) return false;
  if (endedAt === null || meeting.runs) return true;
  return meeting.mine?.role === 'note_taker' && minutesSentAt === null;
}

/** Whether words are taken in: as `writesNotes`, and for a while after the end whatever was on its way. */
export function takesWords(meeting: Writer, closing: NotesClosing, now: number): boolean {
  if (writesNotes(meeting, closing)) return true;
  return meeting.cancelledAt === null && closing.endedAt !== null && now < closing.endedAt + lateWordsMs;
}
