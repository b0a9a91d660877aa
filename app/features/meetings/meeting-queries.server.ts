import { and, eq, isNull, sql } from 'drizzle-orm';
import { cohort, meeting, meetingInvitation, meetingRoom, team } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import type { Connection } from '~/platform/database.server';
import type { Meeting } from './meeting';
import { runsMeeting } from './meeting-policy';
import { readableMeeting } from './meeting-scope.server';

/** Selects meetings in the actor's scope, with what the actor is in each; more conditions and an order are the caller's. */
export function meetingRows(db: Connection, actor: Actor) {
  return db
    .select({
      ...{ id: meeting.id, kind: meeting.kind, cohortId: meeting.cohortId, teamId: meeting.teamId },
      ...{ seriesId: meeting.seriesId, title: meeting.title, purpose: meeting.purpose },
      ofName: sql<string>`coalesce(${cohort.name}, ${team.name})`,
      ...{ day: meeting.day, time: meeting.time, timeZone: meeting.timeZone, startsAt: meeting.startsAt },
      ...{ minutes: meeting.minutes, place: meeting.place, link: meeting.link },
      ...{ version: meeting.version, agendaVersion: meeting.agendaVersion, sequence: meeting.sequence },
      ...{ announcedAt: meeting.announcedAt, cancelledAt: meeting.cancelledAt },
      ...{ cancelledWhy: meeting.cancelledWhy, endedAt: meetingRoom.endedAt },
      ...{ invitationId: meetingInvitation.id, role: meetingInvitation.role },
      answer: meetingInvitation.answer,
    })
    .from(meeting)
    .leftJoin(cohort, eq(cohort.id, meeting.cohortId))
    .leftJoin(team, eq(team.id, meeting.teamId))
    .leftJoin(meetingRoom, eq(meetingRoom.meetingId, meeting.id))
    .leftJoin(
      meetingInvitation,
      and(
        eq(meetingInvitation.meetingId, meeting.id),
        eq(meetingInvitation.personId, actor.personId),
        isNull(meetingInvitation.withdrawnAt),
      ),
    )
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof meetingRows>>[number];

/** A row of `meetingRows` as its reader knows it. */
export function meetingOf({ invitationId, role, answer, ...row }: Row, actor: Actor): Meeting {
  return { ...row, runs: runsMeeting(actor, row), mine: invitationId === null ? null : { role, answer } };
}

/** Null when it is not there or not for this actor. */
export async function findMeeting(db: Connection, actor: Actor, meetingId: string): Promise<Meeting | null> {
  const rows = await meetingRows(db, actor).where(and(eq(meeting.id, meetingId), readableMeeting(actor)));
  return rows[0] ? meetingOf(rows[0], actor) : null;
}
