import { Form } from 'react-router';
import { measureLevels } from '#db/vocabulary';
import { wallOrders } from '~/features/measures/wall/measure-wall';
import type { WallOrder } from '~/features/measures/wall/measure-wall';
import { MeasureWallView } from '~/features/measures/wall/measure-wall-view';
import { levelWords } from '~/features/measures/measure-words';
import { WallOrderChoice } from '~/features/measures/wall/wall-order';
import { loadMeasureWall } from '~/features/measures/wall/wall-queries.server';
import { findCohort } from '~/features/people/cohort-queries.server';
import { readsTeams } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { counted } from '~/lib/number-format';
import { found, throwNotFound } from '~/platform/problem-response.server';
import { Button, ButtonLink } from '~/ui/button';
import { EmptyState } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import { PageLinks } from '~/ui/page-links';
import type { Route } from './+types/wall';

function filterOf(search: URLSearchParams) {
  const order = wallOrders.find((one) => one === search.get('sort')) ?? 'set';
  const page = Math.max(1, Math.min(1000, Number.parseInt(search.get('page') ?? '1', 10) || 1));
  return {
    cohortId: search.get('cohort') || null,
    level: measureLevels.find((one) => one === search.get('level')) ?? null,
    search: (search.get('search') ?? '').trim().slice(0, 80),
    ...{ order, page },
  };
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  if (!readsTeams(actor)) throwNotFound();
  const db = database.reader;
  const filter = filterOf(new URL(request.url).searchParams);
  const cohort = filter.cohortId === null ? null : found(await findCohort(db, actor, filter.cohortId));
  const wall = await loadMeasureWall(db, actor, filter, { rules: network.runChartRules, today });
  return { filter, cohort, wall, today };
}

export default function Wall({ loaderData }: Route.ComponentProps) {
  const { filter, cohort, wall, today } = loaderData;
  const { cohortId, level, search, order } = filter;
  const pathOf = (part: { sort?: WallOrder; page?: number }) => {
    const sort = part.sort ?? order;
    const params = new URLSearchParams({
      ...(cohortId ? { cohort: cohortId } : {}),
      ...(level ? { level } : {}),
      ...(search ? { search } : {}),
      ...(sort === 'set' ? {} : { sort }),
      ...(part.page && part.page > 1 ? { page: String(part.page) } : {}),
    }).toString();
    return `/measures${params === '' ? '' : `?${params}`}`;
  };
  return (
    <div className="mx-auto max-w-[1180px]">
      <title>Measures · Boldline</title>
      <PageHeader
        above={cohort ? cohort.name : undefined}
        title="Measures"
        lead={`What the teams you read measure, each with a small run chart: ${counted(wall.charts, 'chart')}${search ? ` with “${search}”` : ''}.`}
      />
      <Form method="get" role="search" className="mb-4 flex flex-wrap items-end gap-3 print:hidden">
        {cohortId ? <input type="hidden" name="cohort" value={cohortId} /> : null}
        {order === 'set' ? null : <input type="hidden" name="sort" value={order} />}
        <label className="min-w-0 flex-1 basis-56 text-sm font-semibold">
          Measure, team or school
          <input name="search" type="search" defaultValue={search} className="control mt-1 font-normal" />
        </label>
        <label className="basis-44 text-sm font-semibold">
          Level
          <select name="level" defaultValue={level ?? ''} className="control mt-1 font-normal">
            <option value="">All levels</option>
            {measureLevels.map((one) => (
              <option key={one} value={one}>
                {levelWords[one].name}
              </option>
            ))}
          </select>
        </label>
        <Button>Show</Button>
      </Form>
      {wall.measures.length > 0 ? (
        <>
          <div className="mb-3">
            <WallOrderChoice order={order} usual="school and team" pathOf={(sort) => pathOf({ sort })} />
          </div>
          <MeasureWallView measures={wall.measures} today={today} />
        </>
      ) : (
        <EmptyState
          title="No measure found."
          action={search || level ? <ButtonLink to="/measures">All measures</ButtonLink> : null}
        >
          {search || level
            ? 'Try a part of the name, or all levels.'
            : 'The measures of your teams show here once they have some.'}
        </EmptyState>
      )}
      <PageLinks page={wall.page} pages={wall.pages} pathOf={(page) => pathOf({ page })} />
    </div>
  );
}
