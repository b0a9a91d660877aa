import { Link } from 'react-router';
import { CohortFrame } from '~/features/cohorts/glance/cohort-frame';
import { findFacilitatedCohort } from '~/features/cohorts/glance/facilitated-cohort.server';
import { postsCounted } from '~/features/cohorts/glance/weeks/participation-words';
import { TeamWeekView } from '~/features/cohorts/glance/weeks/team-week-view';
import { loadTeamWeek } from '~/features/cohorts/glance/weeks/team-week-queries.server';
import { audienceIdsOf } from '~/features/feed/post-scope.server';
import { signedIn } from '~/features/people/request-actor.server';
import { addDays, formatSpan, isSchoolDay, mondayOf } from '~/lib/school-day';
import { found } from '~/platform/problem-response.server';
import type { Route } from './+types/team-week';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const cohort = found(await findFacilitatedCohort(db, actor, params.cohort));
  const asked = new URL(request.url).searchParams.get('week') ?? '';
  const week = await loadTeamWeek(db, cohort, {
    ...{ teamId: params.team, today, timeZone: network.timeZone },
    monday: mondayOf(isSchoolDay(asked) ? asked : today),
    audienceIds: await audienceIdsOf(db, actor),
  });
  return { cohort, week: found(week), today };
}

export default function TeamWeekPage({ loaderData }: Route.ComponentProps) {
  const { cohort, week, today } = loaderData;
  const { team, monday } = week;
  const weekPath = (day: string) => `/cohorts/${cohort.id}/teams/${team.id}?week=${day}`;
  return (
    <CohortFrame
      cohort={cohort}
      title={`${team.name}, ${formatSpan(monday, addDays(monday, 6), today)}`}
      lead={team.schoolName}
      csvPath={null}
    >
      <p className="mb-4 flex flex-wrap gap-x-5 print:hidden">
        <Link to={weekPath(addDays(monday, -7))} className="inline-flex min-h-6 items-center">
          The week before
        </Link>
        <Link to={weekPath(addDays(monday, 7))} className="inline-flex min-h-6 items-center">
          The week after
        </Link>
        <Link to={`/coaching/${team.id}`} className="inline-flex min-h-6 items-center">
          The team’s whole story
        </Link>
      </p>
      <TeamWeekView week={week} today={today} />
      <p className="mt-4 max-w-[70ch] text-sm text-soft">{postsCounted}</p>
    </CohortFrame>
  );
}
