import { v7 as uuidv7 } from 'uuid';
import type { RunChartRules } from '#db/vocabulary';
import { checkCycle } from '~/features/coaching/checklist/checklist-rules';
import type { Cycle, CycleTeam } from '~/features/cycles/cycle';
import { loadEvidence } from '~/features/cycles/cycle-charts.server';
import { changedTexts, cycleTexts } from '~/features/cycles/cycle-texts';
import { listMeasuresOfTeam } from '~/features/measures/measure-queries.server';
import type { Actor } from '~/features/people/actor';
import { coachesTeam, worksInTeam } from '~/features/people/people-policy';
import type { Connection } from '~/platform/database.server';
import { askedOf } from './asked-words';
import { waitsForTeam } from './comment-state';
import { commentViews, dayWords } from './comment-views.server';
import type { Calendar } from './comment-views.server';
import { loadMedianFeedback } from './feedback-queries.server';
import { feedbackTimeWords } from './median-feedback';
import { findParent } from '../checklist/checklist-queries.server';
import type { Review, ReviewStep } from './review';
import type { CheckView, ReviewPage } from './review-page';
import {
  findTextsThen,
  listComments,
  listMarks,
  listReviewsOfCycle,
  listSteps,
} from './review-queries.server';
import { isOpenReview, mayMove, moveBelongsTo, reviewMoves } from './review-stages';
import type { ReviewMove } from './review-stages';
import { reviewStageWords, standingWords, stepSentence } from './review-words';
import { stageViews } from './stage-views.server';

const ever = Number.MAX_SAFE_INTEGER;

type Asked = {
  cycle: Cycle;
  team: CycleTeam;
  /** An earlier review to show; null shows the newest. */
  reviewId: string | null;
};
type Network = Calendar & { rules: RunChartRules };

/** A cycle as its coach reads it, with the review that stands or was asked for. Null where that review is not of this cycle. */
export async function loadReviewPage(
  db: Connection,
  actor: Actor,
  { cycle, team, reviewId }: Asked,
  network: Network,
): Promise<ReviewPage | null> {
  const reviews = await listReviewsOfCycle(db, actor, cycle.id);
  const shown =
    reviewId === null ? (reviews[0] ?? null) : (reviews.find(({ id }) => id === reviewId) ?? null);
  if (reviewId !== null && shown === null) return null;
  const isCoach = coachesTeam(actor, cycle.teamId);
  const isMember = worksInTeam(actor, cycle.teamId);
  const measures = await listMeasuresOfTeam(db, actor, cycle.teamId);
  const texts = cycleTexts(cycle, measures);
  const evidence = await loadEvidence(db, actor, cycle, measures, network);
  const comments = shown === null ? [] : await listComments(db, shown.id, { isCoach });
  const steps = shown === null ? [] : await listSteps(db, shown.id);
  const marks = shown === null ? [] : await listMarks(db, shown.id, { isCoach });
  const then = await findTextsThen(db, cycle.id, shown?.endedAt ?? ever);
  const before = then === null ? new Map<string, string>() : changedTexts(then.texts, texts);
  const views = commentViews(
    comments,
    { reviewId: shown?.id ?? '', cycle, texts, personId: actor.personId },
    network,
  );
  const open = views.filter(waitsForTeam);
  const median = isCoach ? await loadMedianFeedback(db, actor.personId) : null;
  const isNewest = shown === null || shown.id === reviews[0]?.id;
  const isOpen = shown !== null && isOpenReview(shown.stage);
  const isReading = shown?.stage === 'in_progress' && shown.coach?.id === actor.personId && isCoach;
  return {
    ...{ cycle, team, review: shown, isNewest, today: network.today },
    standing:
      shown === null ? '' : standingWords(shown, { open: askedOf(open), isMember, personId: actor.personId }),
    open: open.map(({ id, about }) => ({ id, about })),
    stages: stageViews({ cycle, measures, texts, before, evidence, comments: views }, network),
    checks: checkViews(
      checkCycle({ cycle, parent: await findParent(db, actor, cycle), evidence }),
      marks.map((mark) => ({ ...mark, on: dayWords(mark.markedAt, network) })),
    ),
    changedSince: then === null || before.size === 0 ? null : dayWords(then.at, network),
    steps: stepViews(steps, network),
    earlier: reviews.map((review) => ({
      id: review.id,
      words: `${reviewStageWords[review.stage]}, ${dayWords(review.endedAt ?? review.beganAt, network)}${review.coach ? ` · ${review.coach.name}` : ''}`,
      isShown: review.id === shown?.id,
    })),
    may: {
      comment: isReading,
      answer: isMember || isCoach,
      withdraw: isCoach,
      begin: isCoach && isNewest && !isOpen,
      request: isMember && isNewest && !isOpen && team.coaches.length > 0,
    },
    moves: shown === null ? [] : movesOf(shown, { isCoach, isMember, personId: actor.personId }),
    newIds: { step: uuidv7(), review: uuidv7() },
    medianFeedback: median && { words: feedbackTimeWords(median.medianMs), count: median.count },
  };
}

function checkViews(
  lines: ReturnType<typeof checkCycle>,
  marks: NonNullable<CheckView['own']>[],
): CheckView[] {
  return lines.map((line) => ({ ...line, own: marks.find((mark) => mark.line === line.line) ?? null }));
}

function stepViews(steps: ReviewStep[], calendar: Calendar): ReviewPage['steps'] {
  return steps.map(({ id, toStage, note, takenBy, takenAt }, index) => ({
    ...{ id, note, sentence: stepSentence(toStage, index === 0) },
    ...{ by: takenBy.name, on: dayWords(takenAt, calendar) },
  }));
}

function movesOf(
  { stage, coach, feedbackAt }: Review,
  { isCoach, isMember, personId }: { isCoach: boolean; isMember: boolean; personId: string },
): ReviewMove[] {
  return reviewMoves.filter(
    (move) =>
      (moveBelongsTo[move] === 'coach' ? isCoach : isMember) &&
      mayMove({ stage, coachId: coach?.id ?? null, feedbackAt }, move, personId),
  );
}
