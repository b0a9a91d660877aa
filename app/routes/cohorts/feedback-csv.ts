import { feedbackCsv } from '~/features/cohorts/glance/glance-csv';
import { listFeedback } from '~/features/cohorts/glance/times/times-queries.server';
import { csvAnswer } from '~/features/cohorts/glance/csv-answer';
import { findFacilitatedCohort } from '~/features/cohorts/glance/facilitated-cohort.server';
import { signedIn } from '~/features/people/request-actor.server';
import { found } from '~/platform/problem-response.server';
import type { Route } from './+types/feedback-csv';

/** What teams asked coaches to read, and how long the answers took. For the cohort's facilitators. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const cohort = found(await findFacilitatedCohort(db, actor, params.cohort));
  const { requests } = await listFeedback(db, cohort, { page: null, timeZone: network.timeZone });
  return csvAnswer([cohort.name, 'feedback', today], feedbackCsv(requests));
}
