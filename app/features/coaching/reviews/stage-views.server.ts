import { v7 as uuidv7 } from 'uuid';
import { workingStages } from '#db/vocabulary';
import type { WorkingStage } from '#db/vocabulary';
import type { Cycle } from '~/features/cycles/cycle';
import type { CycleText } from '~/features/cycles/cycle-texts';
import { stageWords } from '~/features/cycles/cycle-words';
import { predictionWords } from '~/features/cycles/prediction';
import type { QuestionEvidence } from '~/features/cycles/question-evidence';
import type { Measure } from '~/features/measures/measure';
import { schoolDayAt } from '~/lib/school-day';
import { pointChoices } from './chart-points';
import { fieldAnchor, isReached, pointAnchor, stageAnchor } from './comment-anchor';
import type { Calendar } from './comment-views.server';
import { withDays } from './days-in-text';
import type { ChartView, CommentView, PartView, StageView } from './review-page';

type Read = {
  cycle: Cycle;
  measures: Measure[];
  texts: CycleText[];
  /** What changed parts said before, by key. */
  before: Map<string, string>;
  evidence: QuestionEvidence[];
  comments: CommentView[];
};

/** A cycle stage by stage, each part with what changed in it and what is said about it. */
export function stageViews(read: Read, calendar: Calendar): StageView[] {
  return workingStages.map((stage) => {
    const parts = partViews(read, stage, calendar);
    const charts = stage === 'study' ? chartViews(read, calendar) : [];
    const whole = {
      ...{ anchor: stageAnchor(stage), label: stageWords[stage].name, text: '', before: null },
      ...{ comments: restOf(read, stage), newCommentId: uuidv7() },
    };
    const isCome = isReached(read.cycle, stage);
    const isSaid = [...parts, whole].some(({ text, comments }) => text !== '' || comments.length > 0);
    return { stage, isReached: isCome, isShown: isCome || isSaid, parts, charts, whole };
  });
}

const at = ({ comments }: Read, anchor: string) => comments.filter((one) => one.anchor === anchor);

function partViews(read: Read, stage: WorkingStage, { today }: Calendar): PartView[] {
  return read.texts
    .filter((text) => text.stage === stage)
    .map(({ key, field, label, text }) => ({
      ...{ anchor: fieldAnchor(key), label, text: withDays(text, field, today) },
      before: withDays(read.before.get(key) ?? null, field, today),
      ...{ comments: at(read, fieldAnchor(key)), newCommentId: uuidv7() },
    }));
}

function chartViews(read: Read, { timeZone, today }: Calendar): ChartView[] {
  const { cycle, measures, evidence } = read;
  return cycle.questions.map((question) => {
    const own = evidence.find((one) => one.questionId === question.id) ?? null;
    const measure = measures.find(({ id }) => id === question.measureId) ?? null;
    const { predictedAt } = question;
    return {
      ...{ anchor: pointAnchor(question.id), question, evidence: own },
      predicted: predictionWords(question, measure),
      predictedOn: predictedAt === null ? null : schoolDayAt(predictedAt, timeZone),
      points: own === null ? [] : pointChoices(own.model, today),
      ...{ comments: at(read, pointAnchor(question.id)), newCommentId: uuidv7() },
    };
  });
}

/** Comments on a stage as a whole, and those whose part is no longer there. */
function restOf({ cycle, texts, comments }: Read, stage: WorkingStage): CommentView[] {
  const placed = new Set([
    ...texts.map(({ key }) => fieldAnchor(key)),
    ...cycle.questions.map(({ id }) => pointAnchor(id)),
  ]);
  return comments.filter((comment) => comment.stage === stage && !placed.has(comment.anchor));
}
