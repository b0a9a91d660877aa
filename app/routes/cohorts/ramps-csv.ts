import { askedRamps } from '~/features/cohorts/glance/asked';
import { allCohortRamps } from '~/features/cohorts/glance/ramps/ramp-list-queries.server';
import { rampsCsv } from '~/features/cohorts/glance/glance-csv';
import { csvAnswer } from '~/features/cohorts/glance/csv-answer';
import { findFacilitatedCohort } from '~/features/cohorts/glance/facilitated-cohort.server';
import { signedIn } from '~/features/people/request-actor.server';
import { found } from '~/platform/problem-response.server';
import type { Route } from './+types/ramps-csv';

/** The ramps that the list shows, all pages of it. For the cohort's facilitators. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, today } = signedIn(context);
  const db = database.reader;
  const cohort = found(await findFacilitatedCohort(db, actor, params.cohort));
  const ramps = await allCohortRamps(db, cohort, askedRamps(new URL(request.url).searchParams));
  return csvAnswer([cohort.name, 'ramps', today], rampsCsv(ramps));
}
