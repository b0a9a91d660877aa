import { cycleScales } from '#db/vocabulary';
import type { CycleScale, MeasureFrequency } from '#db/vocabulary';
import type { Release } from '~/features/disclosure';
import { addDays, daysBetween, mondayOf } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';

/**
 * The students behind a point: `n` by what was said and the fewest ever said, `counted` and `k` as recorded where the
 * measure counts them. Tries may be counted for students, and a size may be said too low: both must hold.
 */
export type LedgerPoint = { date: string; n: number; counted?: number; k?: number };

/** A release as the ledger keeps it: whose it is, and every key of the measures pooled in it. */
export type LedgerEntry = Omit<Release, 'definitionKey' | 'points'> & {
  teamId: string;
  definitionKeys: string[];
  points: LedgerPoint[];
};

type Named = { sharedMeasureId: string | null; kind: string; name: string };

/** Words as they are compared: capitals and spaces make no difference. */
export const comparedWords = (words: string) => words.trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** The same thing measured, by whichever team: a shared measure, or one of the same kind and name. */
export function definitionKey({ sharedMeasureId, kind, name }: Named): string {
  return sharedMeasureId ?? `${kind} ${comparedWords(name)}`;
}

/** What a measure of a team counts: the thing itself, and the words that define it, which its other measures may share. */
export function definitionKeysOf(measure: Named & { definition: string }): string[] {
  const words = comparedWords(measure.definition);
  return words === '' ? [definitionKey(measure)] : [definitionKey(measure), `${measure.kind}: ${words}`];
}

const aMonday = '1970-01-05';

/** The period a point stands for: a measure taken on Thursday and one taken on Friday are of one week. */
function periodOf(day: SchoolDay, frequency: MeasureFrequency): string {
  if (frequency === 'monthly') return `month ${day.slice(0, 7)}`;
  const monday = mondayOf(day);
  if (frequency !== 'every_two_weeks') return `week ${monday}`;
  return `two weeks ${addDays(monday, -(daysBetween(aMonday, monday) % 14))}`;
}

/** Points under their day, and the last of each period under the period as well: numbers of either meet there. */
export function inTime<T extends { date: SchoolDay }>(points: T[], frequency: MeasureFrequency): T[] {
  const last = new Map<string, T>();
  for (const point of points.toSorted((one, other) => one.date.localeCompare(other.date)))
    last.set(periodOf(point.date, frequency), point);
  return [
    ...points.map((point) => ({ ...point, date: onDay(point.date) })),
    ...[...last].map(([period, point]) => ({ ...point, date: period })),
  ];
}

export const onDay = (day: SchoolDay) => `on ${day}`;

const shares = (some: string[], others: Set<string>) => some.some((one) => others.has(one));

/**
 * A team's own entries that speak of the same students as a query: pooled with one of its measures, or counting the same
 * thing, or so related to one that is.
 */
export function relatedEntries(entries: LedgerEntry[], query: LedgerEntry): LedgerEntry[] {
  const populations = new Set(query.populations);
  const keys = new Set(query.definitionKeys);
  const related = new Set<LedgerEntry>();
  let found = true;
  while (found) {
    found = false;
    for (const entry of entries) {
      if (related.has(entry) || entry.teamId !== query.teamId) continue;
      if (!shares(entry.populations, populations) && !shares(entry.definitionKeys, keys)) continue;
      related.add(entry);
      entry.populations.forEach((one) => populations.add(one));
      entry.definitionKeys.forEach((one) => keys.add(one));
      found = true;
    }
  }
  return [...related];
}

const oneKey = 'the same students';

/** An entry as the ledger's rule reads it, under one key with all related ones: by what was said, or by what was counted. */
export function asRelease(
  { teamId: _teamId, definitionKeys: _keys, points, ...entry }: LedgerEntry,
  by: 'said' | 'counted',
): Release {
  return {
    ...entry,
    definitionKey: oneKey,
    points: points.map(({ date, n, counted, k }) => {
      const size = by === 'counted' ? (counted ?? n) : n;
      return { date, n: size, ...(k !== undefined && size === counted ? { k } : {}) };
    }),
  };
}

/** The fewest students ever said to be behind a population's point: a larger number said later takes nothing back. */
export function fewestSaid(entries: LedgerEntry[], query: LedgerEntry): Map<string, number> {
  const same = JSON.stringify(query.populations.toSorted());
  const fewest = new Map<string, number>();
  for (const entry of entries) {
    const isSame =
      entry.teamId === query.teamId &&
      entry.group.key === query.group.key &&
      JSON.stringify(entry.populations.toSorted()) === same;
    if (!isSame) continue;
    for (const { date, n } of entry.points) fewest.set(date, Math.min(n, fewest.get(date) ?? n));
  }
  return fewest;
}

/** A chart of several classes may hold the students of other teams' charts. */
export const isWide = (scale: CycleScale) => cycleScales.indexOf(scale) > cycleScales.indexOf('one_class');

export type Refusal = { why: string; alternative: string };

/**
 * Why a chart may not go out beside other teams of its school; null when it may. The answer rests on who measures what and
 * on charts that were shared by name, never on anybody's numbers: else one could ask with one number after another
 * and read another team's from the answers.
 */
export function besideOthers(
  query: Pick<LedgerEntry, 'scale' | 'teamId' | 'definitionKeys' | 'points'>,
  {
    isHidden,
    othersMeasureIt,
    entries,
  }: { isHidden: boolean; othersMeasureIt: boolean; entries: LedgerEntry[] },
): Refusal | null {
  if (isWide(query.scale) && isHidden)
    return {
      why: 'A chart of several classes can be recognised by others of the school, so it does not go out without its name.',
      alternative: 'Share the story and the shape in words, or sign it by name.',
    };
  if (isWide(query.scale) && othersMeasureIt)
    return {
      why: 'Other teams of your school count the same thing, and a chart of several classes may hold their students: beside a chart of theirs it could tell about a few of them.',
      alternative: 'Share the chart of your own class, or the story and the shape in words.',
    };
  const periods = new Set(query.points.map(({ date }) => date));
  const keys = new Set(query.definitionKeys);
  const within = entries.some(
    (entry) =>
      entry.teamId !== query.teamId &&
      isWide(entry.scale) &&
      shares(entry.definitionKeys, keys) &&
      entry.points.some(({ date }) => periods.has(date)),
  );
  if (!within) return null;
  return {
    why: 'A chart of several classes of your school, of the same thing and time, is already shared: yours could be taken away from it, and would leave a few students.',
    alternative: 'Share the story and the shape in words, without numbers.',
  };
}
