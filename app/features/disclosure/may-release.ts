import { findDerivedSet } from './derived-sets';
import { minimumOf } from './policy';
import type { DisclosurePolicy } from './policy';

export type StudentSet = { members: Set<string> };
export type ReleaseAnswer = { allow: boolean; why: string };

/** How far the search for small sets goes before it refuses instead. */
const mostSteps = 20_000;

/**
 * Whether this set of students may be released beside what was released before for the same measure and period (rule
 * 7). Answers, in words for the teacher who shares, no when the set is small, when it differs by a few students from one
 * released before, when sets added and subtracted leave a few students, and when there are too many sets to be sure.
 */
export function mayRelease(
  released: readonly StudentSet[],
  query: StudentSet,
  policy?: DisclosurePolicy,
): ReleaseAnswer {
  const minimum = minimumOf(policy);
  if (query.members.size < minimum) {
    return { allow: false, why: `This group has fewer than ${minimum} students.` };
  }
  const differences = released.map((set) => differenceOfSets(set.members, query.members));
  if (differences.includes(0)) return { allow: true, why: 'Exactly these students were shared before.' };
  const near = differences.filter((difference) => difference < minimum);
  if (near.length > 0) {
    return {
      allow: false,
      why: `Set beside what was shared before, this would tell about ${groupOf(Math.min(...near))}.`,
    };
  }
  const left = smallSetLeft([...released, query], minimum);
  if (left === 'too_many') {
    return {
      allow: false,
      why: 'So many groups were shared before that nobody can be sure what this would tell.',
    };
  }
  if (left !== null) {
    return {
      allow: false,
      why: `Together with what was shared before, this would tell about ${groupOf(left)}.`,
    };
  }
  return { allow: true, why: `No group of fewer than ${minimum} students can be worked out from this.` };
}

function groupOf(students: number): string {
  return students === 1 ? 'a single student' : `a group of ${students} students`;
}

function differenceOfSets(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const member of a) if (b.has(member)) both += 1;
  return a.size + b.size - 2 * both;
}

/**
 * The size of a set of 1 to minimum − 1 members that the sets, added and subtracted with any factors, leave; null when
 * there is none.
 *
 * Members of the same sets cannot be told apart, so a set that is left is made of whole atoms (members that lie in the same
 * sets), all of them small: the columns of large atoms come first and stay out.
 */
function smallSetLeft(sets: readonly StudentSet[], minimum: number): number | null | 'too_many' {
  const atoms = atomsOf(sets);
  const columns = [
    ...atoms.filter(({ size }) => size >= minimum),
    ...atoms.filter(({ size }) => size < minimum),
  ];
  const weights = columns.map(({ size }) => size);
  const found = findDerivedSet({
    equations: sets.map((set, place) => [
      ...columns.map((atom) => (atom.liesIn.has(place) ? 1 : 0)),
      set.members.size,
    ]),
    ...{ width: columns.length, steps: mostSteps },
    from:
      columns.findIndex(({ size }) => size < minimum) === -1
        ? columns.length
        : weights.findIndex((size) => size < minimum),
    lightest: { weights, atMost: minimum - 1 },
    wanted: ({ total }) => total > 0 && total < minimum,
  });
  if (found.kind === 'set') return found.set.total;
  return found.kind === 'too_many' ? 'too_many' : null;
}

type Atom = { size: number; liesIn: Set<number> };

function atomsOf(sets: readonly StudentSet[]): Atom[] {
  const memberships = new Map<string, number[]>();
  sets.forEach(({ members }, place) => {
    for (const member of members) {
      const known = memberships.get(member);
      if (known === undefined) memberships.set(member, [place]);
      else known.push(place);
    }
  });
  const atoms = new Map<string, Atom>();
  for (const places of memberships.values()) {
    const key = places.join();
    const atom = atoms.get(key);
    if (atom === undefined) atoms.set(key, { size: 1, liesIn: new Set(places) });
    else atom.size += 1;
  }
  return [...atoms.values()];
}
