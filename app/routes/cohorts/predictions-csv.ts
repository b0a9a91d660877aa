import { askedPredictions } from '~/features/cohorts/glance/asked';
import { predictionsCsv } from '~/features/cohorts/glance/glance-csv';
import { allCohortPredictions } from '~/features/cohorts/glance/predictions/prediction-list-queries.server';
import { csvAnswer } from '~/features/cohorts/glance/csv-answer';
import { findFacilitatedCohort } from '~/features/cohorts/glance/facilitated-cohort.server';
import { signedIn } from '~/features/people/request-actor.server';
import { found } from '~/platform/problem-response.server';
import type { Route } from './+types/predictions-csv';

/** The predictions that the list shows, all pages of it. For the cohort's facilitators. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, today } = signedIn(context);
  const db = database.reader;
  const cohort = found(await findFacilitatedCohort(db, actor, params.cohort));
  const asked = askedPredictions(new URL(request.url).searchParams);
  const predictions = await allCohortPredictions(db, cohort, asked);
  return csvAnswer([cohort.name, 'predictions', today], predictionsCsv(predictions));
}
