import { quietCsv } from '~/features/cohorts/glance/glance-csv';
import { listQuietTeams } from '~/features/cohorts/glance/quiet/quiet-queries.server';
import { csvAnswer } from '~/features/cohorts/glance/csv-answer';
import { findFacilitatedCohort } from '~/features/cohorts/glance/facilitated-cohort.server';
import { signedIn } from '~/features/people/request-actor.server';
import { found } from '~/platform/problem-response.server';
import type { Route } from './+types/quiet-csv';

/** The quiet teams. For the cohort's facilitators. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const cohort = found(await findFacilitatedCohort(db, actor, params.cohort));
  const { teams } = await listQuietTeams(db, cohort, { today, timeZone: network.timeZone });
  return csvAnswer([cohort.name, 'quiet teams', today], quietCsv(teams, today));
}
