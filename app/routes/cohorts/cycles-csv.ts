import { askedCycles } from '~/features/cohorts/glance/asked';
import { allCohortCycles } from '~/features/cohorts/glance/cycles/cycle-list-queries.server';
import { cyclesCsv } from '~/features/cohorts/glance/glance-csv';
import { csvAnswer } from '~/features/cohorts/glance/csv-answer';
import { findFacilitatedCohort } from '~/features/cohorts/glance/facilitated-cohort.server';
import { signedIn } from '~/features/people/request-actor.server';
import { found } from '~/platform/problem-response.server';
import type { Route } from './+types/cycles-csv';

/** The cycles that the list shows, all pages of it. For the cohort's facilitators. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, today } = signedIn(context);
  const db = database.reader;
  const cohort = found(await findFacilitatedCohort(db, actor, params.cohort));
  const cycles = await allCohortCycles(db, cohort, askedCycles(new URL(request.url).searchParams));
  return csvAnswer([cohort.name, 'cycles', today], cyclesCsv(cycles));
}
