import { and, eq, sql } from 'drizzle-orm';
import { meeting, meetingSeries } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { conflict, invalid } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Database } from '~/platform/database.server';
import { askAgain } from '../invitations/ask-again.server';
import { touchRoom } from '../live/touch-room.server';
import { findMeetingToRun } from '../own-meeting.server';
import { planMove } from './move-plan-queries.server';
import { movePrint } from './move-print.server';
import type { MoveChoice } from './move-rules';

/**
 * Moves a meeting, or it and the later ones of its series, to other days, at their times on the wall. Each stays the meeting it
 * is, with its people and agenda; calendars hear of it by its sequence, and who had answered is asked again. What has begun, is over
 * or was cancelled stays. The series takes the rhythm where all its meetings to come move, else it keeps its own. Where the plan is no longer the one that was seen: conflict; done already: nothing.
 */
export function moveSeries(
  database: Database,
  actor: Actor,
  { meetingId, seen, ...choice }: MoveChoice & { meetingId: string; seen: string },
  { now, today }: { now: number; today: SchoolDay },
): Promise<Outcome> {
  return database.inTransaction(async (tx): Promise<Outcome> => {
    const found = await findMeetingToRun(tx, actor, meetingId);
    if (!found.ok) return found;
    const { meeting: here } = found;
    const plan = await planMove(tx, actor, here, choice, { now, today });
    if (!plan.ok) return invalid(plan.message);
    const moves = plan.moves.filter(({ from, to }) => from !== to);
    if (moves.length === 0) return { ok: true };
    if (movePrint(plan.moves) !== seen) return conflict;
    for (const { id, to, startsAt, announcedAt } of moves) {
      await tx
        .update(meeting)
        .set({
          ...{ day: to, startsAt, version: sql`version + 1`, changedBy: actor.personId, changedAt: now },
          ...(announcedAt === null ? {} : { sequence: sql`sequence + 1` }),
        })
        .where(and(eq(meeting.id, id)));
      await askAgain(tx, id);
      await touchRoom(tx, id);
    }
    if (choice.which === 'later' && plan.isWhole && here.seriesId !== null)
      await tx
        .update(meetingSeries)
        .set({ rhythm: choice.rhythm })
        .where(eq(meetingSeries.id, here.seriesId));
    return { ok: true };
  });
}
