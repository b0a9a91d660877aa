import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, notExists, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { alias, QueryBuilder } from 'drizzle-orm/sqlite-core';
import { agendaItem, commitment, meeting, meetingInvitation, person, school, team } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { readableTeam } from '~/features/people/team-scope.server';
import type { Connection } from '~/platform/database.server';
import type { Meeting } from '../meeting';
import { readableMeeting } from '../meeting-scope.server';
import type { Commitment } from './commitment';
import { mayChangeCommitment } from './commitment-policy';
import { runnersWords } from './commitment-words';

const isOpen = and(isNull(commitment.keptAt), isNull(commitment.letGoAt));
const one = (condition: SQL) => sql<number>`${condition}`;

/** Commitments as rows for this actor; the scope and the order are the caller's. */
export function commitmentRows(db: Connection, actor: Actor) {
  return db
    .select({
      ...{ id: commitment.id, what: commitment.what, byWhen: commitment.byWhen },
      ...{ personId: commitment.personId, personName: person.name, itemId: commitment.itemId },
      ...{ teamId: commitment.teamId, teamName: team.name, schoolName: school.name },
      ...{ cycleId: commitment.cycleId, version: commitment.version },
      ...{ keptAt: commitment.keptAt, letGoAt: commitment.letGoAt, letGoWhy: commitment.letGoWhy },
      ...{ meetingId: meeting.id, title: meeting.title, day: meeting.day, kind: meeting.kind },
      ...{ meetingCohortId: meeting.cohortId, meetingTeamId: meeting.teamId },
      readsTeam: one(and(isNotNull(commitment.teamId), readableTeam(actor, commitment.teamId)) ?? sql`0`),
      readsMeeting: one(readableMeeting(actor)),
    })
    .from(commitment)
    .innerJoin(meeting, eq(meeting.id, commitment.meetingId))
    .leftJoin(team, eq(team.id, commitment.teamId))
    .leftJoin(school, eq(school.id, team.schoolId))
    .leftJoin(person, eq(person.id, commitment.personId))
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof commitmentRows>>[number];

/** A row as its reader knows it: of a team's cycles only those who read the team hear, of its meeting those who read that. */
export function commitmentOf(row: Row, actor: Actor): Commitment {
  const { teamId, teamName, schoolName, personName, keptAt, letGoAt } = row;
  const ofTeam =
    teamId === null || teamName === null || schoolName === null
      ? null
      : { id: teamId, name: teamName, schoolName };
  return {
    ...{ id: row.id, what: row.what, byWhen: row.byWhen, personId: row.personId, itemId: row.itemId },
    who: personName ?? ofTeam?.name ?? runnersWords(row.kind),
    team: ofTeam,
    cycleId: row.readsTeam ? row.cycleId : null,
    meeting: row.readsMeeting > 0 ? { id: row.meetingId, title: row.title, day: row.day } : null,
    state: keptAt !== null ? 'kept' : letGoAt !== null ? 'let_go' : 'open',
    settledAt: keptAt ?? letGoAt,
    ...{ letGoWhy: row.letGoWhy, version: row.version },
    mayOpen: row.readsTeam + row.readsMeeting > 0,
    mayChange: mayChangeCommitment(actor, {
      ...{ personId: row.personId, teamId },
      meeting: { cohortId: row.meetingCohortId, teamId: row.meetingTeamId },
    }),
  };
}

async function listWhere(db: Connection, actor: Actor, where: SQL | undefined): Promise<Commitment[]> {
  const rows = await commitmentRows(db, actor)
    .where(where)
    .orderBy(asc(commitment.byWhen), asc(commitment.id))
    .limit(500);
  return rows.map((row) => commitmentOf(row, actor));
}

/** Null when it is not there or not for this actor: readers of its meeting or of its team. */
export async function findCommitment(db: Connection, actor: Actor, id: string): Promise<Commitment | null> {
  const scope = or(
    readableMeeting(actor),
    and(isNotNull(commitment.teamId), readableTeam(actor, commitment.teamId)),
  );
  const found = await listWhere(db, actor, and(eq(commitment.id, id), scope));
  return found[0] ?? null;
}

/** What was taken on in a meeting that `findMeeting` gave, as it was made. */
export async function listCommitmentsOfMeeting(
  db: Connection,
  actor: Actor,
  meetingId: string,
): Promise<Commitment[]> {
  const made = await listWhere(db, actor, and(eq(commitment.meetingId, meetingId), readableMeeting(actor)));
  return made.toSorted((first, second) => first.id.localeCompare(second.id));
}

/** What was taken on about a cycle: the open first. */
export async function listCommitmentsOfCycle(
  db: Connection,
  actor: Actor,
  cycleId: string,
): Promise<Commitment[]> {
  const scope = and(isNotNull(commitment.teamId), readableTeam(actor, commitment.teamId));
  return openFirst(await listWhere(db, actor, and(eq(commitment.cycleId, cycleId), scope)));
}

/** What a team took on and still has open, and what it settled since an instant (UTC milliseconds). */
export async function listCommitmentsOfTeam(
  db: Connection,
  actor: Actor,
  { teamId, since }: { teamId: string; since: number },
): Promise<Commitment[]> {
  return openFirst(
    await listWhere(
      db,
      actor,
      and(
        eq(commitment.teamId, teamId),
        readableTeam(actor, commitment.teamId),
        or(isOpen, gte(commitment.keptAt, since), gte(commitment.letGoAt, since)),
      ),
    ),
  );
}

function openFirst(commitments: Commitment[]): Commitment[] {
  return commitments.toSorted(
    (first, second) => Number(first.state !== 'open') - Number(second.state !== 'open'),
  );
}

type Followed = Pick<Meeting, 'id' | 'cohortId' | 'teamId' | 'startsAt'>;

/** When the meeting before this one, of the same cohort or team, began; 0 where none did. */
async function startOfLast(db: Connection, { id, cohortId, teamId, startsAt }: Followed): Promise<number> {
  const same = teamId === null ? eq(meeting.cohortId, cohortId ?? '') : eq(meeting.teamId, teamId);
  const rows = await db
    .select({ startsAt: meeting.startsAt })
    .from(meeting)
    .where(
      and(
        ...[same, lt(meeting.startsAt, startsAt), sql`${meeting.id} <> ${id}`],
        ...[isNotNull(meeting.announcedAt), isNull(meeting.cancelledAt)],
      ),
    )
    .orderBy(desc(meeting.startsAt))
    .limit(1);
  return rows[0]?.startsAt ?? 0;
}

/** The teams that are invited to a meeting or present in it. */
export function teamsOfMeeting(meetingId: string): SQL {
  const builder = new QueryBuilder();
  return inArray(
    commitment.teamId,
    builder
      .select({ teamId: meetingInvitation.teamId })
      .from(meetingInvitation)
      .where(
        and(
          eq(meetingInvitation.meetingId, meetingId),
          isNull(meetingInvitation.withdrawnAt),
          isNotNull(meetingInvitation.teamId),
        ),
      )
      .unionAll(
        builder
          .select({ teamId: agendaItem.teamId })
          .from(agendaItem)
          .where(and(eq(agendaItem.meetingId, meetingId), isNotNull(agendaItem.teamId))),
      ),
  );
}

const there = alias(meetingInvitation, 'invited_there');
const here = alias(meetingInvitation, 'invited_here');

/**
 * An earlier meeting of a cohort of which all that are in a meeting may hear: a network day, or a huddle that each of its teams was
 * asked to. What was taken on in a draft or a cancelled one was never said in a room.
 */
function saidToAllOf(meetingId: string): SQL | undefined {
  const builder = new QueryBuilder();
  const wasThere = builder
    .select({ one: sql`1` })
    .from(there)
    .where(and(eq(there.meetingId, meeting.id), eq(there.teamId, here.teamId), isNull(there.withdrawnAt)));
  const leftOut = builder
    .select({ one: sql`1` })
    .from(here)
    .where(
      and(
        ...[eq(here.meetingId, meetingId), isNotNull(here.teamId), isNull(here.withdrawnAt)],
        notExists(wasThere),
      ),
    );
  return and(
    ...[isNotNull(meeting.announcedAt), isNull(meeting.cancelledAt)],
    or(eq(meeting.kind, 'network_day'), notExists(leftOut)),
  );
}

/**
 * What stands at the top of a meeting's agenda: the commitments from earlier meetings that are open, and those settled
 * since the meeting before. A cohort's: of the teams in this meeting and of those who run it, as far as all in it may hear of the
 * earlier meeting; a team's: all of the team's. The meeting came from `findMeeting`.
 */
export async function listCommitmentsBefore(
  db: Connection,
  actor: Actor,
  followed: Followed,
): Promise<Commitment[]> {
  const { id, cohortId, teamId, startsAt } = followed;
  const since = await startOfLast(db, followed);
  const earlier =
    teamId === null
      ? and(
          eq(meeting.cohortId, cohortId ?? ''),
          or(isNull(commitment.teamId), teamsOfMeeting(id)),
          saidToAllOf(id),
        )
      : or(eq(commitment.teamId, teamId), eq(meeting.teamId, teamId));
  return listWhere(
    db,
    actor,
    and(
      ...[earlier, lt(meeting.startsAt, startsAt), sql`${meeting.id} <> ${id}`],
      or(isOpen, gte(commitment.keptAt, since), gte(commitment.letGoAt, since)),
    ),
  );
}
