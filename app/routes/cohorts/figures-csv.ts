import { loadFigures } from '~/features/cohorts/glance/figures-queries.server';
import { figuresCsv } from '~/features/cohorts/glance/glance-csv';
import { audienceIdsOf } from '~/features/feed/post-scope.server';
import { csvAnswer } from '~/features/cohorts/glance/csv-answer';
import { findFacilitatedCohort } from '~/features/cohorts/glance/facilitated-cohort.server';
import { signedIn } from '~/features/people/request-actor.server';
import { found } from '~/platform/problem-response.server';
import type { Route } from './+types/figures-csv';

/** The figures of the page. For the cohort's facilitators. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, network, now, today } = signedIn(context);
  const db = database.reader;
  const cohort = found(await findFacilitatedCohort(db, actor, params.cohort));
  const audienceIds = await audienceIdsOf(db, actor);
  const figures = await loadFigures(db, cohort, { audienceIds, now, today, timeZone: network.timeZone });
  return csvAnswer([cohort.name, 'figures', today], figuresCsv(figures));
}
