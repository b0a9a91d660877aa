import { and, asc, eq, isNull, ne, or } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { contribution, contributionVote, meetingInvitation, person } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { memberTeamIds } from '~/features/people/people-policy';
import { schoolDayAt } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { loadAgenda } from '../agenda/agenda-queries.server';
import type { Meeting } from '../meeting';
import { keepsClock } from '../meeting-policy';
import { findMeeting } from '../meeting-queries.server';
import { isMeetingTime, leadsRoom, takesPart } from './live-policy';
import type { LiveReader, LiveView } from './live-view';
import { loadRoomState } from './room-state.server';

function readerOf(actor: Actor, meeting: Meeting, hasFacilitator: boolean): LiveReader {
  return {
    ...{ personId: actor.personId, runs: meeting.runs, role: meeting.mine?.role ?? null, hasFacilitator },
    ...{ teamIds: memberTeamIds(actor), takesPart: takesPart(meeting) },
    ...{ keeps: keepsClock(meeting), leads: leadsRoom(meeting) },
  };
}

async function listOwnVotes(db: Connection, meetingId: string, personId: string): Promise<string[]> {
  const rows = await db
    .select({ id: contributionVote.contributionId })
    .from(contributionVote)
    .innerJoin(contribution, eq(contribution.id, contributionVote.contributionId))
    .where(and(eq(contribution.meetingId, meetingId), eq(contributionVote.personId, personId)));
  return rows.map(({ id }) => id);
}

/** Whether somebody who may come has the role that day. */
async function hasDayFacilitator(db: Connection, meetingId: string): Promise<boolean> {
  const { role, answer, withdrawnAt } = meetingInvitation;
  const rows = await db
    .select({ id: meetingInvitation.id })
    .from(meetingInvitation)
    .where(
      and(
        ...[eq(meetingInvitation.meetingId, meetingId), eq(role, 'facilitator'), isNull(withdrawnAt)],
        or(isNull(answer), ne(answer, 'no')),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

async function listInvited(db: Connection, meetingId: string) {
  return db
    .select({ personId: person.id, name: person.name })
    .from(meetingInvitation)
    .innerJoin(person, eq(person.id, meetingInvitation.personId))
    .where(and(eq(meetingInvitation.meetingId, meetingId), isNull(meetingInvitation.withdrawnAt)))
    .orderBy(asc(person.name), asc(person.id));
}

/**
 * A room as its reader comes in, with the agenda as the room may know it, whoever reads: a page may stand on the wall. Null where the
 * meeting is not there or not for this actor.
 */
export async function loadLiveRoom(
  db: Connection,
  actor: Actor,
  meetingId: string,
  now: number,
): Promise<LiveView | null> {
  const meeting = await findMeeting(db, actor, meetingId);
  const room = meeting ? await loadRoomState(db, meetingId, now) : null;
  if (!meeting || !room) return null;
  const reader = readerOf(actor, meeting, await hasDayFacilitator(db, meetingId));
  return {
    ...{ meeting, room, reader, agenda: await loadAgenda(db, { ...meeting, runs: false }) },
    votes: await listOwnVotes(db, meetingId, actor.personId),
    invited: reader.leads ? await listInvited(db, meetingId) : [],
    isMeetingTime: isMeetingTime(meeting, room.clock.state, now),
    otherDay: schoolDayAt(now, meeting.timeZone) === meeting.day ? null : meeting.day,
    ids: { press: uuidv7(), say: uuidv7() },
  };
}
