import { and, asc, inArray, isNull, lt } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { activityEvent, notification } from '#db/schema';
import { findNetwork } from '~/features/people/actor-queries.server';
import { schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import { loadEventFacts } from './event-facts.server';
import { notify } from './who-is-told';

const batchSize = 500;
/** Rows of one INSERT: SQLite binds 32,766 values at most. */
const mostRows = 2000;
/** What is older is no news: a restored backup tells nobody again. */
const oldestNews = 14 * 86_400_000;

/**
 * Makes notifications of the events that nobody was told of yet. An event and its notifications are written together,
 * so each is told once, whoever runs this and however often. Gives how many events are done, told to somebody or not.
 */
export async function tellEvents(database: Database, { now }: { now: number }): Promise<number> {
  const network = await findNetwork(database.reader);
  if (network === null) return 0;
  const today = schoolDayAt(now, network.timeZone);
  let [all, done] = [0, batchSize];
  while (done === batchSize) {
    if (!(await hasUntold(database.reader))) return all;
    done = await database.inTransaction((tx) => tellBatch(tx, now, today));
    all += done;
  }
  return all;
}

async function hasUntold(db: Connection): Promise<boolean> {
  const rows = await db
    .select({ id: activityEvent.id })
    .from(activityEvent)
    .where(isNull(activityEvent.toldAt))
    .limit(1);
  return rows.length > 0;
}

async function tellBatch(tx: Connection, now: number, today: SchoolDay): Promise<number> {
  await tx
    .update(activityEvent)
    .set({ toldAt: now })
    .where(and(isNull(activityEvent.toldAt), lt(activityEvent.happenedAt, now - oldestNews)));
  const events = await tx
    .select({
      ...{ id: activityEvent.id, kind: activityEvent.kind, actorId: activityEvent.actorId },
      ...{ teamId: activityEvent.teamId, reviewId: activityEvent.reviewId },
      ...{ aboutId: activityEvent.aboutId, aboutPersonId: activityEvent.aboutPersonId },
    })
    .from(activityEvent)
    .where(isNull(activityEvent.toldAt))
    .orderBy(asc(activityEvent.happenedAt), asc(activityEvent.id))
    .limit(batchSize);
  if (events.length === 0) return 0;
  const factsOf = await loadEventFacts(tx, events, today);
  const rows = events.flatMap((event) =>
    notify(event, factsOf(event)).map((told) => ({
      ...{ ...told, id: uuidv7(), eventId: event.id, toldAt: now },
    })),
  );
  for (let from = 0; from < rows.length; from += mostRows)
    await tx
      .insert(notification)
      .values(rows.slice(from, from + mostRows))
      .onConflictDoNothing();
  await tx
    .update(activityEvent)
    .set({ toldAt: now })
    .where(
      inArray(
        activityEvent.id,
        events.map(({ id }) => id),
      ),
    );
  return events.length;
}
