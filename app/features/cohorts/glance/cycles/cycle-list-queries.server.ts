import { and, asc, count, eq, sql } from 'drizzle-orm';
import { cycle, cycleDecision, ramp, school, team } from '#db/schema';
import type { Cohort } from '~/features/people/cohort';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import { inItsYear, ofCohort, placesOf, wantedTeam } from '../facilitated-cohort.server';
import type { Standing } from '../standing';
import { cutOf, everyTeam, pagesOf } from '../teams-filter';
import type { TeamsFilter } from '../teams-filter';
import type { CohortCycle, Funnel } from './cycle-list';

/** As `standingOf`, for queries that have joined the decision. */
const standing = sql<Standing>`case when ${cycle.stage} = 'complete' then coalesce(${cycleDecision.decision}, 'undecided') else ${cycle.stage} end`;

const funnelQuery = perConnection((db) =>
  db
    .select({ standing: sql<Standing>`${standing}`.as('standing'), n: count() })
    .from(cycle)
    .leftJoin(cycleDecision, eq(cycleDecision.cycleId, cycle.id))
    .where(and(ofCohort(cycle.teamId), inItsYear))
    .groupBy(sql`standing`)
    .prepare(),
);

const none: Funnel = {
  ...{ plan: 0, do: 0, study: 0, act: 0 },
  ...{ adopt: 0, adapt: 0, abandon: 0, undecided: 0, stopped: 0 },
};

/** The cycles of a cohort's year that `findFacilitatedCohort` gave, counted by where they stand. */
export async function loadFunnel(db: Connection, cohort: Cohort): Promise<Funnel> {
  const rows = await funnelQuery(db).execute(placesOf(cohort, everyTeam));
  return { ...none, ...Object.fromEntries(rows.map((row) => [row.standing, row.n])) };
}

const wanted = and(
  ofCohort(cycle.teamId),
  inItsYear,
  wantedTeam,
  sql`${sql.placeholder('standing')} in ('', ${standing})`,
);

const cyclesQuery = perConnection((db) =>
  db
    .select({
      id: cycle.id,
      teamName: team.name,
      schoolName: school.name,
      changeIdea: ramp.changeIdea,
      number: cycle.number,
      objective: cycle.objective,
      scale: cycle.scale,
      standing: sql<Standing>`${standing}`,
      plannedStart: cycle.plannedStart,
      plannedEnd: cycle.plannedEnd,
    })
    .from(cycle)
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .innerJoin(team, eq(team.id, cycle.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .leftJoin(cycleDecision, eq(cycleDecision.cycleId, cycle.id))
    .where(wanted)
    .orderBy(
      asc(school.name),
      asc(team.name),
      asc(team.id),
      asc(ramp.createdAt),
      asc(cycle.number),
      asc(cycle.id),
    )
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare(),
);

const countQuery = perConnection((db) =>
  db
    .select({ n: count() })
    .from(cycle)
    .innerJoin(team, eq(team.id, cycle.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .leftJoin(cycleDecision, eq(cycleDecision.cycleId, cycle.id))
    .where(wanted)
    .prepare(),
);

type Asked = { filter: TeamsFilter; standing: Standing | null };

/** The cycles of a cohort's year by school, team and ramp, a page of them. */
export async function listCohortCycles(db: Connection, cohort: Cohort, asked: Asked) {
  const places = { ...placesOf(cohort, asked.filter), standing: asked.standing ?? '' };
  const total = (await countQuery(db).execute(places))[0]?.n ?? 0;
  const pages = pagesOf(total);
  const page = Math.min(asked.filter.page, pages);
  const cycles: CohortCycle[] = await cyclesQuery(db).execute({ ...places, ...cutOf(page) });
  return { cycles, total, page, pages };
}

/** All of them, for a file. */
export async function allCohortCycles(db: Connection, cohort: Cohort, asked: Asked): Promise<CohortCycle[]> {
  const places = { ...placesOf(cohort, asked.filter), standing: asked.standing ?? '' };
  return cyclesQuery(db).execute({ ...places, ...cutOf(null) });
}
