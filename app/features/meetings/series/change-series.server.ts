import { and, eq, inArray, sql } from 'drizzle-orm';
import { meeting } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { conflict, invalid } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Database } from '~/platform/database.server';
import { isOver } from '../invitations/meeting-time-rules';
import { touchRoom } from '../live/touch-room.server';
import { findMeetingToRun } from '../own-meeting.server';
import { startOnDay } from './series-time-rules';
import { listSeries } from './series-queries.server';

type Change = {
  meetingId: string;
  version: number;
  time: string;
  place: string;
  link: string;
  /** This meeting alone, or this one and the later ones of its series. */
  which: 'this' | 'later';
};

/**
 * Gives a meeting, or it and the later ones, another time or place. Those that are over or cancelled stay; what is the same
 * already is not touched, so that nobody gets a mail for nothing. A time that clocks leave out on one of the days: invalid.
 */
export function changeSeries(
  database: Database,
  actor: Actor,
  { meetingId, version, which, ...wanted }: Change,
  { now, today }: { now: number; today: SchoolDay },
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const found = await findMeetingToRun(tx, actor, meetingId);
    if (!found.ok) return found;
    const here = found.meeting;
    if (here.version !== version) return conflict;
    if (here.cancelledAt !== null || isOver(here, now))
      return invalid('This meeting does not take place any more. Choose a later one of the series.');
    const all = await listSeries(tx, actor, here);
    const meant = all.filter((one) =>
      which === 'this' ? one.id === here.id : one.startsAt >= here.startsAt && !one.isCancelled,
    );
    const rows = await tx
      .select()
      .from(meeting)
      .where(
        inArray(
          meeting.id,
          meant.map(({ id }) => id),
        ),
      );
    const changes = rows
      .filter(
        ({ time, place, link }) => time !== wanted.time || place !== wanted.place || link !== wanted.link,
      )
      .map((row) => ({ row, start: startOnDay({ ...row, time: wanted.time }, today) }));
    for (const { start } of changes)
      if (!start.ok)
        return invalid('One answer below needs another look. Nothing was lost.', { time: [start.message] });
    for (const { row, start } of changes) {
      if (!start.ok) continue;
      const { startsAt } = start;
      const isKnown = row.announcedAt !== null;
      await tx
        .update(meeting)
        .set({
          ...{ ...wanted, startsAt, version: sql`version + 1`, changedBy: actor.personId, changedAt: now },
          ...(isKnown ? { sequence: sql`sequence + 1` } : {}),
        })
        .where(and(eq(meeting.id, row.id), eq(meeting.version, row.version)));
      await touchRoom(tx, row.id);
    }
    return { ok: true };
  });
}
