import type { Cycle } from './cycle';
import { scaleWords } from './cycle-words';
import { predictionWords } from './prediction';

type Difference = { label: string; theirs: string; mine: string };
type Typed = Record<string, unknown>;

const text = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
const rows = (value: unknown): Typed[] =>
  Array.isArray(value) ? value.filter((one): one is Typed => typeof one === 'object' && one !== null) : [];

/** Where a typed plan differs from the one that was saved meanwhile, in words for both. */
export function planDifferences(cycle: Cycle, typed: Typed): Difference[] {
  const scale = (value: unknown) =>
    Object.entries(scaleWords).find(([key]) => key === value)?.[1] ?? text(value);
  const simple: Difference[] = [
    { label: 'What will you try?', theirs: cycle.changeIdea, mine: text(typed.changeIdea) },
    { label: 'Objective', theirs: cycle.objective, mine: text(typed.objective) },
    { label: 'Why do you think it works?', theirs: cycle.warrant, mine: text(typed.warrant) },
    { label: 'Scale', theirs: scaleWords[cycle.scale], mine: scale(typed.scale) },
    { label: 'Start', theirs: cycle.plannedStart, mine: text(typed.plannedStart) },
    { label: 'End', theirs: cycle.plannedEnd, mine: text(typed.plannedEnd) },
    {
      label: 'Tasks',
      theirs: cycle.tasks.map((task) => task.what).join('\n'),
      mine: rows(typed.tasks)
        .map((task) => text(task.what))
        .filter(Boolean)
        .join('\n'),
    },
  ];
  const mine = rows(typed.questions);
  const count = Math.max(mine.length, cycle.questions.length);
  const questions = Array.from({ length: count }, (_, index): Difference => {
    const their = cycle.questions[index];
    const my = mine[index] ?? {};
    const theirs = their
      ? [
          their.question,
          predictionWords(their, null) ?? '',
          their.because,
          their.confidence ? `confidence ${their.confidence}` : '',
        ]
      : [];
    const value = text(my.expectedValue);
    const expects =
      {
        at_least: 'At least',
        at_most: 'At most',
        increase: 'It goes up',
        decrease: 'It goes down',
        no_change: 'It stays about the same',
      }[text(my.expects)] ?? '';
    const mineWords = [
      text(my.question),
      [expects, value].filter(Boolean).join(' '),
      text(my.because),
      my.confidence ? `confidence ${text(my.confidence)}` : '',
    ];
    return {
      label: count > 1 ? `Question ${index + 1}` : 'Question and prediction',
      theirs: theirs.filter(Boolean).join('\n'),
      mine: mineWords.filter(Boolean).join('\n'),
    };
  });
  return [...simple, ...questions].filter((row) => row.theirs.trim() !== row.mine.trim());
}
