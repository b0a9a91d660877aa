import { Form, Link } from 'react-router';
import { listTeamsWithCoaches } from '~/features/coaching/handover/assignment-queries.server';
import { canInvite } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { counted } from '~/lib/number-format';
import { throwNotFound } from '~/platform/problem-response.server';
import { Button, ButtonLink } from '~/ui/button';
import { Card, EmptyState } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import { PageLinks } from '~/ui/page-links';
import type { Route } from './+types/coaches';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { database, actor, today } = signedIn(context);
  if (!canInvite(actor)) throwNotFound();
  const params = new URL(request.url).searchParams;
  const search = (params.get('search') ?? '').trim().slice(0, 80);
  const page = Math.max(1, Math.min(10_000, Number.parseInt(params.get('page') ?? '1', 10) || 1));
  return {
    ...(await listTeamsWithCoaches(database.reader, actor, { search, page, today })),
    ...{ search, page },
  };
}

export default function Coaches({ loaderData }: Route.ComponentProps) {
  const { teams, total, pages, page, search } = loaderData;
  const pagePath = (to: number) =>
    `/admin/coaches?${new URLSearchParams({ ...(search ? { search } : {}), page: String(to) }).toString()}`;
  return (
    <div className="mx-auto max-w-[820px]">
      <title>Coaches · Boldline</title>
      <PageHeader
        title="Who coaches whom"
        lead={search ? `${counted(total, 'team')} with “${search}”.` : counted(total, 'team')}
      />
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
        <EmptyState
          title={search ? 'No team found.' : 'No teams yet.'}
          action={search ? <ButtonLink to="/admin/coaches">All teams</ButtonLink> : null}
        >
          {search
            ? 'Try a part of the school’s or the team’s name.'
            : 'A team is made by the first invitation that names it.'}
        </EmptyState>
      ) : (
        <Card className="py-1!">
          <ul className="divide-y divide-line">
            {teams.map((team) => (
              <li
                key={team.id}
                className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5"
              >
                <span>
                  <span className="block font-semibold">{team.name}</span>
                  <span className="block text-sm text-soft">{team.schoolName}</span>
                </span>
                <Link to={`/coaching/${team.id}/handover`} className="inline-flex min-h-11 items-center">
                  {team.coaches.length > 0 ? team.coaches.join(', ') : 'Give it a coach'}
                  <span className="sr-only">, {team.name}: change who coaches it</span>
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
