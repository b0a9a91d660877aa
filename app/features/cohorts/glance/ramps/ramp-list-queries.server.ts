import { and, asc, count, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { CycleScale } from '#db/vocabulary';
import { cycle, cycleDecision, ramp, school, team } from '#db/schema';
import type { Cohort } from '~/features/people/cohort';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import { inItsYear, ofCohort, placesOf, wantedTeam } from '../facilitated-cohort.server';
import type { Standing } from '../standing';
import { cutOf, everyTeam, pagesOf } from '../teams-filter';
import type { TeamsFilter } from '../teams-filter';
import type { CohortRamp, RampCount, RampLength } from './ramp-list';

/** `cycle` is the newest of its ramp in all of these: a ramp belongs to the year its newest cycle touches. */
const isNewest = sql`${cycle.number} = (select max(c.number) from cycle c where c.ramp_id = ${ramp.id})`;
const cyclesOfRamp = sql<number>`(select count(*) from cycle c where c.ramp_id = ${ramp.id})`;
const length = sql<RampLength>`cast(min(4, ${cyclesOfRamp}) as text)`;
const ends = sql<Standing>`case when ${cycle.stage} = 'complete' then coalesce(${cycleDecision.decision}, 'undecided') else ${cycle.stage} end`;

const countsQuery = perConnection((db) =>
  db
    .select({
      length: sql<RampLength>`${length}`.as('length'),
      ends: sql<Standing>`${ends}`.as('ends'),
      n: count(),
    })
    .from(ramp)
    .innerJoin(cycle, and(eq(cycle.rampId, ramp.id), isNewest))
    .leftJoin(cycleDecision, eq(cycleDecision.cycleId, cycle.id))
    .where(and(ofCohort(ramp.teamId), inItsYear))
    .groupBy(sql`length`, sql`ends`)
    .prepare(),
);

/** The ramps of a cohort that `findFacilitatedCohort` gave: how long they are and where they end. */
export async function loadRampCounts(db: Connection, cohort: Cohort): Promise<RampCount[]> {
  return countsQuery(db).execute(placesOf(cohort, everyTeam));
}

const wanted = and(
  ofCohort(ramp.teamId),
  inItsYear,
  wantedTeam,
  sql`${sql.placeholder('ends')} in ('', ${ends})`,
  sql`${sql.placeholder('length')} in ('', ${length})`,
);

const first = alias(cycle, 'first_cycle');

const rampsQuery = perConnection((db) =>
  db
    .select({
      id: ramp.id,
      changeIdea: ramp.changeIdea,
      teamName: team.name,
      schoolName: school.name,
      cycles: sql<number>`${cyclesOfRamp}`,
      fromScale: sql<CycleScale>`${first.scale}`,
      toScale: cycle.scale,
      ends: sql<Standing>`${ends}`,
      lastCycleId: cycle.id,
    })
    .from(ramp)
    .innerJoin(cycle, and(eq(cycle.rampId, ramp.id), isNewest))
    .innerJoin(
      first,
      and(
        eq(first.rampId, ramp.id),
        sql`${first.number} = (select min(c.number) from cycle c where c.ramp_id = ${ramp.id})`,
      ),
    )
    .innerJoin(team, eq(team.id, ramp.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .leftJoin(cycleDecision, eq(cycleDecision.cycleId, cycle.id))
    .where(wanted)
    .orderBy(asc(school.name), asc(team.name), asc(team.id), asc(ramp.createdAt), asc(ramp.id))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare(),
);

const countQuery = perConnection((db) =>
  db
    .select({ n: count() })
    .from(ramp)
    .innerJoin(cycle, and(eq(cycle.rampId, ramp.id), isNewest))
    .innerJoin(team, eq(team.id, ramp.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .leftJoin(cycleDecision, eq(cycleDecision.cycleId, cycle.id))
    .where(wanted)
    .prepare(),
);

export type AskedRamps = { filter: TeamsFilter; ends: Standing | null; length: RampLength | null };

const placesOfAsked = (cohort: Cohort, { filter, ends: end, length: long }: AskedRamps) => ({
  ...placesOf(cohort, filter),
  ...{ ends: end ?? '', length: long ?? '' },
});

/** The ramps of a cohort's year by school and team, a page of them. */
export async function listCohortRamps(db: Connection, cohort: Cohort, asked: AskedRamps) {
  const places = placesOfAsked(cohort, asked);
  const total = (await countQuery(db).execute(places))[0]?.n ?? 0;
  const pages = pagesOf(total);
  const page = Math.min(asked.filter.page, pages);
  const ramps: CohortRamp[] = await rampsQuery(db).execute({ ...places, ...cutOf(page) });
  return { ramps, total, page, pages };
}

/** All of them, for a file. */
export async function allCohortRamps(
  db: Connection,
  cohort: Cohort,
  asked: AskedRamps,
): Promise<CohortRamp[]> {
  return rampsQuery(db).execute({ ...placesOfAsked(cohort, asked), ...cutOf(null) });
}
