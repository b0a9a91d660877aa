import { and, asc, count, eq, isNull, sql } from 'drizzle-orm';
import {
  agendaItem,
  agendaStep,
  attendance,
  commitment,
  contribution,
  contributionVote,
  meeting,
  meetingRoom,
  person,
  school,
  stepTime,
  team,
} from '#db/schema';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import { lastTimeProtocol } from '../commitments/last-time';
import { loadLastTime } from '../commitments/last-time-queries.server';
import { clockOf } from './clock-rules';
import type { RoomState } from './room';

const meetingId = sql.placeholder('meetingId');

const placeQuery = perConnection((db) =>
  db
    .select({
      ...{ agendaVersion: meeting.agendaVersion, cancelledAt: meeting.cancelledAt },
      ...{ edition: meetingRoom.edition, stepId: meetingRoom.stepId, runningSince: meetingRoom.runningSince },
      ...{ startedAt: meetingRoom.startedAt, endedAt: meetingRoom.endedAt },
      ...{ cohortId: meeting.cohortId, teamId: meeting.teamId, startsAt: meeting.startsAt },
      protocolKey: agendaItem.protocolKey,
      ...{ minutes: agendaStep.minutes, elapsed: stepTime.elapsed, added: stepTime.added },
    })
    .from(meeting)
    .leftJoin(meetingRoom, eq(meetingRoom.meetingId, meeting.id))
    .leftJoin(agendaStep, eq(agendaStep.id, meetingRoom.stepId))
    .leftJoin(agendaItem, eq(agendaItem.id, agendaStep.itemId))
    .leftJoin(stepTime, eq(stepTime.stepId, meetingRoom.stepId))
    .where(eq(meeting.id, meetingId))
    .prepare(),
);

const contributionsQuery = perConnection((db) =>
  db
    .select({
      ...{ id: contribution.id, itemId: contribution.itemId, kind: contribution.kind },
      ...{ body: contribution.body, authorId: contribution.authorId, authorName: person.name },
      ...{ writtenAt: contribution.writtenAt, takenUpAt: contribution.takenUpAt },
      votes: count(contributionVote.personId),
    })
    .from(contribution)
    .innerJoin(person, eq(person.id, contribution.authorId))
    .leftJoin(contributionVote, eq(contributionVote.contributionId, contribution.id))
    .where(and(eq(contribution.meetingId, meetingId), isNull(contribution.withdrawnAt)))
    .groupBy(contribution.id, person.name)
    .orderBy(asc(contribution.writtenAt), asc(contribution.id))
    .prepare(),
);

const commitmentsQuery = perConnection((db) =>
  db
    .select({
      ...{ id: commitment.id, itemId: commitment.itemId, what: commitment.what },
      ...{ teamId: commitment.teamId, personId: commitment.personId, byWhen: commitment.byWhen },
      ...{ personName: person.name, teamName: team.name, schoolName: school.name },
      keptAt: commitment.keptAt,
    })
    .from(commitment)
    .leftJoin(person, eq(person.id, commitment.personId))
    .leftJoin(team, eq(team.id, commitment.teamId))
    .leftJoin(school, eq(school.id, team.schoolId))
    .where(and(eq(commitment.meetingId, meetingId), isNull(commitment.letGoAt)))
    .orderBy(asc(commitment.madeAt), asc(commitment.id))
    .prepare(),
);

const presentQuery = perConnection((db) =>
  db
    .select({ personId: attendance.personId, name: person.name })
    .from(attendance)
    .innerJoin(person, eq(person.id, attendance.personId))
    .where(eq(attendance.meetingId, meetingId))
    .orderBy(asc(person.name), asc(person.id))
    .prepare(),
);

type Whose = { personName: string | null; teamName: string | null; schoolName: string | null };

function whoTookOn({ personName, teamName, schoolName }: Whose): string {
  if (personName !== null) return personName;
  return teamName !== null && schoolName !== null
    ? `${schoolName} · ${teamName}`
    : 'Those who run the meeting';
}

/**
 * What everybody in a room sees at `now`, of a meeting that passed its scope before; null where there is none. Four statements, and
 * two more where it goes through what was taken on before; the edition first: what changes between them is told under the next edition.
 */
export async function loadRoomState(db: Connection, id: string, now: number): Promise<RoomState | null> {
  const of = { meetingId: id };
  const [row] = await placeQuery(db).execute(of);
  if (!row) return null;
  const { stepId, runningSince, startedAt, endedAt, minutes, elapsed, added } = row;
  const step = minutes === null ? null : { minutes, elapsed: elapsed ?? 0, added: added ?? 0 };
  const contributions = await contributionsQuery(db).execute(of);
  const commitments = await commitmentsQuery(db).execute(of);
  return {
    ...{ edition: row.edition ?? 0, agendaVersion: row.agendaVersion },
    ...{ isCancelled: row.cancelledAt !== null, now },
    clock: clockOf({ stepId, runningSince, startedAt, endedAt }, step),
    contributions: contributions.map(({ takenUpAt, ...said }) => ({ ...said, takenUp: takenUpAt !== null })),
    commitments: commitments.map(({ personName, teamName, schoolName, keptAt, ...promise }) => ({
      ...{ ...promise, isKept: keptAt !== null },
      who: whoTookOn({ personName, teamName, schoolName }),
    })),
    lastTime: row.protocolKey === lastTimeProtocol ? await loadLastTime(db, { id, ...row }) : [],
    present: await presentQuery(db).execute(of),
  };
}
