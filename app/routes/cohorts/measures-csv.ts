import { pooledCsv } from '~/features/cohorts/glance/glance-csv';
import { loadPooledSeries } from '~/features/cohorts/pooled/pooled-queries.server';
import { csvAnswer } from '~/features/cohorts/glance/csv-answer';
import { findFacilitatedCohort } from '~/features/cohorts/glance/facilitated-cohort.server';
import { signedIn } from '~/features/people/request-actor.server';
import { found } from '~/platform/problem-response.server';
import type { Route } from './+types/measures-csv';

/** The shared measures pooled over teams, as released: no team's own number. For the cohort's facilitators. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const cohort = found(await findFacilitatedCohort(db, actor, params.cohort));
  const { minimumGroup: minimum, runChartRules: rules } = network;
  const pooled = await loadPooledSeries(db, cohort.id, { minimum, rules, today });
  return csvAnswer([cohort.name, 'shared measures', today], pooledCsv(pooled));
}
