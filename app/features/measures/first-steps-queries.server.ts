import { eq, inArray, sql } from 'drizzle-orm';
import { aim, cycle, dataPoint, measure, team } from '#db/schema';
import type { Connection } from '~/platform/database.server';
import type { FirstStepsState } from './first-steps-state';

/** How far a new team has come, for the first of these teams that is not through; null when all are. */
export async function firstStepsOf(db: Connection, teamIds: string[]): Promise<FirstStepsState | null> {
  // Nested, so that the query builder keeps the table's name before the column.
  const id = sql`${team.id}`;
  const rows = await db
    .select({
      teamId: team.id,
      aims: sql<number>`(select count(*) from ${aim} a where a.team_id = ${id})`,
      measureId: sql<
        string | null
      >`(select m.id from ${measure} m where m.team_id = ${id} order by m.created_at limit 1)`,
      points: sql<number>`(select count(*) from ${dataPoint} p inner join ${measure} m on m.id = p.measure_id where m.team_id = ${id})`,
      cycles: sql<number>`(select count(*) from ${cycle} c where c.team_id = ${id})`,
    })
    .from(team)
    .where(inArray(team.id, teamIds))
    .orderBy(eq(team.id, teamIds[0] ?? ''));
  const unfinished = rows.find(
    (row) => row.aims === 0 || row.measureId === null || row.points === 0 || row.cycles === 0,
  );
  if (!unfinished) return null;
  const { teamId, measureId, points, cycles, aims } = unfinished;
  return {
    teamId,
    measureId,
    hasAim: aims > 0,
    hasMeasure: measureId !== null,
    points,
    hasCycle: cycles > 0,
  };
}
