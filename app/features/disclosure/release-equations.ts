import { findDerivedSet } from './derived-sets';
import { complementOf, isEverybody } from './release';
import type { ReleasedCount, ReleaseGroup } from './release';

/** A released count with the blocks of students that it is drawn from; students in different blocks are different students. */
export type Placed = { count: ReleasedCount; blocks: ReadonlySet<string> };

export type Judgement = 'fine' | 'leaves_few' | 'does_not_fit' | 'too_many';

const mostSteps = 20_000;
const mostColumns = 20_000;

/**
 * What the released counts together tell: a set of fewer than the minimum, counts that cannot all be true, or neither.
 *
 * No students are known, only how many, so the columns are kinds of students (a block and one group of each family), each
 * thought to be of some students. That is the general position: families overlap in unknown ways, and what can be worked out is what
 * follows from the names alone. The size of a set that can be worked out is the same sum of the released sizes.
 */
export function judgeCounts(placed: readonly Placed[], minimum: number): Judgement {
  const columns = kindsOfStudents(placed);
  if (columns === null) return 'too_many';
  const found = findDerivedSet({
    equations: placed.map(({ count }, place) => [
      ...columns.map((liesIn) => (liesIn.has(place) ? 1 : 0)),
      count.n,
    ]),
    ...{ width: columns.length, from: 0, steps: mostSteps },
    wanted: ({ total }) => !Number.isInteger(total) || total < 0 || (total > 0 && total < minimum),
  });
  if (found.kind === 'none') return 'fine';
  if (found.kind === 'too_many') return 'too_many';
  if (found.kind === 'contradiction') return 'does_not_fit';
  return Number.isInteger(found.set.total) && found.set.total > 0 ? 'leaves_few' : 'does_not_fit';
}

/** The kinds of students, each by the counts it lies in, kinds in the same counts taken as one. Null when far too many. */
function kindsOfStudents(placed: readonly Placed[]): Set<number>[] | null {
  const blocks = [...new Set(placed.flatMap((each) => [...each.blocks]))];
  const families = partsByFamily(placed.map(({ count }) => count.group));
  const size = families.reduce((product, { parts }) => product * parts.length, blocks.length);
  if (size > mostColumns) return null;
  const kinds = new Map<string, Set<number>>();
  for (const block of blocks) {
    const inBlock = [...placed.keys()].filter((place) => placed[place]?.blocks.has(block));
    let open = [new Set(inBlock)];
    for (const { family, parts } of families) {
      open = open.flatMap((liesIn) =>
        parts.map(
          (part) => new Set([...liesIn].filter((place) => holds(placed[place]?.count.group, family, part))),
        ),
      );
    }
    open.forEach((liesIn) => kinds.set([...liesIn].join(), liesIn));
  }
  kinds.delete('');
  return [...kinds.values()];
}

/** Whether a group has students who are in this part of this family. A group of another family may. */
function holds(group: ReleaseGroup | undefined, family: string, part: string): boolean {
  return group !== undefined && (isEverybody(group) || group.family !== family || group.key === part);
}

const rest = 'rest';

/** The parts that each family splits everybody into: two halves, or the groups that were named and the rest. */
function partsByFamily(groups: readonly ReleaseGroup[]): { family: string; parts: string[] }[] {
  const named = groups.filter((group) => !isEverybody(group));
  return [...new Set(named.map(({ family }) => family))].map((family) => {
    const inFamily = named.filter((group) => group.family === family);
    const halves = inFamily.every((group) => complementOf(group) !== null);
    const keys = inFamily.map(({ key }) => key);
    return { family, parts: halves ? [family, `non_${family}`] : [...new Set(keys), rest] };
  });
}
