import type { DefaultValue } from '@conform-to/react';
import type { SchoolDay } from '~/lib/school-day';
import type { PlanForm } from './cycle-forms';
import type { MeasureChoice } from './question-fields';

type Input = {
  id: string;
  start: SchoolDay;
  end: SchoolDay;
  /** The team's first measure: what a question most likely rests on. */
  measure: MeasureChoice | undefined;
  /** Words that another team's post or an idea brings along. */
  plan: {
    changeIdea: string;
    warrant: string;
    objective: string;
    questions: string[];
    tasks: string[];
  } | null;
};

/** A new cycle as its form begins with it: small, two weeks, on the team's first measure; nothing predicted yet. */
export function newCycleStart({ id, start, end, measure, plan }: Input): DefaultValue<PlanForm> {
  const group = measure?.groups[0];
  const resting = {
    ...(measure && group ? { series: `${measure.id}/${group.id}` } : {}),
    expects: measure?.direction === 'decrease' ? ('at_most' as const) : ('at_least' as const),
  };
  const own = {
    ...{ id, version: 0, scale: 'small_group' as const, plannedStart: start, plannedEnd: end },
    questions: [resting],
  };
  if (plan === null) return own;
  const { changeIdea, warrant, objective, questions, tasks } = plan;
  return {
    ...{ ...own, changeIdea, warrant, objective, tellsWho: 'on' },
    questions: questions.length === 0 ? [resting] : questions.map((question) => ({ ...resting, question })),
    tasks: tasks.map((what) => ({ what })),
  };
}
