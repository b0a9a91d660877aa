import { kindWords, directionWords, frequencyWords, levelWords } from './measure-words';
import type { Measure, StudentGroup } from './measure';

type Difference = { label: string; theirs: string; mine: string };
type Typed = Record<string, unknown>;

type Defined = Pick<
  Measure,
  'name' | 'kind' | 'definition' | 'direction' | 'frequency' | 'level' | 'unit' | 'groups'
>;
type TeamShare = Pick<Measure, 'goal' | 'goalOn' | 'collectorId'>;
type Member = { id: string; name: string };

const text = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
const worded = (words: Record<string, string>, value: unknown) => words[text(value)] ?? text(value);
const names = (words: Record<string, { name: string }>) =>
  Object.fromEntries(Object.entries(words).map(([key, { name }]) => [key, name]));

const differing = (rows: Difference[]) => rows.filter((row) => row.theirs.trim() !== row.mine.trim());

/** Where a typed definition differs from the one that was saved meanwhile, in words for both. */
export function definitionDifferences(theirs: Defined, typed: Typed, groups: StudentGroup[]): Difference[] {
  const typedGroups = Array.isArray(typed.groupIds) ? typed.groupIds : [typed.groupIds];
  const [kinds, levels] = [names(kindWords), names(levelWords)];
  const unit = text(typed.unit) === '' ? theirs.unit : text(typed.unit);
  return differing([
    { label: 'Name', theirs: theirs.name, mine: text(typed.name) },
    { label: 'How it is counted', theirs: worded(kinds, theirs.kind), mine: worded(kinds, typed.kind) },
    { label: 'Definition', theirs: theirs.definition, mine: text(typed.definition) },
    {
      label: 'Which way is wanted',
      theirs: directionWords[theirs.direction],
      mine: worded(directionWords, typed.direction),
    },
    {
      label: 'How often',
      theirs: frequencyWords[theirs.frequency],
      mine: worded(frequencyWords, typed.frequency),
    },
    { label: 'Level', theirs: worded(levels, theirs.level), mine: worded(levels, typed.level) },
    { label: 'Unit', theirs: theirs.unit, mine: unit },
    {
      label: 'Groups',
      theirs: theirs.groups.map((group) => group.name).join(', '),
      mine: groups
        .filter((group) => typedGroups.includes(group.id))
        .map((group) => group.name)
        .join(', '),
    },
  ]);
}

/** The same for what a team says of a measure: goal and collector. */
export function teamShareDifferences(theirs: TeamShare, typed: Typed, members: Member[]): Difference[] {
  const collectors = Object.fromEntries(members.map(({ id, name }) => [id, name]));
  return differing([
    { label: 'Goal', theirs: text(theirs.goal), mine: text(typed.goal) },
    { label: 'Goal to be reached by', theirs: text(theirs.goalOn), mine: text(typed.goalOn) },
    {
      label: 'Who collects it',
      theirs: worded(collectors, theirs.collectorId),
      mine: worded(collectors, typed.collectorId),
    },
  ]);
}

/** Both, for a measure of a team's own. */
export function measureDifferences(
  measure: Measure,
  typed: Typed,
  { groups, members }: { groups: StudentGroup[]; members: Member[] },
): Difference[] {
  return [...definitionDifferences(measure, typed, groups), ...teamShareDifferences(measure, typed, members)];
}
