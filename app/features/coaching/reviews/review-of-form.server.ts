import { redirect } from 'react-router';
import type { RouterContextProvider } from 'react-router';
import { findCycleTeam } from '~/features/cycles/cycle-team-queries.server';
import { cycleOf } from '~/features/cycles/request-cycle.server';
import { signedIn } from '~/features/people/request-actor.server';
import { found } from '~/platform/problem-response.server';
import type { ReviewPage } from './review-page';
import { loadReviewPage } from './review-page.server';
import { findReview } from './review-queries.server';

type Context = Readonly<RouterContextProvider>;

/** The page that a form of a review stood on, for what is said around it when it did not go through. */
export async function reviewOfForm(context: Context, reviewId: string): Promise<ReviewPage> {
  const { database, actor } = signedIn(context);
  const { cycleId } = found(await findReview(database.reader, actor, reviewId));
  return pageOfCycle(context, cycleId, reviewId);
}

async function pageOfCycle(context: Context, cycleId: string, reviewId: string): Promise<ReviewPage> {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const cycle = await cycleOf(context, cycleId);
  const team = found(await findCycleTeam(db, actor, cycle.teamId, today));
  const calendar = { rules: network.runChartRules, timeZone: network.timeZone, today };
  const page = await loadReviewPage(db, actor, { cycle, team, reviewId }, calendar);
  // A request that was taken back is shown nowhere; the cycle's review stands in its place.
  return page ?? found(await loadReviewPage(db, actor, { cycle, team, reviewId: null }, calendar));
}

type Named = { review?: string; comment?: string; cycle?: string };

/** Leads whoever opens the address of a review's form to the review itself. Out of reach is not found. */
export async function leadToReview(context: Context, { review, comment, cycle }: Named): Promise<never> {
  const { database, actor } = signedIn(context);
  if (review === undefined) {
    const { id } = await cycleOf(context, cycle ?? '');
    throw redirect(`/cycles/${id}/review`);
  }
  const { cycleId, stage } = found(await findReview(database.reader, actor, review));
  const which = stage === 'withdrawn' ? '' : `?review=${review}`;
  throw redirect(`/cycles/${cycleId}/review${which}${comment === undefined ? '' : `#comment-${comment}`}`);
}

type Asked = { request: Request; params: Named; context: Context };

/**
 * Middleware of the addresses that take a review's forms. A loader would run after every form too, so the way to the review
 * is led here.
 */
export async function formAddress(
  { request, params, context }: Asked,
  next: () => Promise<Response>,
): Promise<Response> {
  return request.method === 'GET' || request.method === 'HEAD' ? leadToReview(context, params) : next();
}
