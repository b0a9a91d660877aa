import { Form } from 'react-router';
import { SynthesisCard } from '~/features/feed/syntheses/synthesis-card';
import { listSyntheses } from '~/features/feed/syntheses/synthesis-queries.server';
import { findCohort } from '~/features/people/cohort-queries.server';
import { signedIn } from '~/features/people/request-actor.server';
import { formatDay, schoolDayAt } from '~/lib/school-day';
import { Button, ButtonLink } from '~/ui/button';
import { EmptyState } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/syntheses';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const asked = new URL(request.url).searchParams;
  const page = Math.max(1, Math.min(10_000, Number.parseInt(asked.get('page') ?? '1', 10) || 1));
  const search = (asked.get('search') ?? '').trim().slice(0, 80);
  const cohortId = asked.get('cohort') || null;
  const { syntheses, ...rest } = await listSyntheses(db, actor, { cohortId, search, page });
  return {
    ...{ ...rest, page, search, cohortId },
    cohortName: cohortId === null ? null : ((await findCohort(db, actor, cohortId))?.name ?? null),
    syntheses: syntheses.map((synthesis) => ({
      synthesis,
      on: formatDay(schoolDayAt(synthesis.at, network.timeZone), today),
    })),
    mayBegin: actor.facilitatedCohortIds.length > 0,
  };
}

type Loaded = Route.ComponentProps['loaderData'];

function pathOf({ search, cohortId }: Pick<Loaded, 'search' | 'cohortId'>, page: number): string {
  const query = new URLSearchParams();
  if (search !== '') query.set('search', search);
  if (cohortId !== null) query.set('cohort', cohortId);
  if (page > 1) query.set('page', String(page));
  return query.size === 0 ? '/syntheses' : `/syntheses?${query.toString()}`;
}

function Pages({ loaded }: { loaded: Loaded }) {
  const { page, pages } = loaded;
  if (pages < 2) return null;
  return (
    <nav aria-label="Pages of syntheses" className="mt-6 flex items-center justify-between">
      {page > 1 ? <ButtonLink to={pathOf(loaded, page - 1)}>Newer</ButtonLink> : <span />}
      <span className="text-sm text-soft">
        Page {page} of {pages}
      </span>
      {page < pages ? <ButtonLink to={pathOf(loaded, page + 1)}>Older</ButtonLink> : <span />}
    </nav>
  );
}

export default function Syntheses({ loaderData }: Route.ComponentProps) {
  const { syntheses, total, pages, search, cohortId, cohortName, mayBegin } = loaderData;
  const beginPath = cohortName === null ? '/syntheses/new' : `/syntheses/new?cohort=${cohortId ?? ''}`;
  const isFiltered = search !== '' || cohortId !== null;
  const begin = (
    <ButtonLink to={beginPath} tone="primary">
      Begin a synthesis
    </ButtonLink>
  );
  return (
    <div className="mx-auto max-w-[820px]">
      <title>Syntheses · Boldline</title>
      <PageHeader
        above={cohortName}
        title="Syntheses"
        lead="What several tests show together: each claim with its evidence beneath."
        action={mayBegin && total > 0 ? begin : null}
      />
      {pages > 1 || search !== '' ? (
        <Form method="get" role="search" className="mb-5 flex flex-wrap items-end gap-3">
          {cohortId === null ? null : <input type="hidden" name="cohort" value={cohortId} />}
          <label className="min-w-0 flex-1 basis-64 font-semibold">
            Words of the title
            <input name="search" type="search" defaultValue={search} className="control mt-1 font-normal" />
          </label>
          <Button>Search</Button>
        </Form>
      ) : null}
      {syntheses.length > 0 ? (
        <ul className="space-y-4">
          {syntheses.map((one) => (
            <SynthesisCard key={one.synthesis.id} {...one} />
          ))}
        </ul>
      ) : isFiltered ? (
        <EmptyState
          title="No synthesis here."
          action={mayBegin && search === '' ? begin : <ButtonLink to="/syntheses">All syntheses</ButtonLink>}
        >
          {search === '' ? 'None of this cohort is published yet.' : `No title has “${search}” in it.`}
        </EmptyState>
      ) : (
        <EmptyState title="No synthesis yet." action={mayBegin ? begin : null}>
          A facilitator collects what teams shared and writes down what it shows together, such as “Frames
          help starters; finishers need the frame taken away”.
        </EmptyState>
      )}
      <Pages loaded={loaderData} />
    </div>
  );
}
