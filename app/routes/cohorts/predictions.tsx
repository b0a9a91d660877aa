import { Link } from 'react-router';
import { confidences } from '#db/vocabulary';
import { askedPredictions } from '~/features/cohorts/glance/asked';
import { CohortFrame } from '~/features/cohorts/glance/cohort-frame';
import { CohortList, TeamLine } from '~/features/cohorts/glance/cohort-list';
import { findFacilitatedCohort, listLeasOfCohort } from '~/features/cohorts/glance/facilitated-cohort.server';
import { outcomes, outcomeWords } from '~/features/cohorts/glance/predictions/prediction-list';
import { listCohortPredictions } from '~/features/cohorts/glance/predictions/prediction-list-queries.server';
import { listPath } from '~/features/cohorts/glance/teams-filter';
import { FilterSelect, TeamsFilterForm } from '~/features/cohorts/glance/teams-filter-form';
import { confidenceWords } from '~/features/cycles/cycle-words';
import { signedIn } from '~/features/people/request-actor.server';
import { counted } from '~/lib/number-format';
import { found } from '~/platform/problem-response.server';
import type { Route } from './+types/predictions';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor } = signedIn(context);
  const db = database.reader;
  const cohort = found(await findFacilitatedCohort(db, actor, params.cohort));
  const asked = askedPredictions(new URL(request.url).searchParams);
  const list = await listCohortPredictions(db, cohort, asked);
  return { cohort, asked, list, leas: await listLeasOfCohort(db, cohort) };
}

const confidenceChoices = [
  ...confidences.map((step) => ({ id: String(step), name: confidenceWords[step] ?? '' })),
  { id: 'none', name: 'not said' },
];

export default function CohortPredictions({ loaderData }: Route.ComponentProps) {
  const { cohort, asked, list, leas } = loaderData;
  const { filter, outcome, confidence } = asked;
  const here = `/cohorts/${cohort.id}/predictions`;
  const filtered = filter.search !== '' || filter.leaId !== null || outcome !== null || confidence !== null;
  const pathOf = (page: number) => listPath(here, { ...filter, page }, { outcome, confidence });
  return (
    <CohortFrame
      cohort={cohort}
      title="Predictions"
      lead={`${counted(list.total, 'prediction')}, what teams expected and what came of it. A miss teaches as much as a hit.`}
      csvPath={listPath(`${here}.csv`, { ...filter, page: 1 }, { outcome, confidence })}
    >
      <TeamsFilterForm {...{ filter, leas }} clearPath={filtered ? here : null}>
        <FilterSelect
          name="outcome"
          label="What came of it"
          chosen={outcome}
          choices={outcomes.map((id) => ({ id, name: outcomeWords[id] }))}
          any="Anything"
        />
        <FilterSelect
          name="confidence"
          label="How sure"
          chosen={confidence}
          choices={confidenceChoices}
          any="Anything"
        />
      </TeamsFilterForm>
      <CohortList
        rows={list.predictions}
        keyOf={({ id }) => id}
        {...{ page: list.page, pages: list.pages, pathOf }}
        empty={
          filtered
            ? {
                title: 'No prediction found.',
                words: 'Try a part of the name, or predictions of any outcome.',
              }
            : {
                title: 'No prediction yet.',
                words: 'Teams write one in the plan of a cycle, before they have data.',
              }
        }
      >
        {(one) => (
          <>
            <Link to={`/cycles/${one.cycleId}/study`} className="inline-block min-h-6 font-semibold">
              {one.question}
            </Link>
            <TeamLine {...one} />
            <span className="block text-sm">
              {one.predicted}
              {one.because === '' ? '' : `, because ${one.because}`}
              {one.confidence === null ? '' : ` (${confidenceWords[one.confidence]})`}
            </span>
            <span className="block text-sm">
              <span className="font-semibold">{outcomeWords[one.verdict ?? 'open']}</span> · Cycle{' '}
              {one.cycleNumber}, {one.changeIdea}
            </span>
          </>
        )}
      </CohortList>
    </CohortFrame>
  );
}
