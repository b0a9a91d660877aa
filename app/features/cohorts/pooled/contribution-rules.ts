import { groupedBy } from '~/lib/grouped-by';

/** What a team counted of one group on one day: `k` of `n` students. */
export type GroupCount = { groupId: string; n: number; k: number };

/** A student group, as far as pooling needs it. `family`: which groups split everybody together (`all` is everybody). */
export type PoolGroup = {
  id: string;
  key: string;
  name: string;
  family: string;
  complementId: string | null;
};

export const isEverybody = ({ family }: { family: string }) => family === 'all';

const isEnough = (n: number, minimum: number) => n === 0 || n >= minimum;

/** What is left of everybody without these parts. */
function restOf(all: GroupCount, parts: readonly GroupCount[]): { n: number; k: number } {
  return parts.reduce(({ n, k }, part) => ({ n: n - part.n, k: k - part.k }), { n: all.n, k: all.k });
}

const isPossible = ({ n, k }: { n: number; k: number }) => k >= 0 && n >= k;

/** The parts of one family, without the smallest, until what everybody has beside them is nobody or enough. */
function partsWithRest(all: GroupCount, parts: readonly GroupCount[], minimum: number): GroupCount[] {
  const kept = parts.toSorted((one, other) => one.n - other.n);
  for (let rest = restOf(all, kept); kept.length > 0; rest = restOf(all, kept)) {
    if (isPossible(rest) && isEnough(rest.n, minimum)) return kept;
    kept.shift();
  }
  return kept;
}

/**
 * Which of its counts of one day a team brings to the pools of a measure: those of at least `minimum` students whose other
 * half, and whose rest of everybody, is nobody or at least `minimum` too. So whatever pools are subtracted from each other,
 * what is left of the team is nobody or at least `minimum`. Where the measure counts everybody, a group is pooled only
 * with its team's everybody beside it.
 */
export function contributionsOf(
  counts: readonly GroupCount[],
  groups: readonly PoolGroup[],
  minimum: number,
): GroupCount[] {
  const sizes = new Map(counts.map(({ groupId, n }) => [groupId, n]));
  const everybody = groups.find(isEverybody);
  const all = counts.find(({ groupId }) => groupId === everybody?.id);
  if (everybody !== undefined && (all === undefined || all.n < minimum)) return [];
  const byFamily = groupedBy(
    groups.filter((group) => !isEverybody(group)),
    ({ family }) => family,
  );
  const parts = [...byFamily.values()].flatMap((family) => {
    const enough = family.flatMap(({ id, complementId }) => {
      const count = counts.find(({ groupId }) => groupId === id);
      const complement = complementId === null ? undefined : sizes.get(complementId);
      const isWhole = count !== undefined && count.n >= minimum && isEnough(complement ?? 0, minimum);
      return isWhole ? [count] : [];
    });
    return all === undefined ? enough : partsWithRest(all, enough, minimum);
  });
  return all === undefined ? parts : [all, ...parts];
}
