import { Link } from 'react-router';
import { CohortFrame } from '~/features/cohorts/glance/cohort-frame';
import { CohortList } from '~/features/cohorts/glance/cohort-list';
import { findFacilitatedCohort } from '~/features/cohorts/glance/facilitated-cohort.server';
import { quietCountWords, quietWords } from '~/features/cohorts/glance/quiet/quiet';
import { listQuietTeams } from '~/features/cohorts/glance/quiet/quiet-queries.server';
import {
  everyTeam,
  listPath,
  pagesOf,
  pageSize,
  teamsFilterOf,
} from '~/features/cohorts/glance/teams-filter';
import { signedIn } from '~/features/people/request-actor.server';
import { found } from '~/platform/problem-response.server';
import type { Route } from './+types/quiet';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const cohort = found(await findFacilitatedCohort(db, actor, params.cohort));
  const quiet = await listQuietTeams(db, cohort, { today, timeZone: network.timeZone });
  const pages = pagesOf(quiet.teams.length);
  const page = Math.min(teamsFilterOf(new URL(request.url).searchParams).page, pages);
  const teams = quiet.teams.slice((page - 1) * pageSize, page * pageSize);
  return { cohort, teams, words: quietCountWords(quiet), page, pages, today };
}

export default function QuietTeams({ loaderData }: Route.ComponentProps) {
  const { cohort, teams, words, page, pages, today } = loaderData;
  const here = `/cohorts/${cohort.id}/quiet`;
  return (
    <CohortFrame
      cohort={cohort}
      title="Quiet teams"
      lead={`${words} Days off are not counted; steps of a coach and posts say nothing of it. By school and name.`}
      csvPath={`${here}.csv`}
    >
      <CohortList
        rows={teams}
        keyOf={({ teamId }) => teamId}
        {...{ page, pages }}
        pathOf={(to) => listPath(here, { ...everyTeam, page: to })}
        empty={{
          title: 'Nobody is quiet.',
          words: 'No team has been without a step for three weeks.',
        }}
      >
        {(one) => (
          <>
            <Link to={`/coaching/${one.teamId}`} className="inline-block min-h-6 font-semibold">
              {one.teamName}
            </Link>
            <span className="block text-sm text-soft">{one.schoolName}</span>
            <span className="block text-sm">{quietWords(one, today)}</span>
          </>
        )}
      </CohortList>
    </CohortFrame>
  );
}
