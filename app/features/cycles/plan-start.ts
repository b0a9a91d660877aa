import type { DefaultValue } from '@conform-to/react';
import type { Cycle, LearningQuestion } from './cycle';
import type { PlanForm } from './cycle-forms';

function questionStart(question: LearningQuestion): DefaultValue<PlanForm['questions'][number]> {
  const {
    id,
    measureId,
    groupId,
    expectedComparison,
    expectedValue,
    expectedDirection,
    because,
    confidence,
  } = question;
  const expects = expectedComparison ?? expectedDirection;
  return {
    id,
    question: question.question,
    because,
    ...(measureId === null ? {} : { series: `${measureId}/${groupId ?? ''}` }),
    ...(expects === null ? {} : { expects }),
    ...(expectedValue === null ? {} : { expectedValue }),
    ...(confidence === null ? {} : { confidence }),
  };
}

/** A cycle's plan as its form begins with it. */
export function planStart(cycle: Cycle): DefaultValue<PlanForm> {
  const { id, version, changeIdea, warrant, objective, scale, plannedStart, plannedEnd } = cycle;
  return {
    ...{ id, version, changeIdea, warrant, objective, scale, plannedStart, plannedEnd },
    questions: cycle.questions.map(questionStart),
    tasks: cycle.tasks.map(({ id: taskId, what, who, place, dueOn }) => ({
      id: taskId,
      what,
      who,
      place,
      ...(dueOn === null ? {} : { dueOn }),
    })),
    dataPlan: cycle.dataPlan.map((row) => ({ ...row })),
  };
}
