import type { Measure, StudentGroup } from './measure';
import { directionWords, frequencyWords, levelWords } from './measure-words';

type Difference = { label: string; theirs: string; mine: string };

/** Where a typed measure differs from the one that was saved meanwhile, in words for both. */
export function measureDifferences(
  measure: Measure,
  typed: Record<string, unknown>,
  groups: StudentGroup[],
): Difference[] {
  const text = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const worded = (words: Record<string, string>, value: unknown) => words[text(value)] ?? text(value);
  const levels = Object.fromEntries(Object.entries(levelWords).map(([level, { name }]) => [level, name]));
  const typedGroups = Array.isArray(typed.groupIds) ? typed.groupIds : [typed.groupIds];
  const rows: Difference[] = [
    { label: 'Name', theirs: measure.name, mine: text(typed.name) },
    { label: 'Definition', theirs: measure.definition, mine: text(typed.definition) },
    {
      label: 'Which way is wanted',
      theirs: directionWords[measure.direction],
      mine: worded(directionWords, typed.direction),
    },
    {
      label: 'How often',
      theirs: frequencyWords[measure.frequency],
      mine: worded(frequencyWords, typed.frequency),
    },
    { label: 'Level', theirs: worded(levels, measure.level), mine: worded(levels, typed.level) },
    { label: 'Unit', theirs: measure.unit, mine: text(typed.unit) },
    { label: 'Goal', theirs: text(measure.goal), mine: text(typed.goal) },
    {
      label: 'Groups',
      theirs: measure.groups.map((group) => group.name).join(', '),
      mine: groups
        .filter((group) => typedGroups.includes(group.id))
        .map((group) => group.name)
        .join(', '),
    },
  ];
  return rows.filter(
    (row) => row.theirs.trim() !== row.mine.trim() && !(row.label === 'Unit' && row.mine === ''),
  );
}
