import { Link } from 'react-router';
import { SharedMeasureCard } from '~/features/measures/shared/shared-measure-card';
import { listSharedMeasuresOfCohort } from '~/features/measures/shared/shared-measure-queries.server';
import { findCohort, listTeamsOfCohort } from '~/features/people/cohort-queries.server';
import { facilitates } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { counted } from '~/lib/number-format';
import { formatDay } from '~/lib/school-day';
import { found } from '~/platform/problem-response.server';
import { ButtonLink } from '~/ui/button';
import { Card, EmptyState } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/cohort';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const cohort = found(await findCohort(db, actor, params.cohort));
  const asked = Number.parseInt(new URL(request.url).searchParams.get('page') ?? '1', 10) || 1;
  const page = Math.max(1, Math.min(10_000, asked));
  return {
    cohort,
    page,
    today,
    timeZone: network.timeZone,
    mayChange: facilitates(actor, cohort.id),
    teams: await listTeamsOfCohort(db, actor, { cohortId: cohort.id, page }),
    measures: await listSharedMeasuresOfCohort(db, actor, cohort.id),
  };
}

type Loaded = Route.ComponentProps['loaderData'];

function Teams({ cohort, teams, page }: Pick<Loaded, 'cohort' | 'teams' | 'page'>) {
  const pagePath = (to: number) => `/cohorts/${cohort.id}?page=${to}#teams`;
  return (
    <section aria-labelledby="teams">
      <h2 id="teams" className="mb-3 scroll-mt-4">
        Teams
      </h2>
      {teams.teams.length === 0 ? (
        <EmptyState title="No team yet.">A team belongs to a cohort from its first invitation on.</EmptyState>
      ) : (
        <Card className="py-2!">
          <ul className="gap-x-8 sm:columns-2">
            {teams.teams.map((team) => (
              <li key={team.id} className="break-inside-avoid py-2">
                {team.isReadable ? (
                  <Link to={`/teams/${team.id}`} className="block min-h-6 font-semibold">
                    {team.name}
                  </Link>
                ) : (
                  <span className="block font-semibold">{team.name}</span>
                )}
                <span className="block text-sm text-soft">{team.schoolName}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {teams.pages > 1 ? (
        <nav aria-label="Pages of teams" className="mt-4 flex items-center justify-between">
          {page > 1 ? <ButtonLink to={pagePath(page - 1)}>Earlier</ButtonLink> : <span />}
          <span className="text-sm text-soft">
            Page {page} of {teams.pages}
          </span>
          {page < teams.pages ? <ButtonLink to={pagePath(page + 1)}>Later</ButtonLink> : <span />}
        </nav>
      ) : null}
    </section>
  );
}

export default function CohortPage({ loaderData }: Route.ComponentProps) {
  const { cohort, page, today, timeZone, mayChange, teams, measures } = loaderData;
  const addPath = `/cohorts/${cohort.id}/shared-measures/new`;
  return (
    <div className="mx-auto max-w-[820px] space-y-8">
      <title>{`${cohort.name} · Boldline`}</title>
      <PageHeader
        above="Cohort"
        title={cohort.name}
        lead={`${formatDay(cohort.startsOn, '')} to ${formatDay(cohort.endsOn, '')}, ${cohort.endsOn < today ? 'finished' : 'running'}. ${counted(teams.total, 'team')}.`}
        action={
          <>
            <ButtonLink to={`/syntheses?cohort=${cohort.id}`}>Syntheses</ButtonLink>
            <ButtonLink to={`/measures?cohort=${cohort.id}`}>Measures at a glance</ButtonLink>
            {mayChange ? <ButtonLink to={`/cohorts/${cohort.id}/reports`}>Reports</ButtonLink> : null}
          </>
        }
      />
      <section aria-labelledby="shared-measures">
        <div className="mb-3 flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-0 flex-1 basis-72">
            <h2 id="shared-measures">Shared measures</h2>
            <p className="mt-1 max-w-[70ch] text-soft">
              Defined once for the cohort; teams adopt them as they are, so that everybody counts the same.
            </p>
          </div>
          {mayChange && measures.length > 0 ? (
            <ButtonLink to={addPath} tone="primary">
              Add a shared measure
            </ButtonLink>
          ) : null}
        </div>
        {measures.length > 0 ? (
          <div className="space-y-4">
            {measures.map((measure) => (
              <SharedMeasureCard
                key={measure.id}
                {...{ measure, teams: teams.total, mayChange, today, timeZone }}
              />
            ))}
          </div>
        ) : (
          <EmptyState
            title="No shared measure yet."
            action={
              mayChange ? (
                <ButtonLink to={addPath} tone="primary">
                  Add a shared measure
                </ButtonLink>
              ) : null
            }
          >
            Two or three that every team can count, such as “In class by the bell”, and one that shows what
            the work costs elsewhere.
          </EmptyState>
        )}
      </section>
      <Teams {...{ cohort, teams, page }} />
    </div>
  );
}
