import { Link } from 'react-router';
import { feedbackTimeWords } from '~/features/coaching/reviews/median-feedback';
import { CohortFrame } from '~/features/cohorts/glance/cohort-frame';
import { CohortList, TeamLine } from '~/features/cohorts/glance/cohort-list';
import { findFacilitatedCohort } from '~/features/cohorts/glance/facilitated-cohort.server';
import { everyTeam, listPath, teamsFilterOf } from '~/features/cohorts/glance/teams-filter';
import { lagStretches, middleWords, medianLag } from '~/features/cohorts/glance/times/lag-rules';
import {
  listFeedback,
  loadLags,
  loadTimeToFeedback,
} from '~/features/cohorts/glance/times/times-queries.server';
import { signedIn } from '~/features/people/request-actor.server';
import { counted } from '~/lib/number-format';
import { formatDay } from '~/lib/school-day';
import { found } from '~/platform/problem-response.server';
import { EmptyState } from '~/ui/card';
import type { Route } from './+types/times';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, network, now, today } = signedIn(context);
  const db = database.reader;
  const { timeZone } = network;
  const cohort = found(await findFacilitatedCohort(db, actor, params.cohort));
  const lags = await loadLags(db, cohort, { now, today, timeZone });
  const { page } = teamsFilterOf(new URL(request.url).searchParams);
  return {
    ...{ cohort, today, middle: medianLag(lags), stretches: lagStretches(lags) },
    toFeedback: await loadTimeToFeedback(db, cohort, timeZone),
    feedback: await listFeedback(db, cohort, { page, timeZone }),
  };
}

export default function CohortTimes({ loaderData }: Route.ComponentProps) {
  const { cohort, today, middle, stretches, toFeedback, feedback } = loaderData;
  const here = `/cohorts/${cohort.id}/times`;
  return (
    <CohortFrame
      cohort={cohort}
      title="Times"
      lead="How soon numbers are in, and how soon coaches’ words are back. Of all teams together."
      csvPath={`/cohorts/${cohort.id}/feedback.csv`}
    >
      <section aria-labelledby="log" className="mb-8">
        <h2 id="log" className="mb-2 scroll-mt-4">
          Until a number is logged
        </h2>
        {middle === null ? (
          <EmptyState title="No number lately.">
            Numbers that people typed in the last twelve weeks are counted here.
          </EmptyState>
        ) : (
          <>
            <p className="mb-2">
              Half of {counted(middle.numbers, 'number')} of the last twelve weeks {middleWords(middle.days)}.
              Imported files bring old numbers and are not counted.
            </p>
            <table className="w-full max-w-md text-left">
              <thead>
                <tr className="border-b border-strong text-sm">
                  <th scope="col" className="py-1.5">
                    Logged
                  </th>
                  <th scope="col" className="py-1.5 text-right">
                    Numbers
                  </th>
                </tr>
              </thead>
              <tbody>
                {stretches.map(({ words, n }) => (
                  <tr key={words} className="border-b border-line last:border-0">
                    <th scope="row" className="py-1.5 font-normal">
                      {words}
                    </th>
                    <td className="py-1.5 text-right tabular-nums">{n}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </section>
      <section aria-labelledby="feedback">
        <h2 id="feedback" className="mb-2 scroll-mt-4">
          Until a coach’s words are back
        </h2>
        {toFeedback === null ? null : (
          <p className="mb-3">
            Half of {counted(toFeedback.answered, 'answer')} to {counted(toFeedback.asked, 'request')} were
            back within {feedbackTimeWords(toFeedback.ms)}.
          </p>
        )}
        <CohortList
          rows={feedback.requests}
          keyOf={({ reviewId }) => reviewId}
          {...{ page: feedback.page, pages: feedback.pages }}
          pathOf={(to) => `${listPath(here, { ...everyTeam, page: to })}#feedback`}
          empty={{
            title: 'Nothing asked for yet.',
            words: 'What teams ask a coach to read shows here, the newest first.',
          }}
        >
          {(one) => (
            <>
              <Link to={`/cycles/${one.cycleId}/review`} className="inline-block min-h-6 font-semibold">
                Cycle {one.cycleNumber}, {one.changeIdea}
              </Link>
              <TeamLine {...one} />
              <span className="block text-sm">
                Asked on {formatDay(one.askedOn, today)};{' '}
                {one.waited === null
                  ? 'no words back yet'
                  : `words back after ${feedbackTimeWords(one.waited)}`}
              </span>
            </>
          )}
        </CohortList>
      </section>
    </CohortFrame>
  );
}
