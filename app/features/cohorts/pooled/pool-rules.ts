import type { MeasureFrequency } from '#db/vocabulary';
import { minimumOf, poolSeries, protectTable, releaseSeries } from '~/features/disclosure';
import type { DisclosurePolicy, RecordedPoint, Table } from '~/features/disclosure';
import { periodOf } from '~/features/measures/due-rules';
import { groupedBy } from '~/lib/grouped-by';
import type { SchoolDay } from '~/lib/school-day';
import { contributionsOf, isEverybody } from './contribution-rules';
import type { GroupCount, PoolGroup } from './contribution-rules';
import type { PooledPoint, PooledSeries } from './pooled-series';

/** `numerator` of `denominator` students of a group of a team, on a day. */
export type TeamCount = {
  teamId: string;
  schoolId: string;
  groupId: string;
  date: SchoolDay;
  numerator: number;
  denominator: number;
};

export type PoolInput = {
  frequency: MeasureFrequency;
  groups: readonly PoolGroup[];
  /** Of one shared measure, without points that count for nothing. Groups that are not pooled tell how small a rest is. */
  counts: readonly TeamCount[];
  /** Periods that end before it are pooled: a running one would grow under its readers, team by team. */
  today: SchoolDay;
  policy?: DisclosurePolicy;
};

/** Fewer teams, or schools, than these in a period make no point. */
export const fewestTeams = 3;

type TeamPeriod = { teamId: string; schoolId: string; counts: GroupCount[]; contributed: GroupCount[] };
type Pool = { group: PoolGroup; n: number; k: number; teams: number; leftOut: number };

/** Whole counts that can be; a proportion of nobody is a group of nobody. */
function isCounted({ numerator, denominator }: TeamCount): boolean {
  const isWhole = Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator);
  return isWhole && numerator >= 0 && numerator <= denominator;
}

/** Of the days of a period the one on which most groups were counted, the latest of several: weeks and days are never summed. */
function countsOfDay(counts: readonly TeamCount[]): readonly TeamCount[] {
  const days = [...groupedBy(counts, ({ date }) => date).entries()];
  const [first] = days.toSorted(
    ([day, one], [otherDay, other]) => other.length - one.length || otherDay.localeCompare(day),
  );
  return first?.[1] ?? [];
}

function teamPeriods(
  counts: readonly TeamCount[],
  groups: readonly PoolGroup[],
  minimum: number,
): TeamPeriod[] {
  return [...groupedBy(counts, ({ teamId }) => teamId).entries()].map(([teamId, ofTeam]) => {
    const day = countsOfDay(ofTeam).map(({ groupId, numerator, denominator }) => ({
      ...{ groupId, n: denominator, k: numerator },
    }));
    return {
      ...{ teamId, schoolId: ofTeam[0]?.schoolId ?? '', counts: day },
      contributed: contributionsOf(day, groups, minimum),
    };
  });
}

/** The pool of one group in one period; null with fewer than three teams of three schools. */
function poolOf(group: PoolGroup, teams: readonly TeamPeriod[], date: SchoolDay): Pool | null {
  const isOfGroup = ({ groupId }: GroupCount) => groupId === group.id;
  const within = teams.filter(({ contributed }) => contributed.some(isOfGroup));
  const schools = new Set(within.map(({ schoolId }) => schoolId));
  if (within.length < fewestTeams || schools.size < fewestTeams) return null;
  const pooled = poolSeries(
    within.map(({ contributed }) => ({
      ...{ kind: 'proportion', students: null },
      points: contributed
        .filter(isOfGroup)
        .map(({ n, k }) => ({ date, value: null, numerator: k, denominator: n })),
    })),
  );
  const [point] = pooled.points;
  if (!point) return null;
  const having = teams.filter(({ counts }) => counts.some((count) => isOfGroup(count) && count.n > 0));
  return {
    ...{ group, n: point.denominator ?? 0, k: point.numerator ?? 0 },
    ...{ teams: within.length, leftOut: having.length - within.length },
  };
}

/** The pools of one period as a table: everybody is the sum of each family's parts and an unprinted rest. */
function tableOf(pools: readonly Pool[]): Table {
  const cells: Table['cells'] = pools.map(({ group, n, k }) => ({ id: group.id, n, k }));
  const all = pools.find(({ group }) => isEverybody(group));
  if (!all) return { cells, relations: [] };
  const families = groupedBy(
    pools.filter((pool) => pool !== all),
    ({ group }) => group.family,
  );
  const relations = [...families.entries()].map(([family, parts]) => {
    const sum = (of: (pool: Pool) => number) => parts.reduce((total, pool) => total + of(pool), 0);
    const rest = { id: `rest of ${family}`, n: all.n - sum(({ n }) => n), k: all.k - sum(({ k }) => k) };
    cells.push({ ...rest, implied: true });
    return { total: all.group.id, parts: [...parts.map(({ group }) => group.id), rest.id] };
  });
  return { cells, relations };
}

type PooledPeriod = { from: SchoolDay; to: SchoolDay; pools: Pool[]; hidden: ReadonlySet<string> };

function poolPeriods({ frequency, groups, counts, today, policy }: PoolInput): PooledPeriod[] {
  const periods = groupedBy(counts.filter(isCounted), ({ date }) => periodOf(frequency, date).from);
  return [...periods.entries()]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .flatMap(([from, ofPeriod]) => {
      const { to } = periodOf(frequency, from);
      if (to >= today) return [];
      const teams = teamPeriods(ofPeriod, groups, minimumOf(policy));
      const pools = groups.flatMap((group) => poolOf(group, teams, from) ?? []);
      const { cells } = protectTable(tableOf(pools), policy);
      return [
        {
          from,
          to,
          pools,
          hidden: new Set(cells.flatMap((cell) => (cell.state === 'hidden' ? cell.id : []))),
        },
      ];
    });
}

function seriesOf(
  group: PoolGroup,
  periods: readonly PooledPeriod[],
  policy?: DisclosurePolicy,
): PooledSeries {
  const series = { groupId: group.id, groupKey: group.key, groupName: group.name };
  const within = periods.flatMap(({ from, to, pools, hidden }) => {
    const pool = pools.find((one) => one.group.id === group.id);
    return pool ? [{ from, to, pool, isHidden: hidden.has(group.id) }] : [];
  });
  if (within.length === 0) return { ...series, state: 'none', points: [] };
  const recorded = within.map(({ from, pool: { n, k } }): RecordedPoint => ({
    ...{ date: from, value: null, numerator: k, denominator: n, students: n },
  }));
  const released = releaseSeries({ kind: 'proportion', students: null, points: recorded }, policy);
  if (released.state !== 'shown' || within.some(({ isHidden }) => isHidden))
    return { ...series, state: 'words_only', points: [] };
  const points = released.points.flatMap(({ date, value, show, code }): PooledPoint[] => {
    const period = within.find(({ from }) => from === date);
    if (!period) return [];
    const { to, pool } = period;
    return [{ date, to, value, show, isCoded: code !== null, teams: pool.teams, leftOut: pool.leftOut }];
  });
  return { ...series, state: 'shown', points };
}

/**
 * A proportion that several teams count alike, pooled: one series for each group, by the measure's period, as released.
 * Pure; rules 1, 2, 3 to 5 and 8 of disclosure.md.
 *
 * - A team is in a period's pool with at least the minimum of students of its own, and only where what it leaves of everybody
 *   and the group's other half are nobody or the minimum too (`contributionsOf`).
 * - A point needs three teams of three schools, and a period that is over. A team's newest fullest day stands for its period;
 *   days and weeks are never summed.
 * - The groups of a period are protected as one table; a series with a hidden point is `words_only`.
 *
 * Gives no count of students: percents, codes, and how many teams are in each point.
 */
export function poolOverTeams(input: PoolInput): PooledSeries[] {
  const periods = poolPeriods(input);
  return input.groups.map((group) => seriesOf(group, periods, input.policy));
}
