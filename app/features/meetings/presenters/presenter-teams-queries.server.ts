import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { cohortTeam, meeting, presentation, school, team } from '#db/schema';
import type { cycle } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { readableTeam } from '~/features/people/team-scope.server';
import type { Connection } from '~/platform/database.server';
import { onAgenda } from './presentation-queries.server';
import type { Meeting } from '../meeting';
import type { PresenterFacts } from './presenter-facts';

/** How many earlier meetings count as the last ones. */
const lastMeetings = 3;

/** The meeting whose presenters are looked for. */
export type PresentersOf = Pick<Meeting, 'id' | 'cohortId' | 'teamId' | 'startsAt'>;

/** The teams of a meeting that the actor may read; `column` is a team's id. */
export function ofMeeting(
  actor: Actor,
  { cohortId, teamId }: PresentersOf,
  column: typeof cycle.teamId | typeof team.id,
): SQL {
  const teams =
    teamId === null
      ? sql`${column} in (select ${cohortTeam.teamId} from ${cohortTeam} where ${cohortTeam.cohortId} = ${cohortId})`
      : eq(column, teamId);
  return sql`${teams} and ${readableTeam(actor, column)}`;
}

/** Teams that presented in one of the cohort's last meetings before this one. */
async function presentedLately(
  db: Connection,
  { cohortId, teamId, startsAt }: PresentersOf,
): Promise<Set<string>> {
  const before = db
    .select({ id: meeting.id })
    .from(meeting)
    .where(
      and(
        cohortId === null ? eq(meeting.teamId, teamId ?? '') : eq(meeting.cohortId, cohortId),
        lt(meeting.startsAt, startsAt),
        isNull(meeting.cancelledAt),
      ),
    )
    .orderBy(desc(meeting.startsAt))
    .limit(lastMeetings);
  const rows = await db
    .selectDistinct({ teamId: presentation.teamId })
    .from(presentation)
    .where(and(inArray(presentation.meetingId, before), isNotNull(presentation.agreedAt), onAgenda));
  return new Set(rows.map((row) => row.teamId));
}

/** The teams of a meeting that the actor may read, by school and name, with whether they presented lately. */
export async function listTeamsOfMeeting(
  db: Connection,
  actor: Actor,
  owner: PresentersOf,
): Promise<PresenterFacts['teams']> {
  const teams = await db
    .select({ id: team.id, name: team.name, schoolId: school.id, schoolName: school.name })
    .from(team)
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(ofMeeting(actor, owner, team.id))
    .orderBy(asc(school.name), asc(team.name), asc(team.id));
  const before = await presentedLately(db, owner);
  return teams.map((one) => ({ ...one, presentedLately: before.has(one.id) }));
}
