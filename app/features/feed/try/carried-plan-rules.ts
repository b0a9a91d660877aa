import type { SharedPrediction } from '../post';
import type { CarriedPlan } from './to-try';

const mostTasks = 30;
const mostQuestions = 8;
const longest = { changeIdea: 200, task: 300, question: 500, objective: 500, warrant: 4000 };

function fitted(text: string, most: number): string {
  const plain = text.trim().replaceAll(/\s+/g, ' ');
  return plain.length <= most ? plain : `${plain.slice(0, most - 1).trimEnd()}…`;
}

/** `- `, `* `, `• `, `1. `, `2) `, `[ ] ` and `# ` before a line, also several in a row. */
const listMark = /^(?:[-*+•–]\s+|\d{1,2}[.)]\s+|\[[ xX]?\]\s+|#{1,6}\s+|>\s*)+/;

/** A task for each line of what is needed, without the marks of a list. */
export function tasksOf(steps: string): string[] {
  return steps
    .split(/\r?\n/)
    .map((line) => fitted(line.trim().replace(listMark, ''), longest.task))
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
    .slice(0, mostTasks);
}

const objectiveOf = (changeIdea: string) =>
  fitted(`Find out whether “${fitted(changeIdea, 400)}” helps our students too.`, longest.objective);

type Snapshot = {
  title: string;
  signedAs: string;
  ideaName: string | null;
  steps: string;
  predictions: SharedPrediction[];
};

/** A plan from a post as it was shared. Their questions come along; what they expected stays with them. */
export function planFromPost({ title, signedAs, ideaName, steps, predictions }: Snapshot): CarriedPlan {
  const changeIdea = fitted(ideaName ?? title, longest.changeIdea);
  return {
    changeIdea,
    warrant: fitted(`From the feed: ${title} (${signedAs})`, longest.warrant),
    objective: objectiveOf(changeIdea),
    questions: predictions
      .map(({ question }) => fitted(question, longest.question))
      .filter((question) => question !== '')
      .slice(0, mostQuestions),
    tasks: tasksOf(steps),
  };
}

/** A plan from an idea of the catalogue. */
export function planFromIdea({ name, why }: { name: string; why: string }): CarriedPlan {
  return {
    changeIdea: fitted(name, longest.changeIdea),
    warrant: fitted(`From the network’s ideas: ${name}. ${why}`, longest.warrant),
    objective: objectiveOf(name),
    ...{ questions: [], tasks: [] },
  };
}
