import { asc, eq, sql } from 'drizzle-orm';
import { cohortTeam, school, team } from '#db/schema';
import { lastOwnEvent } from '~/features/coaching/caseload/caseload-facts.server';
import type { Cohort } from '~/features/people/cohort';
import { listDaysOffAbout } from '~/features/people/days-off-queries.server';
import { schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import { quietTeams } from './quiet';
import type { Quiet } from './quiet';

const stepsQuery = perConnection((db) =>
  db
    .select({
      teamId: team.id,
      teamName: team.name,
      schoolName: school.name,
      leaId: school.leaId,
      createdAt: team.createdAt,
      lastOwnAt: sql<number | null>`${lastOwnEvent('happened_at')}`,
    })
    .from(cohortTeam)
    .innerJoin(team, eq(team.id, cohortTeam.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(eq(cohortTeam.cohortId, sql.placeholder('cohortId')))
    .orderBy(asc(school.name), asc(team.name), asc(team.id))
    .prepare(),
);

/** The quiet teams, and how many have not begun, of a cohort that `findFacilitatedCohort` gave, by school and name. */
export async function listQuietTeams(
  db: Connection,
  cohort: Cohort,
  { today, timeZone }: { today: SchoolDay; timeZone: string },
): Promise<Quiet> {
  const rows = await stepsQuery(db).execute({ cohortId: cohort.id });
  const steps = rows.map(({ createdAt, lastOwnAt, ...place }) => {
    const made = schoolDayAt(createdAt, timeZone);
    const began = cohort.startsOn > made ? cohort.startsOn : made;
    const day = lastOwnAt === null ? began : schoolDayAt(lastOwnAt, timeZone);
    return { ...place, day, hasActed: lastOwnAt !== null };
  });
  return quietTeams(steps, await listDaysOffAbout(db, today), { today, endsOn: cohort.endsOn });
}
