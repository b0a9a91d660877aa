import { asc, eq, inArray, sql } from 'drizzle-orm';
import { activityEvent, cycle, measure, observation, person, ramp, team } from '#db/schema';
import { activitySentence } from '~/features/activity/activity-words';
import { formatDay, schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { cutText } from '~/lib/cut-text';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import { lastOwnEvent } from './caseload-facts.server';

export const pageSize = 50;
const noteLength = 90;

/** A page's worth of ids, so that the queries are built once; what is not used is filled up with empty ids. */
const idsOfPage = Array.from({ length: pageSize }, (_none, index) => sql.placeholder(`id${index}`));
const filled = (ids: string[]) =>
  Object.fromEntries(Array.from({ length: pageSize }, (_none, index) => [`id${index}`, ids[index] ?? '']));

const notesQuery = perConnection((db) =>
  db
    .select({ cycleId: observation.cycleId, text: observation.text })
    .from(observation)
    .where(inArray(observation.cycleId, idsOfPage))
    .orderBy(asc(observation.observedOn), asc(observation.recordedAt))
    .prepare(),
);

/** The newest words of the teams themselves in at most a page of cycles. The ids come from a query in scope. */
export async function listLastNotes(db: Connection, cycleIds: string[]): Promise<Map<string, string>> {
  if (cycleIds.length === 0) return new Map();
  const rows = await notesQuery(db).execute(filled(cycleIds));
  return new Map(rows.map(({ cycleId, text }) => [cycleId, cutText(text, noteLength)]));
}

const doneQuery = perConnection((db) =>
  db
    .select({
      teamId: team.id,
      kind: activityEvent.kind,
      actorName: person.name,
      cycleNumber: cycle.number,
      changeIdea: ramp.changeIdea,
      measureName: measure.name,
      detail: activityEvent.detail,
      happenedAt: activityEvent.happenedAt,
    })
    .from(team)
    .innerJoin(activityEvent, sql`${activityEvent.id} = ${lastOwnEvent('id')}`)
    .innerJoin(person, eq(person.id, activityEvent.actorId))
    .leftJoin(cycle, eq(cycle.id, activityEvent.cycleId))
    .leftJoin(ramp, eq(ramp.id, cycle.rampId))
    .leftJoin(measure, eq(measure.id, activityEvent.measureId))
    .where(inArray(team.id, idsOfPage))
    .prepare(),
);

/** What the members of at most a page of teams did last, as sentences with their day. */
export async function listLastDone(
  db: Connection,
  teamIds: string[],
  { timeZone, today }: { timeZone: string; today: SchoolDay },
): Promise<Map<string, string>> {
  if (teamIds.length === 0) return new Map();
  const rows = await doneQuery(db).execute(filled(teamIds));
  return new Map(
    rows.map(({ teamId, happenedAt, ...event }) => [
      teamId,
      `${activitySentence(event)}, ${formatDay(schoolDayAt(happenedAt, timeZone), today)}.`,
    ]),
  );
}
