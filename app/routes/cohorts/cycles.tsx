import { Link } from 'react-router';
import { askedCycles } from '~/features/cohorts/glance/asked';
import { CohortFrame } from '~/features/cohorts/glance/cohort-frame';
import { CohortList, TeamLine } from '~/features/cohorts/glance/cohort-list';
import { listCohortCycles } from '~/features/cohorts/glance/cycles/cycle-list-queries.server';
import { findFacilitatedCohort, listLeasOfCohort } from '~/features/cohorts/glance/facilitated-cohort.server';
import { standings, standingWords } from '~/features/cohorts/glance/standing';
import { listPath } from '~/features/cohorts/glance/teams-filter';
import { FilterSelect, TeamsFilterForm } from '~/features/cohorts/glance/teams-filter-form';
import { scaleWords } from '~/features/cycles/cycle-words';
import { signedIn } from '~/features/people/request-actor.server';
import { counted } from '~/lib/number-format';
import { formatSpan } from '~/lib/school-day';
import { found } from '~/platform/problem-response.server';
import type { Route } from './+types/cycles';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, today } = signedIn(context);
  const db = database.reader;
  const cohort = found(await findFacilitatedCohort(db, actor, params.cohort));
  const asked = askedCycles(new URL(request.url).searchParams);
  const list = await listCohortCycles(db, cohort, asked);
  return { cohort, asked, list, today, leas: await listLeasOfCohort(db, cohort) };
}

export default function CohortCycles({ loaderData }: Route.ComponentProps) {
  const { cohort, asked, list, today, leas } = loaderData;
  const { filter, standing } = asked;
  const here = `/cohorts/${cohort.id}/cycles`;
  const filtered = filter.search !== '' || filter.leaId !== null || standing !== null;
  const pathOf = (page: number) => listPath(here, { ...filter, page }, { standing });
  return (
    <CohortFrame
      cohort={cohort}
      title="Cycles"
      lead={`${counted(list.total, 'cycle')}${standing === null ? '' : `, ${standingWords(standing).toLowerCase()}`}, by school and team.`}
      csvPath={listPath(`${here}.csv`, { ...filter, page: 1 }, { standing })}
    >
      <TeamsFilterForm {...{ filter, leas }} clearPath={filtered ? here : null}>
        <FilterSelect
          name="standing"
          label="Where it stands"
          chosen={standing}
          choices={standings.map((id) => ({ id, name: standingWords(id) }))}
          any="Anywhere"
        />
      </TeamsFilterForm>
      <CohortList
        rows={list.cycles}
        keyOf={({ id }) => id}
        {...{ page: list.page, pages: list.pages, pathOf }}
        empty={
          filtered
            ? { title: 'No cycle found.', words: 'Try a part of the name, or cycles that stand anywhere.' }
            : {
                title: 'No cycle yet.',
                words: 'The cycles of the cohort’s teams show here from their first plan on.',
              }
        }
      >
        {(one) => (
          <>
            <Link to={`/cycles/${one.id}`} className="inline-block min-h-6 font-semibold">
              Cycle {one.number}, {one.changeIdea}
            </Link>
            <TeamLine {...one} />
            <span className="block text-sm">
              {standingWords(one.standing)}, {scaleWords[one.scale]},{' '}
              {formatSpan(one.plannedStart, one.plannedEnd, today)}
            </span>
          </>
        )}
      </CohortList>
    </CohortFrame>
  );
}
