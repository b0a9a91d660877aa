import { and, asc, count, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { cycle, dataPoint, measure, measureGroup, ramp, review, school, team } from '#db/schema';
import { medianFeedback } from '~/features/coaching/reviews/median-feedback';
import type { Cohort } from '~/features/people/cohort';
import { addDays, schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { wallClockOf } from '~/lib/wall-clock';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import { timeSpanOf } from '../../time-span';
import { ofCohort } from '../facilitated-cohort.server';
import { cutOf, pagesOf } from '../teams-filter';
import type { FeedbackRow, LagCount, TimeToFeedback } from './times';

/** Numbers of these last days are looked at for how soon they were in. */
export const lagLooksBack = 84;

/** Whole days from a number's day to the day it was typed, by the network's clock as it goes today. */
const lagDays = sql<number>`max(0, cast((${dataPoint.recordedAt} + ${sql.placeholder('ahead')}) / 86400000 as integer) - unixepoch(${dataPoint.date}) / 86400)`;

// Cross joins keep SQLite on the way from teams to their days, and the plus off the index of imports, which is all typed numbers.
const lagQuery = perConnection((db) =>
  db
    .select({ days: sql<number>`${lagDays}`.as('days'), n: count() })
    .from(measure)
    .crossJoin(measureGroup)
    .crossJoin(dataPoint)
    .where(
      and(
        ofCohort(measure.teamId),
        eq(measureGroup.measureId, measure.id),
        eq(dataPoint.measureId, measure.id),
        eq(dataPoint.groupId, measureGroup.groupId),
        sql`${dataPoint.date} between ${sql.placeholder('from')} and ${sql.placeholder('to')}`,
        sql`+${dataPoint.importId} is null`,
      ),
    )
    .groupBy(sql`days`)
    .orderBy(sql`days`)
    .prepare(),
);

type Clock = { now: number; today: SchoolDay; timeZone: string };

/** How soon the typed numbers of a cohort's last twelve weeks were in. Imported files bring old numbers and do not count. */
export async function loadLags(
  db: Connection,
  cohort: Cohort,
  { now, today, timeZone }: Clock,
): Promise<LagCount[]> {
  const { day, time } = wallClockOf(now, timeZone);
  const minute = now - (now % 60_000);
  const ahead = Date.parse(`${day}T${time}:00Z`) - minute;
  const from = addDays(today, -lagLooksBack);
  return lagQuery(db).execute({ cohortId: cohort.id, ahead, from, to: today });
}

const inTheYear = and(
  ofCohort(review.teamId),
  isNotNull(review.requestedBy),
  sql`${review.stage} <> 'withdrawn'`,
  sql`${review.beganAt} between ${sql.placeholder('fromAt')} and ${sql.placeholder('toAt')}`,
);

/** The year's days are those of the network's clock. */
function placesOfYear({ id, startsOn, endsOn }: Cohort, timeZone: string) {
  const { begins, ends } = timeSpanOf({ from: startsOn, through: endsOn }, timeZone);
  return { cohortId: id, fromAt: begins, toAt: ends - 1 };
}

const spansQuery = perConnection((db) =>
  db
    .select({ beganAt: review.beganAt, feedbackAt: review.feedbackAt })
    .from(review)
    .where(inTheYear)
    .prepare(),
);

/** How long the teams of a cohort waited for what they asked a coach to read; null where nobody has had an answer. */
export async function loadTimeToFeedback(
  db: Connection,
  cohort: Cohort,
  timeZone: string,
): Promise<TimeToFeedback | null> {
  const rows = await spansQuery(db).execute(placesOfYear(cohort, timeZone));
  const spans = rows.flatMap(({ beganAt, feedbackAt }) =>
    feedbackAt === null ? [] : [{ beganAt, feedbackAt }],
  );
  const ms = medianFeedback(spans);
  return ms === null ? null : { ms, answered: spans.length, asked: rows.length };
}

const feedbackQuery = perConnection((db) =>
  db
    .select({
      reviewId: review.id,
      cycleId: cycle.id,
      cycleNumber: cycle.number,
      changeIdea: ramp.changeIdea,
      teamName: team.name,
      schoolName: school.name,
      beganAt: review.beganAt,
      feedbackAt: review.feedbackAt,
    })
    .from(review)
    .innerJoin(cycle, eq(cycle.id, review.cycleId))
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .innerJoin(team, eq(team.id, review.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(inTheYear)
    .orderBy(desc(review.beganAt), asc(review.id))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare(),
);

const feedbackCountQuery = perConnection((db) =>
  db.select({ n: count() }).from(review).where(inTheYear).prepare(),
);

type Listed = { page: number | null; timeZone: string };

/** What teams of a cohort asked a coach to read in its year, the newest first; `page` null gives all, for a file. */
export async function listFeedback(db: Connection, cohort: Cohort, { page: asked, timeZone }: Listed) {
  const places = placesOfYear(cohort, timeZone);
  const total = (await feedbackCountQuery(db).execute(places))[0]?.n ?? 0;
  const pages = pagesOf(total);
  const page = asked === null ? null : Math.min(asked, pages);
  const rows = await feedbackQuery(db).execute({ ...places, ...cutOf(page) });
  const requests = rows.map(({ beganAt, feedbackAt, ...row }): FeedbackRow => ({
    ...row,
    askedOn: schoolDayAt(beganAt, timeZone),
    waited: feedbackAt === null ? null : Math.max(0, feedbackAt - beganAt),
  }));
  return { requests, total, pages, page: page ?? 1 };
}
