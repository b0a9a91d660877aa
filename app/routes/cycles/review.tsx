import { Link } from 'react-router';
import { findCycleTeam } from '~/features/cycles/cycle-team-queries.server';
import { cycleOf } from '~/features/cycles/request-cycle.server';
import { ChecklistCard } from '~/features/coaching/reviews/checklist-card';
import { reachedStage } from '~/features/coaching/reviews/comment-anchor';
import { QuestionPromptsCard } from '~/features/coaching/reviews/question-prompts-card';
import { ReviewHeader } from '~/features/coaching/reviews/review-header';
import { loadReviewPage } from '~/features/coaching/reviews/review-page.server';
import { unreadIn } from '~/features/coaching/reviews/review-places';
import { StageReading } from '~/features/coaching/reviews/stage-reading';
import { HandOverForm, SendBackForm } from '~/features/coaching/reviews/hand-over-form';
import { worksInTeam } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { counted } from '~/lib/number-format';
import { found } from '~/platform/problem-response.server';
import type { Route } from './+types/review';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const cycle = await cycleOf(context, params.cycle);
  const team = found(await findCycleTeam(db, actor, cycle.teamId, today));
  const reviewId = new URL(request.url).searchParams.get('review');
  const page = await loadReviewPage(
    db,
    actor,
    { cycle, team, reviewId },
    { rules: network.runChartRules, timeZone: network.timeZone, today },
  );
  return { page: found(page), isMember: worksInTeam(actor, cycle.teamId) };
}

export default function ReviewOfCycle({ loaderData }: Route.ComponentProps) {
  const { page, isMember } = loaderData;
  const { cycle, review, may, moves } = page;
  const rights = {
    commentOn: may.comment && review ? review.id : null,
    mayAnswer: may.answer,
    mayEdit: isMember,
  };
  const at = review && { reviewId: review.id, stepId: page.newIds.step, version: review.version };
  return (
    <>
      <title>{`Review · ${cycle.changeIdea} · Boldline`}</title>
      <ReviewHeader page={page} isMember={isMember} />
      <div className="gap-8 lg:grid lg:grid-cols-[minmax(0,1fr)_330px] lg:grid-rows-[auto_1fr]">
        <div className="min-w-0 space-y-4">
          {page.stages.map((view) => (
            <StageReading key={view.stage} view={view} since={page.changedSince} rights={rights} />
          ))}
        </div>
        <aside
          aria-label="Beside the cycle"
          className="mt-4 space-y-4 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:mt-0"
        >
          <ChecklistCard checks={page.checks} markIn={rights.commentOn} />
          {rights.commentOn === null ? null : <QuestionPromptsCard stage={reachedStage(cycle)} />}
          <Earlier page={page} />
        </aside>
        <div className="mt-4 min-w-0">
          {at ? (
            <HandOverForm key={`hand-over ${at.version}`} at={at} moves={moves} unread={unreadIn(page)} />
          ) : null}
          {at && moves.includes('send_back') ? (
            <SendBackForm key={`send-back ${at.version}`} at={at} />
          ) : null}
          {page.medianFeedback === null ? null : (
            <p className="mt-4 text-sm text-soft">
              Your middle time from a request to your first words: {page.medianFeedback.words}, over{' '}
              {counted(page.medianFeedback.count, 'review')}. Only you see this.
            </p>
          )}
        </div>
      </div>
    </>
  );
}

function Earlier({ page }: Pick<Route.ComponentProps['loaderData'], 'page'>) {
  if (page.earlier.length < 2) return null;
  return (
    <nav aria-labelledby="all-reviews" className="px-1">
      <h2 id="all-reviews" className="text-base">
        Reviews of this cycle
      </h2>
      <ul className="mt-1 text-sm">
        {page.earlier.map(({ id, words, isShown }) => (
          <li key={id}>
            <Link
              to={`/cycles/${page.cycle.id}/review?review=${id}`}
              aria-current={isShown ? 'page' : undefined}
              className="inline-block min-h-6 aria-[current]:font-semibold"
            >
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
