import { Link } from 'react-router';
import { askedWeeks } from '~/features/cohorts/glance/asked';
import { CohortNav } from '~/features/cohorts/glance/cohort-nav';
import { asFacilitated, listLeasOfCohort } from '~/features/cohorts/glance/facilitated-cohort.server';
import { FigureCards } from '~/features/cohorts/glance/figure-cards';
import { loadFigures } from '~/features/cohorts/glance/figures-queries.server';
import { pooledLines, PooledList } from '~/features/cohorts/glance/measures/pooled-list';
import { teamsFilterOf } from '~/features/cohorts/glance/teams-filter';
import { loadParticipation } from '~/features/cohorts/glance/weeks/participation-queries.server';
import { ParticipationSection } from '~/features/cohorts/glance/weeks/participation-section';
import { weeksOf } from '~/features/cohorts/glance/weeks/school-weeks';
import { loadPooledSeries } from '~/features/cohorts/pooled/pooled-queries.server';
import { yearWords } from '~/features/cohorts/year-words';
import { audienceIdsOf } from '~/features/feed/post-scope.server';
import { SharedMeasureCard } from '~/features/measures/shared/shared-measure-card';
import { listSharedMeasuresOfCohort } from '~/features/measures/shared/shared-measure-queries.server';
import type { Actor, Network } from '~/features/people/actor';
import type { Cohort } from '~/features/people/cohort';
import { findCohort, listTeamsOfCohort } from '~/features/people/cohort-queries.server';
import { signedIn } from '~/features/people/request-actor.server';
import { counted } from '~/lib/number-format';
import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { found } from '~/platform/problem-response.server';
import { ButtonLink } from '~/ui/button';
import { Card, EmptyState } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import { PrintButton } from '~/ui/print-button';
import type { Route } from './+types/cohort';

type Asking = { actor: Actor; network: Network; now: number; today: SchoolDay; search: URLSearchParams };

/** What facilitators of the cohort see of it; null for everybody else. */
async function loadGlance(db: Connection, read: Cohort, asking: Asking) {
  const { actor, network, now, today, search } = asking;
  const cohort = asFacilitated(actor, read);
  if (cohort === null) return null;
  const { timeZone } = network;
  const asked = askedWeeks(search);
  const window = weeksOf(cohort, today, asked);
  const audienceIds = await audienceIdsOf(db, actor);
  const filter = teamsFilterOf(search);
  const { mondays } = window;
  return {
    ...{ window, filter, until: asked.until === null ? null : (mondays.at(-1) ?? null) },
    leas: await listLeasOfCohort(db, cohort),
    figures: await loadFigures(db, cohort, { audienceIds, now, today, timeZone }),
    participation: await loadParticipation(db, cohort, {
      ...{ filter, paged: true, mondays, audienceIds, timeZone, today },
    }),
  };
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, network, now, today } = signedIn(context);
  const db = database.reader;
  const cohort = found(await findCohort(db, actor, params.cohort));
  const search = new URL(request.url).searchParams;
  const glance = await loadGlance(db, cohort, { actor, network, now, today, search });
  const { page } = teamsFilterOf(search);
  const { minimumGroup: minimum, runChartRules: rules } = network;
  const pooled = await loadPooledSeries(db, cohort.id, { minimum, rules, today });
  return {
    cohort,
    page,
    today,
    timeZone: network.timeZone,
    glance,
    teams: await listTeamsOfCohort(db, actor, { cohortId: cohort.id, page }),
    measures: await listSharedMeasuresOfCohort(db, actor, cohort.id),
    pooled: pooled.map((one) => pooledLines(one, minimum)),
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
  const { cohort, page, today, timeZone, glance, teams, measures, pooled } = loaderData;
  const mayChange = glance !== null;
  const addPath = `/cohorts/${cohort.id}/shared-measures/new`;
  return (
    <div className={glance ? 'mx-auto max-w-[1180px] space-y-8' : 'mx-auto max-w-[820px] space-y-8'}>
      <title>{`${cohort.name} · Boldline`}</title>
      <PageHeader
        above="Cohort"
        title={cohort.name}
        lead={`${formatDay(cohort.startsOn, '')} to ${formatDay(cohort.endsOn, '')}, ${yearWords(cohort, today)}. ${teams.total === 0 ? 'No team yet.' : `${counted(teams.total, 'team')}.`}`}
        action={
          <>
            <ButtonLink to={`/syntheses?cohort=${cohort.id}`}>Syntheses</ButtonLink>
            <ButtonLink to={`/measures?cohort=${cohort.id}`}>Every team’s charts</ButtonLink>
            {mayChange ? <ButtonLink to={`/cohorts/${cohort.id}/reports`}>Reports</ButtonLink> : null}
            {glance ? <PrintButton tone="secondary">Print</PrintButton> : null}
          </>
        }
      />
      {glance ? (
        <>
          <CohortNav cohortId={cohort.id} />
          {teams.total === 0 ? (
            <EmptyState
              title="No team yet."
              action={
                <ButtonLink to="/invitations" tone="primary">
                  Invite people
                </ButtonLink>
              }
            >
              A team belongs to a cohort from its first invitation on. Its cycles, numbers and weeks show
              here.
            </EmptyState>
          ) : (
            <>
              <FigureCards cohortId={cohort.id} figures={glance.figures} today={today} />
              <ParticipationSection cohortId={cohort.id} {...{ ...glance, today }} />
            </>
          )}
        </>
      ) : null}
      <section aria-labelledby="shared-measures" className="print:break-before-page">
        <div className="mb-3 flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-0 flex-1 basis-72">
            <h2 id="shared-measures">Shared measures</h2>
            <p className="mt-1 max-w-[70ch] text-soft">
              Defined once for the cohort; teams adopt them as they are, so that everybody counts the same.
            </p>
          </div>
          {mayChange && measures.length > 0 ? (
            <ButtonLink to={addPath} tone="primary" className="print:hidden">
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
              >
                {pooled
                  .filter(({ sharedMeasureId }) => sharedMeasureId === measure.id)
                  .map((one) => (
                    <PooledList key={one.sharedMeasureId} pooled={one} today={today} />
                  ))}
              </SharedMeasureCard>
            ))}
          </div>
        ) : (
          <EmptyState
            title="No shared measure yet."
            action={
              mayChange ? (
                <ButtonLink
                  to={addPath}
                  tone={teams.total === 0 ? 'secondary' : 'primary'}
                  className="print:hidden"
                >
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
      {glance ? null : <Teams {...{ cohort, teams, page }} />}
    </div>
  );
}
