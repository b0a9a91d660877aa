import { Link } from 'react-router';
import { CohortFrame } from '~/features/cohorts/glance/cohort-frame';
import { asFacilitated, listLeasOfCohort } from '~/features/cohorts/glance/facilitated-cohort.server';
import { pooledLines, PooledList } from '~/features/cohorts/glance/measures/pooled-list';
import { loadTeamCharts } from '~/features/cohorts/glance/measures/team-charts-queries.server';
import { TeamMultiples } from '~/features/cohorts/glance/measures/team-multiples';
import { listPath, teamsFilterOf } from '~/features/cohorts/glance/teams-filter';
import { TeamsFilterForm } from '~/features/cohorts/glance/teams-filter-form';
import { loadPooledSeries } from '~/features/cohorts/pooled/pooled-queries.server';
import { findCohort } from '~/features/people/cohort-queries.server';
import { signedIn } from '~/features/people/request-actor.server';
import { counted } from '~/lib/number-format';
import { found } from '~/platform/problem-response.server';
import { ButtonLink } from '~/ui/button';
import { Card, EmptyState } from '~/ui/card';
import { PageLinks } from '~/ui/page-links';
import type { Route } from './+types/measures';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const { minimumGroup: minimum, runChartRules: rules } = network;
  const cohort = found(await findCohort(db, actor, params.cohort));
  const own = asFacilitated(actor, cohort);
  const search = new URL(request.url).searchParams;
  const filter = teamsFilterOf(search);
  const pooled = await loadPooledSeries(db, cohort.id, { minimum, rules, today });
  const asked = search.get('measure');
  const chosen = asked === null ? pooled[0] : found(pooled.find((one) => one.sharedMeasureId === asked));
  const sharedMeasureId = chosen?.sharedMeasureId ?? null;
  const teams =
    own === null || sharedMeasureId === null
      ? null
      : await loadTeamCharts(db, own, { sharedMeasureId, filter, rules });
  return {
    ...{ cohort, filter, asked, today, teams, isOwn: own !== null },
    measures: pooled.map((one) => ({ id: one.sharedMeasureId, name: one.name, adopted: one.adopted })),
    chosen: chosen ? { ...pooledLines(chosen, minimum), adopted: chosen.adopted } : null,
    leas: own === null ? [] : await listLeasOfCohort(db, own),
  };
}

export default function CohortMeasures({ loaderData }: Route.ComponentProps) {
  const { cohort, filter, asked, today, teams, isOwn, measures, chosen, leas } = loaderData;
  const here = `/cohorts/${cohort.id}/measures`;
  const measure = chosen?.sharedMeasureId ?? null;
  const filtered = filter.search !== '' || filter.leaId !== null;
  const first = measures[0]?.id ?? null;
  const pathOf = (page: number) => listPath(here, { ...filter, page }, { measure: asked });
  return (
    <CohortFrame
      cohort={cohort}
      title="Shared measures"
      lead={
        isOwn
          ? 'What all teams see together; then each team by itself, which only the cohort’s facilitators see here.'
          : 'What the teams of the cohort see together, and no team’s own number in it.'
      }
      csvPath={isOwn ? `${here}.csv` : null}
      facilitates={isOwn}
      wide
    >
      {measures.length > 1 ? (
        <nav aria-label="Shared measures" className="mb-4 flex flex-wrap gap-x-5 print:hidden">
          {measures.map(({ id, name }) => (
            <Link
              key={id}
              to={id === first ? here : `${here}?measure=${id}`}
              aria-current={id === measure ? 'page' : undefined}
              className={`inline-flex min-h-8 items-center wrap-anywhere ${id === measure ? 'font-semibold text-ink no-underline' : 'text-soft'}`}
            >
              {name}
            </Link>
          ))}
        </nav>
      ) : null}
      {chosen === null ? (
        <EmptyState
          title="No shared measure yet."
          action={
            isOwn ? (
              <ButtonLink to={`/cohorts/${cohort.id}/shared-measures/new`} tone="primary">
                Add a shared measure
              </ButtonLink>
            ) : null
          }
        >
          One that every team counts alike can be seen over all of them.
        </EmptyState>
      ) : (
        <>
          <Card labelledBy="pooled" className="mb-6">
            <h2 id="pooled" className="wrap-anywhere">
              {chosen.name}
            </h2>
            <p className="mb-2 text-sm text-soft">
              All teams together. {counted(chosen.adopted, 'team')} adopted it.
            </p>
            <PooledList pooled={chosen} today={today} />
          </Card>
          {teams === null ? null : (
            <section aria-labelledby="by-team" className="print:break-before-page">
              <h2 id="by-team" className="mb-2">
                In each team
              </h2>
              {teams.total > 0 || filtered ? (
                <TeamsFilterForm
                  {...{ filter, leas }}
                  clearPath={
                    filtered ? listPath(here, { search: '', leaId: null, page: 1 }, { measure: asked }) : null
                  }
                >
                  {asked === null ? null : <input type="hidden" name="measure" value={asked} />}
                </TeamsFilterForm>
              ) : null}
              {teams.teams.length === 0 ? (
                <EmptyState title={filtered ? 'No team found.' : 'No team has adopted it yet.'}>
                  {filtered
                    ? 'Try a part of the name, or all LEAs.'
                    : 'Teams adopt shared measures on their own page.'}
                </EmptyState>
              ) : (
                <TeamMultiples teams={teams.teams} today={today} />
              )}
              <PageLinks page={teams.page} pages={teams.pages} pathOf={pathOf} />
            </section>
          )}
        </>
      )}
    </CohortFrame>
  );
}
