import type { Actor } from '~/features/people/actor';
import { conflict, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection } from '~/platform/database.server';
import type { Meeting } from './meeting';
import { findMeeting } from './meeting-queries.server';

/** The meeting, where the actor runs it. Out of reach: not found; only to read: not allowed. */
export async function findMeetingToRun(
  tx: Connection,
  actor: Actor,
  meetingId: string,
): Promise<Outcome<{ meeting: Meeting }>> {
  const meeting = await findMeeting(tx, actor, meetingId);
  if (!meeting) return notFound;
  if (!meeting.runs) return notAllowed('Only those who run this meeting change it.');
  return { ok: true, meeting };
}

/** The meeting at the version of its agenda that the form was read at (null: any), where the actor runs it. */
export async function findAgendaToChange(
  tx: Connection,
  actor: Actor,
  { meetingId, agendaVersion }: { meetingId: string; agendaVersion: number | null },
): Promise<Outcome<{ meeting: Meeting }>> {
  const found = await findMeetingToRun(tx, actor, meetingId);
  if (!found.ok) return found;
  if (agendaVersion !== null && found.meeting.agendaVersion !== agendaVersion) return conflict;
  return found;
}
