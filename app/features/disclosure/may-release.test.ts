import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayRelease } from './may-release';

/** Students `a1` to `a12` are `{ a: 12 }`. */
function students(groups: Record<string, number>) {
  const members = Object.entries(groups).flatMap(([name, size]) =>
    Array.from({ length: size }, (_, place) => `${name}${place}`),
  );
  return { members: new Set(members) };
}

describe('rule 7: one set', () => {
  it('has at least ten students', () => {
    expect(mayRelease([], students({ a: 9 }))).toEqual({
      allow: false,
      why: 'This group has fewer than 10 students.',
    });
    expect(mayRelease([], students({})).allow).toBe(false);
    expect(mayRelease([], students({ a: 10 }))).toEqual({
      allow: true,
      why: 'No group of fewer than 10 students can be worked out from this.',
    });
    expect(mayRelease([], students({ a: 10 }), { minimum: 11 }).allow).toBe(false);
    expect(mayRelease([], students({ a: 9 }), { minimum: 2 }).allow).toBe(false);
  });

  it('may be released again', () => {
    expect(mayRelease([students({ a: 12 })], students({ a: 12 }))).toEqual({
      allow: true,
      why: 'Exactly these students were shared before.',
    });
  });
});

describe('rule 7: two sets', () => {
  it('differ by nobody or by at least ten', () => {
    const before = [students({ a: 24 })];
    expect(mayRelease(before, students({ a: 25 }))).toEqual({
      allow: false,
      why: 'Set beside what was shared before, this would tell about a single student.',
    });
    expect(mayRelease(before, students({ a: 33 })).allow).toBe(false);
    expect(mayRelease(before, students({ a: 34 })).allow).toBe(true);
  });

  it('that overlap differ by those of both sides', () => {
    // 20 in both, 4 only before, 5 only now: 9. With 6 only now: 10, and no subtraction takes them apart.
    const before = [students({ both: 20, before: 4 })];
    expect(mayRelease(before, students({ both: 20, now: 5 }))).toEqual({
      allow: false,
      why: 'Set beside what was shared before, this would tell about a group of 9 students.',
    });
    expect(mayRelease(before, students({ both: 20, now: 6 })).allow).toBe(true);
  });
});

describe('rule 7: several sets', () => {
  it('leave no few students by subtracting parts from their whole', () => {
    // 36 − 12 − 20 = 4.
    const parts = [students({ a: 12 }), students({ b: 20 })];
    expect(mayRelease(parts, students({ a: 12, b: 20, rest: 4 }))).toEqual({
      allow: false,
      why: 'Together with what was shared before, this would tell about a group of 4 students.',
    });
    expect(mayRelease(parts, students({ a: 12, b: 20 })).allow).toBe(true);
    expect(mayRelease(parts, students({ a: 12, b: 20, rest: 10 })).allow).toBe(true);
  });

  it('leave none by halves: (ab + ac − bc) / 2 = a, 4 students', () => {
    const before = [students({ a: 4, b: 12 }), students({ b: 12, c: 13 })];
    expect(mayRelease(before, students({ a: 4, c: 13 }))).toMatchObject({
      allow: false,
      why: 'Together with what was shared before, this would tell about a group of 4 students.',
    });
    const enough = [students({ a: 10, b: 12 }), students({ b: 12, c: 13 })];
    expect(mayRelease(enough, students({ a: 10, c: 13 })).allow).toBe(true);
  });

  it('leave none by using a set more than once', () => {
    // With s = a+b+c, t = a+b+d, u = c+d+e, v = e+f+... a chain: s − t = c − d, so s − t + (c + d + x) = 2c + x.
    const before = [
      students({ m: 11, c: 3, x: 0 }),
      students({ m: 11, d: 14 }),
      students({ c: 3, d: 14, x: 12 }),
    ];
    // 2c + x, then x: c is 3.
    expect(mayRelease(before, students({ x: 12 })).allow).toBe(false);
  });

  it('find a small set spread over several places: 2 + 3 students', () => {
    const before = [students({ a: 15, p: 2, q: 3 }), students({ b: 15, p: 2, r: 10 })];
    expect(mayRelease(before, students({ a: 15 }))).toMatchObject({ allow: false });
  });

  it('refuse, and say so, where there are too many to be sure', () => {
    // 30 sets that each leave out other students at random: more small combinations than can be tried.
    let state = 7;
    const next = () => (state = (state * 16807) % 2147483647) / 2147483647;
    const everybody = Array.from({ length: 150 }, (_, place) => `s${place}`);
    const sets = Array.from({ length: 30 }, () => ({
      members: new Set(everybody.filter(() => next() < 0.5)),
    }));
    expect(mayRelease(sets, { members: new Set(everybody.slice(0, 75)) })).toEqual({
      allow: false,
      why: 'So many groups were shared before that nobody can be sure what this would tell.',
    });
  });
});

describe('attack: sums of released sets with whole factors', () => {
  const universe = Array.from({ length: 26 }, (_, place) => `s${place}`);
  /** Sets made of a few blocks, so that small leftovers are common. */
  const setOfBlocks = fc
    .uniqueArray(fc.nat(6), { minLength: 1, maxLength: 6 })
    .map(
      (blocks) =>
        new Set(
          universe.filter((_, place) =>
            blocks.includes(
              [0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 6, 6][place] ?? 0,
            ),
          ),
        ),
    );

  /** Every combination with factors from −3 to 3, divided by 1 to 3: does one say 1 for 1 to 9 students and 0 for all others? */
  function leavesFew(sets: Set<string>[]): boolean {
    const factors = [-3, -2, -1, 0, 1, 2, 3];
    let sums: number[][] = [universe.map(() => 0)];
    for (const set of sets) {
      sums = sums.flatMap((sum) =>
        factors.map((factor) =>
          sum.map((value, place) => value + (set.has(universe[place] ?? '') ? factor : 0)),
        ),
      );
    }
    return sums.some((sum) =>
      [1, 2, 3].some((divisor) => {
        const few = sum.filter((value) => value === divisor).length;
        return few >= 1 && few <= 9 && sum.every((value) => value === 0 || value === divisor);
      }),
    );
  }

  it('find no set of one to nine in whatever was allowed, one after the other', () => {
    fc.assert(
      fc.property(fc.array(setOfBlocks, { minLength: 1, maxLength: 7 }), (queries) => {
        const released: { members: Set<string> }[] = [];
        for (const members of queries) {
          if (released.length < 4 && mayRelease(released, { members }).allow) released.push({ members });
        }
        expect(leavesFew(released.map(({ members }) => members))).toBe(false);
        for (const a of released) {
          for (const b of released) {
            const apart = universe.filter(
              (student) => a.members.has(student) !== b.members.has(student),
            ).length;
            expect(apart === 0 || apart >= 10).toBe(true);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is refused exactly when it would succeed', () => {
    fc.assert(
      fc.property(fc.array(setOfBlocks, { minLength: 3, maxLength: 3 }), (sets) => {
        const [query = new Set<string>(), ...before] = sets;
        const answer = mayRelease(
          before.map((members) => ({ members })),
          { members: query },
        );
        if (before.some((set) => universe.every((student) => set.has(student) === query.has(student))))
          return;
        const near = before.some(
          (set) => universe.filter((student) => set.has(student) !== query.has(student)).length < 10,
        );
        expect(answer.allow).toBe(query.size >= 10 && !near && !leavesFew(sets));
      }),
      { numRuns: 150 },
    );
  });

  it('a longer history never allows more', () => {
    fc.assert(
      fc.property(
        fc.array(setOfBlocks, { minLength: 1, maxLength: 4 }),
        setOfBlocks,
        setOfBlocks,
        (history, more, query) => {
          const released = history.map((members) => ({ members }));
          const before = mayRelease(released, { members: query });
          const after = mayRelease([...released, { members: more }], { members: query });
          const isSame = universe.every((student) => more.has(student) === query.has(student));
          if (!before.allow && !isSame) expect(after.allow).toBe(false);
        },
      ),
    );
  });

  it('gives the same answer every time, in whatever order the history is', () => {
    fc.assert(
      fc.property(fc.array(setOfBlocks, { maxLength: 4 }), setOfBlocks, (history, members) => {
        const released = history.map((set) => ({ members: set }));
        const answer = mayRelease(released, { members });
        expect(mayRelease(released, { members })).toEqual(answer);
        expect(mayRelease([...released].reverse(), { members }).allow).toBe(answer.allow);
      }),
    );
  });
});
