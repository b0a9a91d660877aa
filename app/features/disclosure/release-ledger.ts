import { minimumOf } from './policy';
import type { DisclosurePolicy } from './policy';
import { countsOn, datesOf } from './release';
import type { Release, ReleaseDecision, ReleasedCount } from './release';
import { protectedWith } from './release-table';
import { refusalOf } from './release-words';
import type { Refusal } from './release-words';
import { judgeInEveryWorld, sharesMeasure } from './release-worlds';

/**
 * Whether a chart may leave its team beside everything that left before (rule 7 on counts, and the table rule where k is
 * known). `ledger` is what was released, of any school and measure. A refusal names the first date it is about, why, and
 * what can be done instead. Throws RangeError for counts that cannot be.
 */
export function checkRelease(
  ledger: readonly Release[],
  query: Release,
  policy?: DisclosurePolicy,
): ReleaseDecision {
  const minimum = minimumOf(policy);
  const dates = datesOf(query);
  for (const date of dates) {
    const released = countsOn(ledger, query, date);
    for (const count of countsOn([query], query, date)) {
      const refusal = refusalBeside(released, count, minimum);
      if (refusal !== null) return refusalOf(refusal, date, minimum);
    }
    const beside = protectedWith(
      ledger,
      { ...query, points: query.points.filter((point) => point.date === date) },
      policy,
    );
    if (!beside.allow) return beside;
  }
  return { allow: true };
}

function refusalBeside(released: ReleasedCount[], query: ReleasedCount, minimum: number): Refusal | null {
  if (query.n < minimum) return 'small';
  const sameGroup = released.filter(({ group }) => group.key === query.group.key);
  const same = sameGroup.filter(({ unit }) => unit === query.unit);
  if (same.some(({ n }) => n === query.n)) return null;
  if (same.some(({ n }) => Math.abs(n - query.n) < minimum)) return 'corrected';
  if (sameGroup.some((other) => isTangled(other, query) && Math.abs(other.n - query.n) < minimum))
    return 'other_pool';
  const judged = judgeInEveryWorld(released, query, minimum);
  return judged === 'fine' ? null : judged;
}

/** Two pools with a class in common, neither within the other: how many students they differ by is not known. */
function isTangled(a: ReleasedCount, b: ReleasedCount): boolean {
  const within = (one: ReleasedCount, other: ReleasedCount) =>
    one.populations.every((population) => other.populations.includes(population));
  return sharesMeasure(a, b) && !within(a, b) && !within(b, a);
}
