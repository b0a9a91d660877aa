import { and, asc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { cohort, commitment, meeting, team } from '#db/schema';
import { readableMeeting, runMeeting } from '~/features/meetings/meeting-scope.server';
import type { Actor } from '~/features/people/actor';
import { ownTeam, readableTeam } from '~/features/people/team-scope.server';
import type { Connection } from '~/platform/database.server';
import { commitmentEntry } from './calendar-entries';
import type { DayEntry } from './calendar-entries';

/**
 * What a person has open: what they took on themselves, else what their whole team or those who run a meeting together did;
 * only what they may read now. What is kept or let go leaves.
 */
export async function listCommitmentEntries(db: Connection, actor: Actor): Promise<DayEntry[]> {
  const mine = eq(commitment.personId, actor.personId);
  const ofAll = isNull(commitment.personId);
  const rows = await db
    .select({
      ...{ commitmentId: commitment.id, what: commitment.what, byWhen: commitment.byWhen },
      ...{ personId: commitment.personId, teamId: commitment.teamId },
      ...{ version: commitment.version, changedAt: commitment.changedAt },
      ofName: sql<string>`coalesce(${team.name}, ${cohort.name}, (select t.name from ${team} t where t.id = ${meeting.teamId}))`,
    })
    .from(commitment)
    .innerJoin(meeting, eq(meeting.id, commitment.meetingId))
    .leftJoin(team, eq(team.id, commitment.teamId))
    .leftJoin(cohort, eq(cohort.id, meeting.cohortId))
    .where(
      and(
        ...[isNull(commitment.keptAt), isNull(commitment.letGoAt)],
        or(readableMeeting(actor), and(isNotNull(commitment.teamId), readableTeam(actor, commitment.teamId))),
        or(
          mine,
          and(ofAll, ownTeam(actor, commitment.teamId)),
          and(ofAll, isNull(commitment.teamId), runMeeting(actor)),
        ),
      ),
    )
    .orderBy(asc(commitment.byWhen), asc(commitment.id));
  return rows.map(({ personId, teamId, ...row }) =>
    commitmentEntry({
      ...row,
      takenOnBy: personId !== null ? 'reader' : teamId !== null ? 'team' : 'runners',
    }),
  );
}
