import { cycleScales } from '#db/vocabulary';
import type { CycleScale } from '#db/vocabulary';

/**
 * The students behind one date of a shared chart: how many, and how many met the criterion where that was counted. Stays on
 * the team's side: nothing of it is ever shown.
 */
export type ReleasePoint = { date: string; n: number; k?: number };

/**
 * A student group. Family `all` is everybody. A family of groups named `f` and `non_f` splits everybody in two; the groups of
 * any other family (race) are parts of everybody beside an unprinted rest. Groups of two families overlap in unknown ways.
 */
export type ReleaseGroup = { key: string; family: string };

/**
 * A chart that left its team, or is about to. No students are stored, so its sets are counts. `populations`: the measures
 * pooled in it, usually one. `definitionKey`: the same for all measures that count the same thing.
 */
export type Release = {
  populations: string[];
  schoolId: string;
  definitionKey: string;
  scale: CycleScale;
  group: ReleaseGroup;
  points: ReleasePoint[];
};

export type ReleaseDecision =
  { allow: true } | { allow: false; why: string; date: string; alternative: string };

/** What one release says about one date. `unit` names the students it is drawn from. */
export type ReleasedCount = {
  unit: string;
  populations: string[];
  scale: number;
  group: ReleaseGroup;
  n: number;
  k: number | null;
};

/** The whole school is one set of students, whoever measures it. */
export const wholeSchool = 'whole_school';

/** The family of a group of db/student-groups by its key. */
export function familyOfGroup(key: string): string {
  const family = key.startsWith('non_') ? key.slice('non_'.length) : key;
  return ['all', 'swd', 'el', 'ecd'].includes(family) ? family : 'race';
}

export function isEverybody({ key, family }: ReleaseGroup): boolean {
  return key === 'all' || family === 'all';
}

/** The other half of a group that splits everybody in two, null when the group does not. */
export function complementOf({ key, family }: ReleaseGroup): string | null {
  if (key === family) return `non_${family}`;
  return key === `non_${family}` ? family : null;
}

/** Place of a scale from one student to the whole school. */
export function scaleRank(scale: CycleScale): number {
  return cycleScales.indexOf(scale);
}

/** What was released about the same thing in the same school on a date; points of nobody tell nothing. */
export function countsOn(releases: readonly Release[], query: Release, date: string): ReleasedCount[] {
  return releases
    .filter(
      ({ schoolId, definitionKey }) => schoolId === query.schoolId && definitionKey === query.definitionKey,
    )
    .flatMap((release) =>
      release.points
        .filter((point) => point.date === date && point.n > 0)
        .map((point) => ({ ...unitOf(release), group: release.group, n: point.n, k: point.k ?? null })),
    );
}

function unitOf({ populations, scale }: Release) {
  const rank = scaleRank(scale);
  if (scale === 'whole_school') return { unit: wholeSchool, populations: [wholeSchool], scale: rank };
  const pooled = [...new Set(populations)].sort();
  return { unit: JSON.stringify(pooled), populations: pooled, scale: rank };
}

/** The dates of a chart in order. Throws RangeError for counts that cannot be. */
export function datesOf({ populations, points }: Release): string[] {
  if (populations.length === 0) throw new RangeError('A release names at least one population.');
  for (const { date, n, k } of points) {
    if (!Number.isSafeInteger(n) || n < 0)
      throw new RangeError(`${date}: students are counted whole, from 0 on.`);
    if (k !== undefined && (!Number.isSafeInteger(k) || k < 0 || k > n)) {
      throw new RangeError(`${date}: at most ${n} students can have met the criterion.`);
    }
  }
  return [...new Set(points.map((point) => point.date))].sort();
}
