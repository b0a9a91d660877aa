import { and, asc, eq, gte, inArray, isNull, or, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import { commitment, meeting, person, team } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { ownTeam, perReach } from '~/features/people/team-scope.server';
import type { Connection } from '~/platform/database.server';
import { readableMeeting, runMeeting } from '../meeting-scope.server';
import { plansMeetings } from '../meeting-policy';
import { runnersWords } from './commitment-words';
import type { OpenCommitment } from './open-commitment';

const most = 30;
/** What somebody has just marked as kept stays in sight, to take it back. */
const undoFor = 30 * 60_000;

const openQuery = perReach((db, actor) => {
  const run = new QueryBuilder().select({ id: meeting.id }).from(meeting).where(runMeeting(actor));
  const me = sql.placeholder('personId');
  return db
    .select({
      ...{ id: commitment.id, what: commitment.what, byWhen: commitment.byWhen, keptAt: commitment.keptAt },
      ...{ personId: commitment.personId, personName: person.name, teamName: team.name },
      ...{ meetingId: meeting.id, meetingTitle: meeting.title, kind: meeting.kind },
    })
    .from(commitment)
    .innerJoin(meeting, eq(meeting.id, commitment.meetingId))
    .leftJoin(team, eq(team.id, commitment.teamId))
    .leftJoin(person, eq(person.id, commitment.personId))
    .where(
      and(
        or(
          isNull(commitment.keptAt),
          and(gte(commitment.keptAt, sql.placeholder('since')), eq(commitment.keptBy, me)),
        ),
        isNull(commitment.letGoAt),
        or(
          ownTeam(actor, commitment.teamId),
          and(
            inArray(commitment.meetingId, run),
            isNull(commitment.teamId),
            or(isNull(commitment.personId), eq(commitment.personId, me)),
          ),
        ),
      ),
    )
    .orderBy(asc(commitment.byWhen), asc(commitment.id))
    .limit(most)
    .prepare();
});

async function readableAmong(db: Connection, actor: Actor, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: meeting.id })
    .from(meeting)
    .where(and(inArray(meeting.id, ids), readableMeeting(actor)));
  return new Set(rows.map(({ id }) => id));
}

/**
 * What is open for a person, on This week: what they took on themselves, then what their teams did; for those who run
 * meetings what they took on together. Soonest first, thirty at most. What the person marked as kept in the last half hour is among them. One
 * statement, and one more where there is any.
 */
export async function listOpenCommitments(
  db: Connection,
  actor: Actor,
  now: number,
): Promise<OpenCommitment[]> {
  if (!plansMeetings(actor)) return [];
  const rows = await openQuery(db, actor).execute({ personId: actor.personId, since: now - undoFor });
  const meetings = await readableAmong(db, actor, [...new Set(rows.map(({ meetingId }) => meetingId))]);
  const open = rows.map(({ personId, personName, teamName, kind, keptAt, meetingId, ...row }) => ({
    ...row,
    meetingTitle: meetings.has(meetingId) ? row.meetingTitle : null,
    isKept: keptAt !== null,
    isMine: personId === actor.personId,
    who: personName ?? teamName ?? runnersWords(kind),
  }));
  return open.toSorted((one, other) => Number(other.isMine) - Number(one.isMine));
}
