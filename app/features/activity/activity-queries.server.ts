import { and, desc, eq, gte, inArray, ne } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { activityEvent, cycle, measure, person, ramp, school, team } from '#db/schema';
import type { Connection } from '~/platform/database.server';
import type { Activity } from './activity';

/** The newest events that others made in the teams of `scope` since an instant. */
export async function listActivity(
  db: Connection,
  { scope, notBy, since, most }: { scope: SQL; notBy: string; since: number; most: number },
): Promise<Activity[]> {
  return db
    .select({
      id: activityEvent.id,
      kind: activityEvent.kind,
      actorName: person.name,
      teamName: team.name,
      schoolName: school.name,
      cycleId: activityEvent.cycleId,
      cycleNumber: cycle.number,
      changeIdea: ramp.changeIdea,
      measureId: activityEvent.measureId,
      measureName: measure.name,
      detail: activityEvent.detail,
      happenedAt: activityEvent.happenedAt,
    })
    .from(activityEvent)
    .innerJoin(person, eq(person.id, activityEvent.actorId))
    .innerJoin(team, eq(team.id, activityEvent.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .leftJoin(cycle, eq(cycle.id, activityEvent.cycleId))
    .leftJoin(ramp, eq(ramp.id, cycle.rampId))
    .leftJoin(measure, eq(measure.id, activityEvent.measureId))
    .where(
      and(
        scope,
        gte(activityEvent.happenedAt, since),
        ne(activityEvent.actorId, notBy),
        inArray(activityEvent.kind, [
          'cycle_started',
          'cycle_stage_entered',
          'cycle_returned',
          'cycle_stopped',
          'cycle_decided',
          'measure_created',
          'measure_changed',
          'measure_adopted',
          'definition_changed',
          'phase_begun',
          'annotation_added',
          'data_imported',
          'data_recorded',
        ]),
      ),
    )
    .orderBy(desc(activityEvent.happenedAt), desc(activityEvent.id))
    .limit(most);
}
