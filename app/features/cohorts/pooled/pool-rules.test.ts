import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '~/lib/school-day';
import { contributionsOf } from './contribution-rules';
import type { PoolGroup } from './contribution-rules';
import { poolOverTeams } from './pool-rules';
import type { TeamCount } from './pool-rules';

const group = (key: string, family: string, complementId: string | null = null): PoolGroup => ({
  ...{ id: key, key, name: key, family, complementId },
});
const all = group('all', 'all');
const swd = group('swd', 'swd', 'non_swd');
const nonSwd = group('non_swd', 'swd', 'swd');
const monday = '2026-01-05';
const today = '2026-06-01';

/** `count('a', 'swd', 5, 12)`: 5 of 12 students with disabilities of team a, whose school is its own unless said. */
function count(
  team: string,
  groupId: string,
  numerator: number,
  denominator: number,
  { date = monday, school = team }: { date?: string; school?: string } = {},
): TeamCount {
  return { teamId: team, schoolId: school, groupId, date, numerator, denominator };
}

const pool = (counts: TeamCount[], groups = [swd], minimum = 10) =>
  poolOverTeams({ frequency: 'weekly', groups, counts, today, policy: { minimum } });

describe('one group over teams', () => {
  it('adds up what three teams of three schools counted', () => {
    const [series] = pool([count('a', 'swd', 5, 12), count('b', 'swd', 6, 10), count('c', 'swd', 7, 14)]);
    expect(series).toMatchObject({
      state: 'shown',
      points: [{ date: monday, to: '2026-01-11', value: 50, show: '50%', teams: 3, leftOut: 0 }],
    });
  });

  it('leaves out a team of nine, and says so', () => {
    const [series] = pool([
      count('a', 'swd', 5, 12),
      count('b', 'swd', 6, 10),
      count('c', 'swd', 7, 14),
      count('d', 'swd', 9, 9),
    ]);
    expect(series?.points).toMatchObject([{ show: '50%', teams: 3, leftOut: 1 }]);
  });

  it('makes no point of two teams, nor of three teams of two schools', () => {
    const two = [count('a', 'swd', 5, 12), count('b', 'swd', 6, 10)];
    expect(pool(two)[0]).toMatchObject({ state: 'none', points: [] });
    expect(pool([...two, count('c', 'swd', 7, 14, { school: 'a' })])[0]).toMatchObject({ state: 'none' });
  });

  it('codes an extreme share', () => {
    const counts = ['a', 'b', 'c'].map((team) => count(team, 'swd', 10, 10));
    expect(pool(counts)[0]?.points).toMatchObject([{ show: '>90%', value: 90, isCoded: true }]);
  });

  it('takes one day of a week, never their sum', () => {
    const wednesday = addDays(monday, 2);
    const counts = ['a', 'b', 'c'].flatMap((team) => [
      count(team, 'swd', 2, 10),
      count(team, 'swd', 8, 10, { date: wednesday }),
    ]);
    expect(pool(counts)[0]?.points).toMatchObject([{ date: monday, show: '80%' }]);
  });

  it('waits until a week is over', () => {
    const counts = ['a', 'b', 'c'].map((team) => count(team, 'swd', 5, 10));
    const asked = { frequency: 'weekly', groups: [swd], counts } as const;
    expect(poolOverTeams({ ...asked, today: '2026-01-11' })[0]?.state).toBe('none');
    expect(poolOverTeams({ ...asked, today: '2026-01-12' })[0]?.state).toBe('shown');
  });

  it('goes by the minimum of the network, and never below ten', () => {
    const counts = ['a', 'b', 'c'].map((team) => count(team, 'swd', 5, 12));
    expect(pool(counts, [swd], 15)[0]?.state).toBe('none');
    const small = ['a', 'b', 'c'].map((team) => count(team, 'swd', 5, 9));
    expect(pool(small, [swd], 3)[0]?.state).toBe('none');
  });

  it('passes over numbers that count no students', () => {
    const counts = [...'abc'].map((team) => count(team, 'swd', 0.5, 12.5));
    expect(pool(counts)[0]?.state).toBe('none');
  });
});

describe('groups beside each other', () => {
  it('keeps a team out of a group whose rest would be small: 14 − 10 = 4', () => {
    const counts = ['a', 'b', 'c'].flatMap((team) => [count(team, 'all', 12, 30), count(team, 'swd', 4, 15)]);
    const tight = [count('d', 'all', 7, 14), count('d', 'swd', 5, 10)];
    const [everybody, disabled] = pool([...counts, ...tight], [all, swd]);
    expect(everybody?.points).toMatchObject([{ teams: 4, leftOut: 0 }]);
    expect(disabled?.points).toMatchObject([{ teams: 3, leftOut: 1 }]);
  });

  it('keeps a team out of the other half of a small group', () => {
    const counts = ['a', 'b', 'c'].flatMap((team) => [
      count(team, 'swd', 5, 12),
      count(team, 'non_swd', 9, 18),
    ]);
    const small = [count('d', 'swd', 3, 6), count('d', 'non_swd', 9, 18)];
    const [, others] = pool([...counts, ...small], [swd, nonSwd]);
    expect(others?.points).toMatchObject([{ teams: 3, leftOut: 1 }]);
  });

  it('pools a group only where its team counted everybody that day', () => {
    const counts = ['a', 'b', 'c'].flatMap((team) => [count(team, 'all', 15, 30), count(team, 'swd', 6, 15)]);
    const [, disabled] = pool([...counts, count('d', 'swd', 6, 15)], [all, swd]);
    expect(disabled?.points).toMatchObject([{ teams: 3, leftOut: 1 }]);
  });

  it('shows in words only what would tell that nearly all of the others did', () => {
    const counts = ['a', 'b', 'c'].flatMap((team) => [count(team, 'all', 15, 30), count(team, 'swd', 0, 15)]);
    // 45 of 90 and fewer than 5% of 45 leave everybody of the rest: its count would be known.
    const [everybody, disabled] = pool(counts, [all, swd]);
    expect([everybody?.state, disabled?.state]).toEqual(['shown', 'words_only']);
  });
});

describe('reports of two days laid beside each other', () => {
  const nextMonday = addDays(monday, 7);
  const both = (team: string, swd: [number, number], others: [number, number], date: string) => [
    count(team, 'all', swd[0] + others[0], swd[1] + others[1], { date }),
    count(team, 'swd', ...swd, { date }),
    count(team, 'non_swd', ...others, { date }),
  ];
  const steady = (date: string) => ['a', 'b', 'c'].flatMap((team) => both(team, [6, 12], [9, 18], date));
  // Eight students with disabilities: a row of its own, the other half, or everybody without it would tell of them.
  const small = (swd: number, date: string) => both('d', [swd, 8], [10, 20], date);
  const rows = (counts: TeamCount[], on = today) =>
    poolOverTeams({ frequency: 'weekly', groups: [all, swd, nonSwd], counts, today: on }).map(
      ({ groupId, points }) => [groupId, points.map(({ date, show, teams }) => `${date} ${show} ${teams}`)],
    );

  it('tell of eight students neither by a group, by the other half, nor by everybody', () => {
    const shown = new Map(
      rows([...steady(monday), ...small(0, monday)]).map(([key, points]) => [key, points]),
    );
    expect(shown.get('swd')).toEqual([`${monday} 50% 3`]);
    expect(shown.get('non_swd')).toEqual([`${monday} 50% 3`]);
    expect(shown.get('all')).toEqual([`${monday} 47% 4`]);
    // 47% is of 118 students: without the 90 of the other teams it is of all 28 of the small one, never of its eight.
    for (const met of [0, 4, 8]) {
      const again = new Map(
        rows([...steady(monday), ...small(met, monday)]).map(([key, points]) => [key, points]),
      );
      expect(again.get('swd')).toEqual(shown.get('swd'));
      expect(again.get('non_swd')).toEqual(shown.get('non_swd'));
    }
  });

  it('a later day adds whole weeks and changes no row that was told', () => {
    const counts = [...steady(monday), ...small(8, monday), ...steady(nextMonday), ...small(1, nextMonday)];
    const before = rows(counts, nextMonday);
    for (let days = 1; days <= 6; days += 1)
      expect(rows(counts, addDays(nextMonday, days)), `day ${days}`).toEqual(before);
    const after = rows(counts, addDays(nextMonday, 7));
    after.forEach(([key, points], place) => {
      expect(key).toBe(before[place]?.[0]);
      expect(points?.slice(0, 1)).toEqual(before[place]?.[1]);
      expect(points).toHaveLength(2);
    });
  });
});

const teamNumbers = fc
  .record({ all: fc.integer({ min: 0, max: 45 }), swd: fc.integer({ min: 0, max: 25 }) })
  .filter((sizes) => sizes.swd <= sizes.all)
  .chain((sizes) =>
    fc.record({
      sizes: fc.constant(sizes),
      swdMet: fc.integer({ min: 0, max: sizes.swd }),
      restMet: fc.integer({ min: 0, max: sizes.all - sizes.swd }),
      kept: fc.subarray(['all', 'swd', 'non_swd'], { minLength: 1 }),
      school: fc.integer({ min: 1, max: 6 }).map(String),
    }),
  );

/** The numbers of up to nine teams for one week, in everybody, a half and the other half. */
const network = fc.array(teamNumbers, { maxLength: 9 }).map((teams) =>
  teams.flatMap(({ sizes, swdMet, restMet, kept, school }, place) => {
    const at = { school };
    const team = `t${place}`;
    return [
      count(team, 'all', swdMet + restMet, sizes.all, at),
      count(team, 'swd', swdMet, sizes.swd, at),
      count(team, 'non_swd', restMet, sizes.all - sizes.swd, at),
    ].filter(({ groupId }) => kept.includes(groupId));
  }),
);

const groupSets = fc.constantFrom<PoolGroup[]>([all, swd], [all, swd, nonSwd], [swd, nonSwd], [swd]);
const minimums = fc.constantFrom(10, 15);

const contributionOf = (counts: TeamCount[], groups: PoolGroup[], team: string, minimum: number) =>
  contributionsOf(
    counts
      .filter(({ teamId }) => teamId === team)
      .map(({ groupId, numerator: k, denominator: n }) => ({ groupId, n, k })),
    groups,
    minimum,
  );
const teamsOf = (counts: TeamCount[]) => [...new Set(counts.map(({ teamId }) => teamId))];
const isEnough = (n: number, minimum: number) => n === 0 || n >= minimum;

describe('whatever teams count', () => {
  it('each team in a pool has the minimum of its own', () => {
    fc.assert(
      fc.property(network, groupSets, minimums, (counts, groups, minimum) => {
        for (const team of teamsOf(counts))
          for (const { n } of contributionOf(counts, groups, team, minimum))
            expect(n).toBeGreaterThanOrEqual(minimum);
      }),
    );
  });

  it('pools added and subtracted leave nobody, or the minimum, of every team', () => {
    fc.assert(
      fc.property(network, groupSets, minimums, (counts, groups, minimum) => {
        for (const team of teamsOf(counts)) {
          const brought = contributionOf(counts, groups, team, minimum);
          const size = (key: string) => brought.find(({ groupId }) => groupId === key)?.n ?? 0;
          if (size('all') === 0) continue;
          for (const parts of [['swd'], ['non_swd'], ['swd', 'non_swd']]) {
            const left = size('all') - parts.reduce((sum, key) => sum + size(key), 0);
            expect(isEnough(left, minimum)).toBe(true);
          }
        }
      }),
    );
  });

  it('a pool without any one of its teams is still two teams and twice the minimum', () => {
    fc.assert(
      fc.property(network, groupSets, minimums, (counts, groups, minimum) => {
        for (const { groupId, points } of pool(counts, groups, minimum)) {
          if (points.length === 0) continue;
          const within = teamsOf(counts).flatMap((team) =>
            contributionOf(counts, groups, team, minimum).filter((one) => one.groupId === groupId),
          );
          expect(points[0]?.teams).toBe(within.length);
          const total = within.reduce((sum, { n }) => sum + n, 0);
          for (const { n } of within) expect(total - n).toBeGreaterThanOrEqual(2 * minimum);
        }
      }),
    );
  });

  it('nothing of a team that is left out changes what is shown', () => {
    fc.assert(
      fc.property(network, groupSets, minimums, (counts, groups, minimum) => {
        const brings = new Set(
          teamsOf(counts).filter((team) => contributionOf(counts, groups, team, minimum).length > 0),
        );
        const values = (from: TeamCount[]) =>
          pool(from, groups, minimum).map(({ state, points }) => [state, points.map(({ show }) => show)]);
        expect(values(counts.filter(({ teamId }) => brings.has(teamId)))).toEqual(values(counts));
      }),
    );
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(network, groupSets, (counts, groups) => {
        expect(pool(counts.toReversed(), groups)).toEqual(pool(counts, groups));
      }),
    );
  });
});
