import { and, desc, eq, inArray, notInArray } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { cycle, learningQuestion, review, reviewComment, team } from '#db/schema';
import { cycleChecks, workingStages } from '#db/vocabulary';
import { fieldAnchor } from '~/features/coaching/reviews/comment-anchor';
import { answerComment } from '~/features/coaching/reviews/answer-comment.server';
import { beginReview, takeUpReview } from '~/features/coaching/reviews/begin-review.server';
import { finishReview } from '~/features/coaching/reviews/finish-review.server';
import { markCheck } from '~/features/coaching/reviews/mark-check.server';
import { requestReview } from '~/features/coaching/reviews/request-review.server';
import { returnReview } from '~/features/coaching/reviews/return-review.server';
import { writeComment } from '~/features/coaching/reviews/write-comment.server';
import { cycleTextKey } from '~/features/cycles/cycle-texts';
import { accepted, actorOf, dayOf, instantAgo } from '../demo-stage';
import type { Stage, Step } from '../demo-stage';
import type { RemarkStory, ReviewStory } from './coaching-stories';

const between = 60_000;
const perQuestion: readonly string[] = ['question', 'prediction', 'because', 'result'];

async function findCycleId({ tx }: Stage, { team: name, cycle: which }: ReviewStory): Promise<string> {
  const isOpen = inArray(cycle.stage, [...workingStages]);
  const rows = await tx
    .select({ id: cycle.id })
    .from(cycle)
    .innerJoin(team, eq(team.id, cycle.teamId))
    .where(and(eq(team.name, name), which === 'open' ? isOpen : eq(cycle.stage, 'complete')))
    .orderBy(desc(cycle.plannedStart), desc(cycle.id))
    .limit(1);
  if (!rows[0]) throw new Error(`“${name}” has no ${which} cycle to review.`);
  return rows[0].id;
}

async function openReviewOf({ tx }: Stage, cycleId: string): Promise<{ id: string; version: number }> {
  const rows = await tx
    .select({ id: review.id, version: review.version })
    .from(review)
    .where(and(eq(review.cycleId, cycleId), notInArray(review.stage, ['done', 'withdrawn'])));
  if (!rows[0]) throw new Error('The demo’s coach reads a cycle that nobody brought.');
  return rows[0];
}

async function anchorOf({ tx }: Stage, cycleId: string, { field }: RemarkStory): Promise<string> {
  if (!perQuestion.includes(field)) return fieldAnchor(cycleTextKey(field, null));
  const rows = await tx
    .select({ id: learningQuestion.id })
    .from(learningQuestion)
    .where(eq(learningQuestion.cycleId, cycleId))
    .orderBy(learningQuestion.position)
    .limit(1);
  return fieldAnchor(cycleTextKey(field, rows[0]?.id ?? null));
}

async function ask(stage: Stage, story: ReviewStory, at: number): Promise<void> {
  if (!story.asked) return;
  const input = {
    id: uuidv7({ msecs: at }),
    cycleId: await findCycleId(stage, story),
    asks: story.asked.asks,
  };
  const clock = { now: at, today: dayOf(stage, at) };
  accepted(
    await requestReview(stage.database, await actorOf(stage, story.asked.by), input, clock),
    input.asks,
  );
}

async function read(stage: Stage, story: ReviewStory, at: number): Promise<void> {
  if (!story.read) return;
  const { database, network } = stage;
  const coach = await actorOf(stage, 'coach');
  const cycleId = await findCycleId(stage, story);
  if (story.asked) {
    const { id, version } = await openReviewOf(stage, cycleId);
    const step = { reviewId: id, stepId: uuidv7({ msecs: at }), version, note: '' };
    accepted(await takeUpReview(database, coach, step, at), `take up ${story.team}`);
  } else accepted(await beginReview(database, coach, { id: uuidv7({ msecs: at }), cycleId }, at), story.team);
  const reviewId = (await openReviewOf(stage, cycleId)).id;
  for (const [index, remark] of story.read.remarks.entries()) {
    const now = at + (index + 1) * between;
    const { kind, body } = remark;
    const about = await anchorOf(stage, cycleId, remark);
    const input = { id: uuidv7({ msecs: now }), reviewId, about, kind, body, pointOn: '' };
    const clock = { ...network, rules: network.runChartRules, now, today: dayOf(stage, now) };
    accepted(await writeComment(database, coach, input, clock), body);
  }
  for (const line of cycleChecks) {
    const mark = story.read.marks[line];
    if (mark) accepted(await markCheck(database, coach, { reviewId, line, mark }, at + between), line);
  }
}

async function handBack(stage: Stage, story: ReviewStory, at: number): Promise<void> {
  if (!story.read) return;
  const { how, note } = story.read.handed;
  const { id, version } = await openReviewOf(stage, await findCycleId(stage, story));
  const step = { reviewId: id, stepId: uuidv7({ msecs: at }), version, note };
  const give = how === 'return' ? returnReview : finishReview;
  accepted(await give(stage.database, await actorOf(stage, 'coach'), step, at), note);
}

async function answer(stage: Stage, story: ReviewStory, remark: RemarkStory, at: number): Promise<void> {
  if (!remark.answer) return;
  const { id: reviewId } = await openReviewOf(stage, await findCycleId(stage, story));
  const rows = await stage.tx
    .select({ id: reviewComment.id })
    .from(reviewComment)
    .where(and(eq(reviewComment.reviewId, reviewId), eq(reviewComment.body, remark.body)));
  const { by, body } = remark.answer;
  const input = { reviewId, commentId: rows[0]?.id ?? '', id: uuidv7({ msecs: at }), body };
  accepted(await answerComment(stage.database, await actorOf(stage, by), input, at), body);
}

/** A review's steps, each at its instant. */
export function reviewSteps(story: ReviewStory, now: number): Step[] {
  const { asked, read: reading } = story;
  const answered = reading?.remarks.filter((remark) => remark.answer) ?? [];
  return [
    ...(asked
      ? [{ at: instantAgo(now, asked), play: (stage: Stage, at: number) => ask(stage, story, at) }]
      : []),
    ...(reading
      ? [
          { at: instantAgo(now, reading.taken), play: (stage: Stage, at: number) => read(stage, story, at) },
          {
            at: instantAgo(now, reading.handed),
            play: (stage: Stage, at: number) => handBack(stage, story, at),
          },
        ]
      : []),
    ...answered.map((remark) => ({
      at: instantAgo(now, remark.answer ?? { ago: 0, hour: 0 }),
      play: (stage: Stage, at: number) => answer(stage, story, remark, at),
    })),
  ];
}
