import { Form, Link, redirect } from 'react-router';
import { listCohorts } from '~/features/people/cohort-queries.server';
import { listTeams } from '~/features/people/place-queries.server';
import { memberTeamIds, readsTeams } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { counted } from '~/lib/number-format';
import { formatDay, schoolDayAt } from '~/lib/school-day';
import { throwNotFound } from '~/platform/problem-response.server';
import { Button, ButtonLink } from '~/ui/button';
import { Card, EmptyState } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import { PageLinks } from '~/ui/page-links';
import type { Route } from './+types/teams';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  if (!readsTeams(actor)) throwNotFound();
  const params = new URL(request.url).searchParams;
  const search = (params.get('search') ?? '').trim().slice(0, 80);
  const page = Math.max(1, Math.min(10_000, Number.parseInt(params.get('page') ?? '1', 10) || 1));
  const found = await listTeams(database.reader, actor, { search, page });
  const own = memberTeamIds(actor);
  if (search === '' && found.total === 1 && found.teams[0] && own.includes(found.teams[0].id))
    throw redirect(`/teams/${found.teams[0].id}`);
  const cohorts = await listCohorts(database.reader, actor);
  return { ...found, cohorts, search, page, today, timeZone: network.timeZone };
}

export default function Teams({ loaderData }: Route.ComponentProps) {
  const { teams, cohorts, total, pages, page, search, today, timeZone } = loaderData;
  const pagePath = (to: number) =>
    `/teams?${new URLSearchParams({ ...(search ? { search } : {}), page: String(to) }).toString()}`;
  return (
    <div className="mx-auto max-w-[820px]">
      <title>Teams · Boldline</title>
      <PageHeader
        title="Teams"
        lead={search ? `${counted(total, 'team')} with “${search}”.` : counted(total, 'team')}
      />
      {cohorts.length > 0 ? (
        <p className="-mt-3 mb-5 flex flex-wrap gap-x-4">
          <span className="text-soft">{cohorts.length === 1 ? 'Cohort:' : 'Cohorts:'}</span>
          {cohorts.map((cohort) => (
            <Link key={cohort.id} to={`/cohorts/${cohort.id}`} className="inline-block min-h-6">
              {cohort.name}
            </Link>
          ))}
        </p>
      ) : null}
      {total > 8 || search ? (
        <Form method="get" role="search" className="mb-4 flex gap-2">
          <input
            name="search"
            type="search"
            defaultValue={search}
            aria-label="Search by team or school"
            placeholder="Team or school"
            className="control"
          />
          <Button>Search</Button>
        </Form>
      ) : null}
      {teams.length === 0 ? (
        <EmptyState title="No team found." action={<ButtonLink to="/teams">All teams</ButtonLink>}>
          Try a part of the school’s or the team’s name.
        </EmptyState>
      ) : (
        <Card className="py-1!">
          <ul className="divide-y divide-line">
            {teams.map((team) => (
              <li key={team.id}>
                <Link
                  to={`/teams/${team.id}`}
                  className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 py-2.5 no-underline hover:underline"
                >
                  <span>
                    <span className="block font-semibold">{team.name}</span>
                    <span className="block text-sm text-soft">{team.schoolName}</span>
                  </span>
                  <span className="text-sm text-soft">
                    {team.openCycles === 0 ? 'no cycle now' : counted(team.openCycles, 'cycle')}
                    {team.lastActivity === null
                      ? ''
                      : `, last active ${formatDay(schoolDayAt(team.lastActivity, timeZone), today)}`}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <PageLinks {...{ page, pages }} pathOf={pagePath} />
    </div>
  );
}
