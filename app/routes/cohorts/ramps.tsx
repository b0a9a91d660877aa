import { Link } from 'react-router';
import { askedRamps } from '~/features/cohorts/glance/asked';
import { CohortFrame } from '~/features/cohorts/glance/cohort-frame';
import { CohortList, TeamLine } from '~/features/cohorts/glance/cohort-list';
import { findFacilitatedCohort, listLeasOfCohort } from '~/features/cohorts/glance/facilitated-cohort.server';
import { lengthWords, rampLengths, scaleSpanWords } from '~/features/cohorts/glance/ramps/ramp-list';
import { listCohortRamps } from '~/features/cohorts/glance/ramps/ramp-list-queries.server';
import { standings, standingWords } from '~/features/cohorts/glance/standing';
import { listPath } from '~/features/cohorts/glance/teams-filter';
import { FilterSelect, TeamsFilterForm } from '~/features/cohorts/glance/teams-filter-form';
import { signedIn } from '~/features/people/request-actor.server';
import { counted } from '~/lib/number-format';
import { found } from '~/platform/problem-response.server';
import type { Route } from './+types/ramps';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor } = signedIn(context);
  const db = database.reader;
  const cohort = found(await findFacilitatedCohort(db, actor, params.cohort));
  const asked = askedRamps(new URL(request.url).searchParams);
  const list = await listCohortRamps(db, cohort, asked);
  return { cohort, asked, list, leas: await listLeasOfCohort(db, cohort) };
}

export default function CohortRamps({ loaderData }: Route.ComponentProps) {
  const { cohort, asked, list, leas } = loaderData;
  const { filter, ends, length } = asked;
  const here = `/cohorts/${cohort.id}/ramps`;
  const filtered = filter.search !== '' || filter.leaId !== null || ends !== null || length !== null;
  const pathOf = (page: number) => listPath(here, { ...filter, page }, { ends, length });
  return (
    <CohortFrame
      cohort={cohort}
      title="Ramps"
      lead={`${counted(list.total, 'ramp')}, by school and team: how far each change was carried, from small to wide.`}
      csvPath={listPath(`${here}.csv`, { ...filter, page: 1 }, { ends, length })}
    >
      <TeamsFilterForm {...{ filter, leas }} clearPath={filtered ? here : null}>
        <FilterSelect
          name="ends"
          label="Newest cycle"
          chosen={ends}
          choices={standings.map((id) => ({ id, name: standingWords(id) }))}
          any="Anywhere"
        />
        <FilterSelect
          name="length"
          label="Cycles"
          chosen={length}
          choices={rampLengths.map((id) => ({ id, name: lengthWords[id] }))}
          any="Any number"
        />
      </TeamsFilterForm>
      <CohortList
        rows={list.ramps}
        keyOf={({ id }) => id}
        {...{ page: list.page, pages: list.pages, pathOf }}
        empty={
          filtered
            ? { title: 'No ramp found.', words: 'Try a part of the name, or ramps of any length.' }
            : { title: 'No ramp yet.', words: 'A ramp begins with the first cycle on a change idea.' }
        }
      >
        {(one) => (
          <>
            <Link to={`/cycles/${one.lastCycleId}`} className="inline-block min-h-6 font-semibold">
              {one.changeIdea}
            </Link>
            <TeamLine {...one} />
            <span className="block text-sm">
              {counted(one.cycles, 'cycle')}, {scaleSpanWords(one)}; the newest: {standingWords(one.ends)}
            </span>
          </>
        )}
      </CohortList>
    </CohortFrame>
  );
}
