import { and, asc, eq, exists, inArray, isNull, or, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import { activityEvent, agendaItem, contribution, meeting, meetingNote, postOrigin } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import type { Connection } from '~/platform/database.server';

const builder = new QueryBuilder();
const one = { one: sql`1` };

/** Something was said about the item, or noted. */
const hasFeedback = or(
  exists(
    builder
      .select(one)
      .from(contribution)
      .where(and(eq(contribution.itemId, agendaItem.id), isNull(contribution.withdrawnAt))),
  ),
  exists(
    builder
      .select(one)
      .from(meetingNote)
      .where(and(eq(meetingNote.itemId, agendaItem.id), sql`trim(${meetingNote.words}) <> ''`)),
  ),
);

/**
 * Tells each team that presented, by name or by a post of its own, that the meeting left it feedback: once for each team and
 * meeting, however often a meeting ends. The event of a post names no cycle, since its signature may hide the team.
 */
export async function passOnFeedback(
  tx: Connection,
  { meetingId, actorId }: { meetingId: string; actorId: string },
  now: number,
): Promise<void> {
  const items = await tx
    .select({
      ...{ itemId: agendaItem.id, teamId: agendaItem.teamId, cycleId: agendaItem.cycleId },
      ...{ postId: agendaItem.postId, postTeamId: postOrigin.teamId, title: meeting.title },
    })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .leftJoin(postOrigin, eq(postOrigin.postId, agendaItem.postId))
    .where(and(eq(agendaItem.meetingId, meetingId), hasFeedback))
    .orderBy(asc(agendaItem.position));
  const teamIds = items.flatMap(({ teamId, postTeamId }) => teamId ?? postTeamId ?? []);
  const told = await tx
    .select({ teamId: activityEvent.teamId })
    .from(activityEvent)
    .where(
      and(
        inArray(activityEvent.teamId, teamIds),
        eq(activityEvent.meetingId, meetingId),
        eq(activityEvent.kind, 'meeting_feedback'),
      ),
    );
  const known = new Set(told.map(({ teamId }) => teamId));
  for (const { itemId, cycleId, postId, title, ...item } of items) {
    const teamId = item.teamId ?? item.postTeamId;
    if (teamId === null || known.has(teamId)) continue;
    known.add(teamId);
    await recordActivity(
      tx,
      {
        ...{ kind: 'meeting_feedback', actorId, teamId, meetingId, aboutId: itemId, detail: title },
        ...(cycleId === null ? {} : { cycleId }),
        ...(postId === null ? {} : { postId }),
      },
      now,
    );
  }
}
