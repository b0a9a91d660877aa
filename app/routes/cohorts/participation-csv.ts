import { askedWeeks } from '~/features/cohorts/glance/asked';
import { participationCsv } from '~/features/cohorts/glance/glance-csv';
import { teamsFilterOf } from '~/features/cohorts/glance/teams-filter';
import { loadParticipation } from '~/features/cohorts/glance/weeks/participation-queries.server';
import { weeksOf } from '~/features/cohorts/glance/weeks/school-weeks';
import { audienceIdsOf } from '~/features/feed/post-scope.server';
import { csvAnswer } from '~/features/cohorts/glance/csv-answer';
import { findFacilitatedCohort } from '~/features/cohorts/glance/facilitated-cohort.server';
import { signedIn } from '~/features/people/request-actor.server';
import { found } from '~/platform/problem-response.server';
import type { Route } from './+types/participation-csv';

/** Teams and weeks as the page shows them, all teams of them. For the cohort's facilitators. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const cohort = found(await findFacilitatedCohort(db, actor, params.cohort));
  const search = new URL(request.url).searchParams;
  const participation = await loadParticipation(db, cohort, {
    ...{ filter: teamsFilterOf(search), paged: false, today, timeZone: network.timeZone },
    mondays: weeksOf(cohort, today, askedWeeks(search)).mondays,
    audienceIds: await audienceIdsOf(db, actor),
  });
  return csvAnswer([cohort.name, 'participation', today], participationCsv(participation));
}
