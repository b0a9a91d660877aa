import { eq } from 'drizzle-orm';
import { meeting } from '#db/schema';
import { draftForm } from '~/features/drafts/draft';
import { endDraft } from '~/features/drafts/keep-draft.server';
import type { Actor } from '~/features/people/actor';
import { conflict, invalid } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Database } from '~/platform/database.server';
import { askAgain } from '../invitations/ask-again.server';
import { touchRoom } from '../live/touch-room.server';
import { findMeetingToRun } from '../own-meeting.server';
import { nextSequence } from './calendar-edition-rules';
import type { ChangeMeetingForm } from './meeting-form';
import { dayProblem, startOf } from './meeting-time-rules';

const waiting = 'One answer below needs another look. Nothing was lost.';

/**
 * Writes a meeting's title, time and place over the version the form was read at; changed since: conflict. Where calendars
 * would read otherwise its sequence goes up, and those who were mailed are mailed again. An answer was about a day: on another one everybody is asked again.
 */
export function changeMeeting(
  database: Database,
  actor: Actor,
  { meetingId, form }: { meetingId: string; form: ChangeMeetingForm },
  { now, today }: { now: number; today: SchoolDay },
): Promise<Outcome> {
  return database.inTransaction(async (tx): Promise<Outcome> => {
    const found = await findMeetingToRun(tx, actor, meetingId);
    if (!found.ok) return found;
    const stored = found.meeting;
    if (stored.cancelledAt !== null) return invalid('This meeting is cancelled, so it stays as it was.');
    if (stored.endedAt !== null) return invalid('This meeting was held, so it stays as it was.');
    const { version, ...words } = form;
    if (stored.version !== version) return conflict;
    const wrongDay = words.day === stored.day ? null : dayProblem(words.day, today);
    if (wrongDay !== null) return invalid(waiting, { day: [wrongDay] });
    const start = startOf(words);
    if (!start.ok) return invalid(waiting, { [start.field]: [start.message] });
    await tx
      .update(meeting)
      .set({
        ...{ ...words, startsAt: start.startsAt, sequence: nextSequence(stored, words) },
        ...{ version: version + 1, changedBy: actor.personId, changedAt: now },
      })
      .where(eq(meeting.id, meetingId));
    if (words.day !== stored.day && start.startsAt > now) await askAgain(tx, meetingId);
    await touchRoom(tx, meetingId);
    await endDraft(tx, actor.personId, draftForm('meeting', meetingId));
    return { ok: true };
  });
}
