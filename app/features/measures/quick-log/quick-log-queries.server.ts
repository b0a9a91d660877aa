import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import {
  dataPoint,
  measure,
  measureGroup,
  measureVersion,
  studentGroup,
  team,
  teamMembership,
} from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { ownTeam, perReach } from '~/features/people/team-scope.server';
import { formatMeasureValue, plottedValue } from '~/features/run-charts/plotted-value';
import { latestWeekday, schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { isDue, periodOf } from '../due-rules';
import type { QuickLogItem } from './quick-log';

const quickLogQuery = perReach((db, actor) => {
  const collectorLeft = sql`not exists (select 1 from ${teamMembership} t where t.team_id = ${measure.teamId} and t.person_id = ${measure.collectorId} and t.ended_on is null)`;
  const newestPoint = sql`(select p.id from ${dataPoint} p where p.measure_id = ${measure.id} and p.group_id = ${studentGroup.id} order by p.date desc limit 1)`;
  return db
    .select({
      measureId: measure.id,
      measureName: measure.name,
      teamName: team.name,
      kind: measure.kind,
      unit: measure.unit,
      frequency: measure.frequency,
      groupId: studentGroup.id,
      groupName: studentGroup.name,
      definition: sql<string>`(select v.definition from ${measureVersion} v where v.measure_id = ${measure.id} order by v.number desc limit 1)`,
      newestDate: dataPoint.date,
      value: dataPoint.value,
      numerator: dataPoint.numerator,
      denominator: dataPoint.denominator,
      recordedBy: dataPoint.recordedBy,
      recordedAt: dataPoint.recordedAt,
    })
    .from(measure)
    .innerJoin(team, eq(team.id, measure.teamId))
    .innerJoin(measureGroup, and(eq(measureGroup.measureId, measure.id), isNull(measureGroup.endedOn)))
    .innerJoin(studentGroup, eq(studentGroup.id, measureGroup.groupId))
    .leftJoin(dataPoint, eq(dataPoint.id, newestPoint))
    .where(
      and(
        ownTeam(actor, measure.teamId),
        or(
          eq(measure.id, sql.placeholder('measureId')),
          and(
            sql`${sql.placeholder('measureId')} = ''`,
            or(
              isNull(measure.collectorId),
              eq(measure.collectorId, sql.placeholder('personId')),
              collectorLeft,
            ),
          ),
        ),
      ),
    )
    .orderBy(asc(measure.createdAt), asc(measure.id), asc(measureGroup.position))
    .prepare();
});

/**
 * What this person owes now: each measure × group of their teams that they collect (or nobody in particular does) without
 * a number in the present period, and what they logged today, so that a row stays where it was filled in.
 * With `measureId`: every group of that one measure, due or not, whoever collects it.
 */
export async function listQuickLog(
  db: Connection,
  actor: Actor,
  { today, timeZone, measureId }: { today: SchoolDay; timeZone: string; measureId?: string },
): Promise<QuickLogItem[]> {
  const { personId } = actor;
  const rows = await quickLogQuery(db, actor).execute({ personId, measureId: measureId ?? '' });
  return rows.flatMap(({ newestDate, value, numerator, denominator, recordedBy, recordedAt, ...row }) => {
    const due = isDue(row.frequency, newestDate, today);
    const loggedToday =
      recordedBy === actor.personId && recordedAt !== null && schoolDayAt(recordedAt, timeZone) === today;
    if (!due && !loggedToday && measureId === undefined) return [];
    const amounts = { value, numerator, denominator };
    const plotted = plottedValue(row.kind, amounts);
    const label = plotted === null ? '' : formatMeasureValue(row, plotted);
    const logged = loggedToday && !due ? { ...amounts, label } : null;
    const from = periodOf(row.frequency, today).from;
    const usual = latestWeekday(today) < from ? today : latestWeekday(today);
    const date = logged === null ? usual : (newestDate ?? today);
    return [{ ...row, newId: uuidv7(), date, lastDenominator: denominator, logged }];
  });
}
