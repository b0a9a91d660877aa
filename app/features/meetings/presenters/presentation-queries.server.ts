import { and, desc, eq, exists, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { alias, QueryBuilder } from 'drizzle-orm/sqlite-core';
import {
  agendaItem,
  cycle,
  meeting,
  meetingRoom,
  person,
  presentation,
  ramp,
  school,
  team,
} from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { memberTeamIds, worksInTeam } from '~/features/people/people-policy';
import { ownTeam, readableTeam } from '~/features/people/team-scope.server';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import { runsMeeting } from '../meeting-policy';
import { runMeeting } from '../meeting-scope.server';
import type { AskedPresentation, Presentation } from './presentation';
import { readStoryboard } from './shown-queries.server';

const nothing = sql`1 = 0`;

/**
 * The meeting's agenda still has the cycle, for a query of `presentation`. What is off it is neither asked for nor shown, and what
 * was answered rests until it is back.
 */
export const onAgenda = exists(
  new QueryBuilder()
    .select({ one: sql`1` })
    .from(agendaItem)
    .where(
      and(eq(agendaItem.meetingId, presentation.meetingId), eq(agendaItem.cycleId, presentation.cycleId)),
    ),
);

/** A presentation is the team's; its coaches and those who run the meeting read it, as far as they may read the team. */
function readablePresentation(actor: Actor) {
  const coached =
    actor.coachedTeamIds.length > 0 ? inArray(presentation.teamId, actor.coachedTeamIds) : undefined;
  return or(
    ownTeam(actor, presentation.teamId),
    and(or(coached ?? nothing, runMeeting(actor)), readableTeam(actor, presentation.teamId)),
  );
}

export function stateOf({
  agreedAt,
  declinedAt,
}: {
  agreedAt: number | null;
  declinedAt: number | null;
}): Presentation['state'] {
  if (declinedAt !== null) return 'declined';
  return agreedAt === null ? 'asked' : 'agreed';
}

/** Null when it is not there or not for this actor. */
export async function findPresentation(
  db: Connection,
  actor: Actor,
  presentationId: string,
): Promise<Presentation | null> {
  const [agreer, decliner] = [alias(person, 'agreer'), alias(person, 'decliner')];
  const rows = await db
    .select({
      presentation,
      meeting: {
        ...{ id: meeting.id, title: meeting.title, day: meeting.day, time: meeting.time },
        ...{ timeZone: meeting.timeZone, cohortId: meeting.cohortId, teamId: meeting.teamId },
        ...{ announcedAt: meeting.announcedAt, cancelledAt: meeting.cancelledAt },
      },
      endedAt: meetingRoom.endedAt,
      isOnAgenda: sql`${onAgenda}`.mapWith(Boolean),
      ...{ teamName: team.name, schoolName: school.name },
      ...{ cycleNumber: cycle.number, changeIdea: ramp.changeIdea },
      ...{ askedByName: person.name, agreedByName: agreer.name, declinedByName: decliner.name },
    })
    .from(presentation)
    .innerJoin(meeting, eq(meeting.id, presentation.meetingId))
    .leftJoin(meetingRoom, eq(meetingRoom.meetingId, meeting.id))
    .innerJoin(team, eq(team.id, presentation.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .innerJoin(cycle, eq(cycle.id, presentation.cycleId))
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .innerJoin(person, eq(person.id, presentation.askedBy))
    .leftJoin(agreer, eq(agreer.id, presentation.agreedBy))
    .leftJoin(decliner, eq(decliner.id, presentation.declinedBy))
    .where(and(eq(presentation.id, presentationId), readablePresentation(actor)));
  const row = rows[0];
  if (!row) return null;
  const { presentation: head, meeting: of, endedAt, ...names } = row;
  const { shown, agreedBy: _by, declinedBy: _no, ...rest } = head;
  return {
    ...{ ...rest, ...names, state: stateOf(head) },
    meeting: { ...of, isOver: endedAt !== null, runs: runsMeeting(actor, of) },
    shown: shown === null ? null : readStoryboard(shown),
    isOwn: worksInTeam(actor, head.teamId),
  };
}

const openOfTeams = perConnection((db) => {
  const teamIds = sql`(select value from json_each(${sql.placeholder('teamIds')}))`;
  return db
    .select({
      ...{ id: presentation.id, agreedAt: presentation.agreedAt, declinedAt: presentation.declinedAt },
      ...{ meetingId: meeting.id, meetingTitle: meeting.title, day: meeting.day, time: meeting.time },
      ...{ teamId: presentation.teamId, teamName: team.name },
      ...{ cycleId: presentation.cycleId, cycleNumber: cycle.number, changeIdea: ramp.changeIdea },
    })
    .from(presentation)
    .innerJoin(meeting, eq(meeting.id, presentation.meetingId))
    .innerJoin(team, eq(team.id, presentation.teamId))
    .innerJoin(cycle, eq(cycle.id, presentation.cycleId))
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .leftJoin(meetingRoom, eq(meetingRoom.meetingId, meeting.id))
    .where(
      and(
        sql`${presentation.teamId} in ${teamIds}`,
        isNull(presentation.declinedAt),
        isNull(meeting.cancelledAt),
        isNull(meetingRoom.endedAt),
        onAgenda,
        sql`${meeting.startsAt} > ${sql.placeholder('since')}`,
      ),
    )
    .orderBy(meeting.startsAt, presentation.id)
    .prepare();
});

const aDay = 86_400_000;

/** What the actor's own teams are asked to present, or have agreed to, in meetings to come. One prepared statement. */
export async function listAskedPresentations(
  db: Connection,
  actor: Actor,
  now: number,
): Promise<AskedPresentation[]> {
  const own = memberTeamIds(actor);
  if (own.length === 0) return [];
  const rows = await openOfTeams(db).execute({ teamIds: JSON.stringify(own), since: now - aDay });
  return rows.map(({ agreedAt, declinedAt, ...row }) => ({
    ...row,
    state: stateOf({ agreedAt, declinedAt }),
  }));
}

/** In which meetings a cycle is or was presented, of the presentations the reader may open: a line names its meeting. The newest first. */
export async function listPresentationsOfCycle(
  db: Connection,
  actor: Actor,
  cycleId: string,
): Promise<AskedPresentation[]> {
  const rows = await db
    .select({
      ...{ id: presentation.id, agreedAt: presentation.agreedAt, declinedAt: presentation.declinedAt },
      ...{ meetingId: meeting.id, meetingTitle: meeting.title, day: meeting.day, time: meeting.time },
      ...{ teamId: presentation.teamId, teamName: team.name },
      ...{ cycleId: presentation.cycleId, cycleNumber: cycle.number, changeIdea: ramp.changeIdea },
    })
    .from(presentation)
    .innerJoin(meeting, eq(meeting.id, presentation.meetingId))
    .innerJoin(team, eq(team.id, presentation.teamId))
    .innerJoin(cycle, eq(cycle.id, presentation.cycleId))
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .where(
      and(
        eq(presentation.cycleId, cycleId),
        readablePresentation(actor),
        or(isNull(presentation.declinedAt), isNotNull(presentation.agreedAt)),
        isNull(meeting.cancelledAt),
        onAgenda,
      ),
    )
    .orderBy(desc(meeting.startsAt));
  return rows.map(({ agreedAt, declinedAt, ...row }) => ({
    ...row,
    state: stateOf({ agreedAt, declinedAt }),
  }));
}
