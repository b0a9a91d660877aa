import { v7 as uuidv7 } from 'uuid';
import { workingStages } from '#db/vocabulary';
import type { RunChartRules } from '#db/vocabulary';
import { checkCycle } from '~/features/coaching/checklist/checklist-rules';
import type { Cycle, CycleTeam } from '~/features/cycles/cycle';
import { loadEvidence } from '~/features/cycles/cycle-charts.server';
import { changedTexts, cycleTexts } from '~/features/cycles/cycle-texts';
import { stageWords } from '~/features/cycles/cycle-words';
import { predictionWords } from '~/features/cycles/prediction';
import { listMeasuresOfTeam } from '~/features/measures/measure-queries.server';
import type { Actor } from '~/features/people/actor';
import { coachesTeam, worksInTeam } from '~/features/people/people-policy';
import { schoolDayAt } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { pointChoices } from './chart-points';
import { withDays } from './days-in-text';
import { fieldAnchor, isReached, pointAnchor, stageAnchor } from './comment-anchor';
import { commentViews, dayWords, waitsForTeam } from './comment-views.server';
import type { Calendar } from './comment-views.server';
import { loadMedianFeedback } from './feedback-queries.server';
import { feedbackTimeWords } from './median-feedback';
import { findParent } from '../checklist/checklist-queries.server';
import type { Review } from './review';
import type { CheckView, CommentView, PartView, ReviewPage, StageView } from './review-page';
import {
  findTextsThen,
  listComments,
  listMarks,
  listReviewsOfCycle,
  listSteps,
} from './review-queries.server';
import { isOpenReview, mayMove, moveBelongsTo, reviewMoves } from './review-stages';
import { reviewStageWords, reviewStandingSentence, standingForFollowers, stepSentence } from './review-words';

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
  const handedUntil =
    steps.findLast(({ toStage }) => toStage === 'returned' || toStage === 'done')?.takenAt ?? 0;
  const marks = shown === null ? [] : await listMarks(db, shown.id, { until: isCoach ? ever : handedUntil });
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
    standing: standingOf(shown, { open: open.length, isMember, personId: actor.personId }),
    open: open.map(({ id, about }) => ({ id, about })),
    stages: workingStages.map((stage) => stageView(stage)),
    checks: checkViews(
      checkCycle({ cycle, parent: await findParent(db, actor, cycle), evidence }),
      marks.map((mark) => ({ ...mark, on: dayWords(mark.markedAt, network) })),
    ),
    changedSince: then === null || before.size === 0 ? null : dayWords(then.at, network),
    steps: steps.map(({ id, toStage, note, takenBy, takenAt }, index) => ({
      ...{ id, note, sentence: stepSentence(toStage, index === 0) },
      ...{ by: takenBy.name, on: dayWords(takenAt, network) },
    })),
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
    moves:
      shown === null
        ? []
        : reviewMoves.filter(
            (move) =>
              (moveBelongsTo[move] === 'coach' ? isCoach : isMember) &&
              mayMove({ stage: shown.stage, coachId: shown.coach?.id ?? null }, move, actor.personId),
          ),
    newIds: { step: uuidv7(), review: uuidv7() },
    medianFeedback: median && { words: feedbackTimeWords(median.medianMs), count: median.count },
  };

  function stageView(stage: StageView['stage']): StageView {
    const of = (anchor: string) => views.filter((comment) => comment.anchor === anchor);
    const parts = texts
      .filter((text) => text.stage === stage)
      .map(({ key, field, label, text }): PartView => ({
        ...{ anchor: fieldAnchor(key), label, text: withDays(text, field, network.today) },
        before: withDays(before.get(key) ?? null, field, network.today),
        ...{ comments: of(fieldAnchor(key)), newCommentId: uuidv7() },
      }));
    const charts =
      stage !== 'study'
        ? []
        : cycle.questions.map((question) => {
            const own = evidence.find((one) => one.questionId === question.id) ?? null;
            return {
              ...{ anchor: pointAnchor(question.id), question, evidence: own },
              predicted: predictionWords(
                question,
                measures.find(({ id }) => id === question.measureId) ?? null,
              ),
              predictedOn:
                question.predictedAt === null ? null : schoolDayAt(question.predictedAt, network.timeZone),
              points: own === null ? [] : pointChoices(own.model, network.today),
              ...{ comments: of(pointAnchor(question.id)), newCommentId: uuidv7() },
            };
          });
    const placed = new Set([...parts, ...charts].flatMap(({ anchor }) => anchor));
    const isElsewhere = ({ anchor }: CommentView) =>
      anchor.startsWith('point:') && cycle.questions.some(({ id }) => pointAnchor(id) === anchor);
    return {
      ...{ stage, isReached: isReached(cycle, stage), parts, charts },
      whole: {
        ...{ anchor: stageAnchor(stage), label: stageWords[stage].name, text: '', before: null },
        comments: views.filter(
          (comment) => comment.stage === stage && !placed.has(comment.anchor) && !isElsewhere(comment),
        ),
        newCommentId: uuidv7(),
      },
    };
  }
}

function checkViews(
  lines: ReturnType<typeof checkCycle>,
  marks: NonNullable<CheckView['own']>[],
): CheckView[] {
  return lines.map((line) => ({ ...line, own: marks.find((mark) => mark.line === line.line) ?? null }));
}

function standingOf(
  review: Review | null,
  { open, isMember, personId }: { open: number; isMember: boolean; personId: string },
): string {
  if (review === null) return '';
  const { stage, coach, requestedBy } = review;
  const standing = { stage, coachName: coach?.name ?? null, open };
  if (isMember) return reviewStandingSentence(standing);
  return standingForFollowers({
    ...standing,
    ...{ askedBy: requestedBy?.name ?? null, isMine: coach?.id === personId },
  });
}
