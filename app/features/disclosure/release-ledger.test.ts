import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { familyOfGroup } from './release';
import type { Release } from './release';
import { checkRelease } from './release-ledger';
import { protectedWith } from './release-table';
import { alternatives } from './release-words';

const week = '2026-09-07';

type Chart = Partial<Omit<Release, 'group' | 'points'>> & {
  group?: string;
  n: number | Record<string, number>;
  k?: number;
};

function release({ group = 'all', n, k, ...rest }: Chart): Release {
  const points = Object.entries(typeof n === 'number' ? { [week]: n } : n);
  return {
    populations: ['class a'],
    ...{ schoolId: 'school', definitionKey: 'on time', scale: 'one_class', ...rest },
    group: { key: group, family: familyOfGroup(group) },
    points: points.map(([date, students]) => ({ date, n: students, ...(k === undefined ? {} : { k }) })),
  };
}

/** Shares one after the other; what is refused does not go into the ledger. */
function share(...charts: Chart[]): boolean[] {
  const ledger: Release[] = [];
  return charts.map((chart) => {
    const { allow } = checkRelease(ledger, release(chart));
    if (allow) ledger.push(release(chart));
    return allow;
  });
}

describe('one measure', () => {
  it('is refused with few students, with a reason and another way', () => {
    expect(checkRelease([], release({ n: 9, scale: 'small_group' }))).toEqual({
      allow: false,
      date: week,
      why: 'This is a group of fewer than 10 students.',
      alternative: alternatives.pool,
    });
    expect(share({ n: 10 })).toEqual([true]);
    expect(checkRelease([], release({ n: 14 }), { minimum: 15 }).allow).toBe(false);
  });

  it('SWD (12), then all (16): 4 are left', () => {
    expect(checkRelease([release({ group: 'swd', n: 12 })], release({ n: 16 }))).toEqual({
      allow: false,
      date: week,
      why: 'Together with what was shared before, this would tell about a group of fewer than 10 students.',
      alternative: alternatives.words,
    });
    expect(share({ n: 16 }, { group: 'swd', n: 12 })).toEqual([true, false]);
  });

  it('SWD (12), non-SWD (14), all (26), in every order', () => {
    const charts: Chart[] = [{ group: 'swd', n: 12 }, { group: 'non_swd', n: 14 }, { n: 26 }];
    const [a, b, c] = charts;
    if (!a || !b || !c) throw new Error('three charts');
    for (const order of [
      [a, b, c],
      [a, c, b],
      [b, a, c],
      [b, c, a],
      [c, a, b],
      [c, b, a],
    ]) {
      expect(share(...order)).toEqual([true, true, true]);
    }
  });

  it('SWD (12) and non-SWD (14) are 26 together: English learners (22) would leave 4 others', () => {
    expect(share({ group: 'swd', n: 12 }, { group: 'non_swd', n: 14 }, { group: 'el', n: 22 })).toEqual([
      true,
      true,
      false,
    ]);
    expect(share({ group: 'swd', n: 12 }, { group: 'el', n: 22 }, { group: 'non_swd', n: 14 })).toEqual([
      true,
      true,
      false,
    ]);
    expect(share({ group: 'swd', n: 12 }, { group: 'non_swd', n: 14 }, { group: 'el', n: 16 })).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('groups of two families overlap in ways nobody knows', () => {
    // 30 − 12 SWD − 14 EL would be 4 if nobody were both; that does not follow.
    expect(share({ n: 30 }, { group: 'swd', n: 12 }, { group: 'el', n: 14 })).toEqual([true, true, true]);
  });

  it('races leave an unprinted rest: 24 − 12 − 10 = 2', () => {
    expect(share({ n: 24 }, { group: 'black', n: 12 }, { group: 'white', n: 10 })).toEqual([
      true,
      true,
      false,
    ]);
    expect(share({ group: 'black', n: 12 }, { group: 'white', n: 10 }, { n: 24 })).toEqual([
      true,
      true,
      false,
    ]);
    expect(share({ n: 32 }, { group: 'black', n: 12 }, { group: 'white', n: 10 })).toEqual([
      true,
      true,
      true,
    ]);
    expect(share({ n: 22 }, { group: 'black', n: 12 }, { group: 'white', n: 10 })).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('is refused where the numbers do not fit', () => {
    expect(checkRelease([release({ group: 'swd', n: 30 })], release({ n: 20 }))).toMatchObject({
      allow: false,
      why: expect.stringContaining('do not fit') as unknown,
    });
    expect(share({ group: 'swd', n: 12 }, { group: 'non_swd', n: 14 }, { n: 27 })).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('the same chart again', () => {
  const before = release({ n: { '2026-09-07': 24, '2026-09-14': 24 } });

  it('may be shared as it was, and with more weeks', () => {
    expect(checkRelease([before], before)).toEqual({ allow: true });
    expect(
      checkRelease([before], release({ n: { '2026-09-07': 24, '2026-09-14': 24, '2026-09-21': 25 } })),
    ).toEqual({
      allow: true,
    });
    expect(checkRelease([before], release({ n: { '2026-09-14': 24 } }))).toEqual({ allow: true });
  });

  it('is refused for the date whose number of students went from 24 to 25', () => {
    expect(checkRelease([before], release({ n: { '2026-09-07': 24, '2026-09-14': 25 } }))).toMatchObject({
      ...{ allow: false, date: '2026-09-14', alternative: alternatives.otherWeeks },
    });
    expect(checkRelease([before], release({ n: { '2026-09-07': 24, '2026-09-14': 15 } })).allow).toBe(false);
    expect(checkRelease([before], release({ n: { '2026-09-07': 24, '2026-09-14': 34 } })).allow).toBe(true);
  });

  it('says nothing about another thing measured, another school or another date', () => {
    const swd = { group: 'swd', n: 20 };
    expect(checkRelease([before], release({ ...swd, definitionKey: 'reading' })).allow).toBe(true);
    expect(checkRelease([before], release({ ...swd, schoolId: 'other' })).allow).toBe(true);
    expect(checkRelease([before], release({ group: 'swd', n: { '2026-10-05': 20 } })).allow).toBe(true);
    expect(checkRelease([before], release(swd)).allow).toBe(false);
  });

  it('leaves out dates on which nobody was counted', () => {
    expect(checkRelease([before], release({ n: { '2026-09-07': 24, '2026-09-14': 0 } })).allow).toBe(true);
  });
});

describe('a class, and what it is part of', () => {
  const a: Chart = { n: 20 };
  const pool = (n: number): Chart => ({ populations: ['class a', 'class b'], scale: 'several_classes', n });

  it('then the pooled classes: 26 − 20 = 6', () => {
    expect(share(a, pool(26))).toEqual([true, false]);
    expect(share(pool(26), a)).toEqual([true, false]);
    expect(share(a, pool(30))).toEqual([true, true]);
    expect(share(a, pool(19))).toEqual([true, false]);
  });

  it('pools count whatever scale the cycle has', () => {
    expect(share(a, { ...pool(26), scale: 'one_class' })).toEqual([true, false]);
  });

  it('pooled with one class and then with another', () => {
    const other: Chart = { populations: ['class a', 'class c'], scale: 'several_classes', n: 28 };
    expect(share(pool(26), other)).toEqual([true, false]);
    expect(checkRelease([release(pool(26))], release(other))).toMatchObject({
      alternative: alternatives.samePool,
    });
    expect(share(pool(26), { ...other, n: 40 })).toEqual([true, true]);
  });

  it('then the whole school by another team: 26 − 20 = 6', () => {
    const school: Chart = { populations: ['another measure'], scale: 'whole_school', n: 26 };
    expect(share(a, school)).toEqual([true, false]);
    expect(share(school, a)).toEqual([true, false]);
    expect(share(a, { ...school, n: 30 })).toEqual([true, true]);
    expect(share(a, { ...school, n: 20 })).toEqual([true, true]);
    expect(share(a, { ...school, n: 18 })).toEqual([true, false]);
  });

  it('of one group, beside everybody: the others of the school without the class', () => {
    // School: 60, 30 with the flag. Class: 25, 11 with it. Flag elsewhere: 19; without it elsewhere: 30 − 14 = 16.
    const school: Chart = { populations: ['s'], scale: 'whole_school', n: 60 };
    const flag = { group: 'swd' };
    expect(share(school, { ...school, ...flag, n: 30 }, { n: 25 }, { ...flag, n: 11 })).toEqual([
      true,
      true,
      true,
      true,
    ]);
    // Class: 38, 11 with it. Without it elsewhere: 30 − 27 = 3.
    expect(share(school, { ...school, ...flag, n: 30 }, { n: 38 }, { ...flag, n: 11 })).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('the rests of two: 40 − 12 − 10 = 18 in the school, 12 − 2 … in the class', () => {
    // School: 60, black 20, white 25, rest 15. Class: 30, black 10, white 10, rest 10. Elsewhere the rest is 5.
    const school: Chart = { populations: ['s'], scale: 'whole_school', n: 60 };
    expect(
      share(
        ...[school, { ...school, group: 'black', n: 20 }, { ...school, group: 'white', n: 25 }],
        ...[{ n: 30 }, { group: 'black', n: 10 }, { group: 'white', n: 10 }],
      ),
    ).toEqual([true, true, true, true, true, false]);
  });

  it('two teams of one scale are different students; the whole school is the same', () => {
    expect(share(a, { populations: ['class b'], n: 26 })).toEqual([true, true]);
    const school: Chart = { populations: ['s'], scale: 'whole_school', n: 200 };
    expect(share(school, { ...school, populations: ['t'], n: 204 })).toEqual([true, false]);
  });

  it('classes that do not fit into their school are refused', () => {
    const school: Chart = { populations: ['s'], scale: 'whole_school', n: 40 };
    expect(share(school, { populations: ['x'], n: 25 }, { populations: ['y'], n: 30 })).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('small groups may be in any class that can hold them', () => {
    const small = (name: string, n: number): Chart => ({ populations: [name], scale: 'small_group', n });
    // 24 − 12 and 24 − 14 leave enough; both do not fit into the class together, so one is elsewhere.
    expect(share({ n: 24 }, small('g', 12), small('h', 14))).toEqual([true, true, true]);
    expect(share({ n: 24 }, small('g', 16))).toEqual([true, false]);
    // 40 − 12 − 20 = 8.
    expect(share({ n: 40 }, small('g', 12), small('h', 20))).toEqual([true, true, false]);
    // One that is larger than the class that should hold it is not understood.
    expect(share({ n: 24 }, small('g', 30))).toEqual([true, false]);
  });

  it('a small group may be in the other class of a pool: 38 − 22 − 12 = 4', () => {
    const small: Chart = { populations: ['g'], scale: 'small_group', n: 12 };
    expect(share({ n: 22 }, pool(38), small)).toEqual([true, true, false]);
    expect(share(pool(38), small)).toEqual([true, true]);
    expect(share({ n: 22 }, small)).toEqual([true, true]);
  });

  it('many classes of one school are checked in time', () => {
    const classes = Array.from({ length: 20 }, (_, place): Chart => ({ populations: [`c${place}`], n: 25 }));
    const school: Chart = { populations: ['s'], scale: 'whole_school', n: 540 };
    expect(share(school, ...classes).every((allow) => allow)).toBe(true);
    expect(share({ ...school, n: 505 }, ...classes).at(-1)).toBe(false);
  });
});

describe('percents beside each other', () => {
  it('are refused where the table would hide the one asked for', () => {
    // all: 14 of 40. With the flag 14 of 28: so none of the 12 others.
    const before = [release({ n: 40, k: 14 })];
    expect(checkRelease(before, release({ group: 'swd', n: 28, k: 14 }))).toMatchObject({ allow: false });
    expect(protectedWith(before, release({ group: 'swd', n: 28, k: 14 }))).toMatchObject({
      ...{ allow: false, date: week, alternative: alternatives.words },
    });
    // 8 of 28 leaves 6 of 12.
    expect(checkRelease(before, release({ group: 'swd', n: 28, k: 8 })).allow).toBe(true);
    expect(checkRelease(before, release({ group: 'swd', n: 28 })).allow).toBe(true);
  });

  it('are refused where they would settle a code that is out: 4 of 26, none of 12, 4 of 14', () => {
    const before = [release({ n: 26, k: 4 }), release({ group: 'swd', n: 12, k: 0 })];
    expect(protectedWith([], release({ group: 'swd', n: 12, k: 0 }))).toEqual({ allow: true });
    expect(protectedWith(before.slice(0, 1), release({ group: 'swd', n: 12, k: 0 }))).toEqual({
      allow: true,
    });
    expect(protectedWith(before, release({ group: 'non_swd', n: 14, k: 4 })).allow).toBe(false);
  });

  it('take two halves as everybody, and rests of races as unprinted', () => {
    const halves = [release({ group: 'swd', n: 20, k: 10 }), release({ group: 'non_swd', n: 20, k: 4 })];
    // Everybody: 14 of 40; English learners 14 of 28 leave none of 12.
    expect(protectedWith(halves, release({ group: 'el', n: 28, k: 14 })).allow).toBe(false);
    const races = [release({ n: 40, k: 14 }), release({ group: 'black', n: 14, k: 7 })];
    expect(protectedWith(races, release({ group: 'white', n: 14, k: 7 })).allow).toBe(false);
    expect(protectedWith(races, release({ group: 'white', n: 14, k: 4 })).allow).toBe(true);
  });

  it('are refused where the counts do not fit', () => {
    expect(protectedWith([release({ n: 40, k: 4 })], release({ group: 'swd', n: 20, k: 10 }))).toMatchObject({
      why: expect.stringContaining('do not fit') as unknown,
    });
  });
});

describe('a refusal', () => {
  it('tells no number of another team', () => {
    const answer = checkRelease(
      [release({ n: 20 })],
      release({ populations: ['s'], scale: 'whole_school', n: 26 }),
    );
    expect(JSON.stringify({ ...answer, date: '' })).not.toMatch(/\b(20|26|6)\b/);
  });
});

it('counts that cannot be throw', () => {
  expect(() => checkRelease([], release({ n: 10.5 }))).toThrow(RangeError);
  expect(() => checkRelease([], release({ n: 10, k: 11 }))).toThrow(RangeError);
  expect(() => checkRelease([], release({ populations: [], n: 10 }))).toThrow(RangeError);
});

describe('attack: students laid out at random', () => {
  /**
   * A school of three classes; each student has a flag of two families and a race. Charts of classes, pools and the school, of any
   * group, are asked for in random order. The attacker knows which students are meant and adds and subtracts pairs and
   * triples of what was allowed.
   */
  const student = fc.record({
    room: fc.constantFrom('a', 'b', 'c'),
    swd: fc.boolean(),
    el: fc.boolean(),
    race: fc.constantFrom('black', 'white', 'asian'),
  });
  const school = fc.array(student, { minLength: 40, maxLength: 90 });
  const chart = fc.record({
    rooms: fc.constantFrom('a', 'b', 'c', 'ab', 'bc', 'abc'),
    group: fc.constantFrom('all', 'swd', 'non_swd', 'el', 'non_el', 'black', 'white'),
  });
  type Student = { room: string; swd: boolean; el: boolean; race: string };
  const isIn = (group: string, { swd, el, race }: Student) =>
    ({ all: true, swd, non_swd: !swd, el, non_el: !el })[group] ?? race === group;

  it('finds no group of one to nine by subtracting what it can tell lies in each other', () => {
    fc.assert(
      fc.property(school, fc.array(chart, { minLength: 2, maxLength: 9 }), (students, charts) => {
        const ledger: Release[] = [];
        const known: { group: string; members: Set<Student> }[] = [];
        for (const { rooms, group } of charts) {
          const members = students.filter((one) => rooms.includes(one.room) && isIn(group, one));
          if (members.length === 0) continue;
          const query = release({
            ...{ populations: [...rooms], group, n: members.length },
            scale: rooms === 'abc' ? 'whole_school' : rooms.length === 1 ? 'one_class' : 'several_classes',
          });
          if (!checkRelease(ledger, query).allow) continue;
          ledger.push(query);
          known.push({ group, members: new Set(members) });
        }
        const names = known.map(({ members }) => members);
        const within = (a: Set<Student>, b: Set<Student>) => [...a].every((one) => b.has(one));
        for (const whole of known) {
          expect(whole.members.size).toBeGreaterThanOrEqual(10);
          for (const part of known) {
            const follows = whole.group === 'all' || whole.group === part.group;
            if (!follows || !within(part.members, whole.members)) continue;
            const rest = whole.members.size - part.members.size;
            expect(rest === 0 || rest >= 10).toBe(true);
            for (const other of names) {
              const apart = [...other].every((one) => whole.members.has(one) && !part.members.has(one));
              const sameFamily = known.find(({ members }) => members === other)?.group ?? '';
              if (!apart || familyOfGroup(sameFamily) !== familyOfGroup(part.group)) continue;
              const left = rest - other.size;
              expect(left === 0 || left >= 10).toBe(true);
            }
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('a longer ledger never allows more, and the answer is always the same', () => {
    const row = fc.record({
      populations: fc.constantFrom<string[]>(['a'], ['b'], ['a', 'b'], ['s']),
      group: fc.constantFrom('all', 'swd', 'non_swd', 'black'),
      n: fc.integer({ min: 8, max: 60 }),
    });
    const asRelease = ({ populations, group, n }: { populations: string[]; group: string; n: number }) =>
      release({
        ...{ populations, group, n },
        scale:
          populations[0] === 's' ? 'whole_school' : populations.length > 1 ? 'several_classes' : 'one_class',
      });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), row, row, (rows, more, asked) => {
        const ledger = rows.map(asRelease);
        const query = asRelease(asked);
        const before = checkRelease(ledger, query);
        expect(checkRelease(ledger, query)).toEqual(before);
        const isSame = JSON.stringify(more) === JSON.stringify(asked);
        if (!before.allow && !isSame)
          expect(checkRelease([...ledger, asRelease(more)], query).allow).toBe(false);
      }),
    );
  });
});
