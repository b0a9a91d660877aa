import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeasureStanding } from './measure-standing-rules';
import type { MonthFacts } from './month-facts-rules';
import { scoreProgress } from './progress-rules';
import { progressScale } from './progress-scale';

const nothing: MonthFacts = {
  ...{ hasAim: false, members: 0, measures: 0, cycles: 0, doing: 0, tested: 0, numbers: 0 },
  standings: [],
};
const chartered: MonthFacts = { ...nothing, hasAim: true, members: 3 };
const planning: MonthFacts = { ...chartered, measures: 2, cycles: 1 };
const active: MonthFacts = { ...planning, doing: 1, numbers: 4 };
const still = (name: string): MeasureStanding => ({
  measureId: name,
  name,
  improved: false,
  tooEarly: false,
  way: 0,
});
const moved = (name: string, way: number): MeasureStanding => ({ ...still(name), improved: true, way });
const tested = (...standings: MeasureStanding[]): MonthFacts => ({ ...active, tested: 1, standings });

const score = (now: MonthFacts, before: MonthFacts | null = null, twoBefore: MonthFacts | null = null) => {
  const { score: step, reason, next } = scoreProgress({ now, before, twoBefore });
  return [step, reason, next];
};

describe('each step of the scale', () => {
  it('0.5: the team has joined', () => {
    expect(score(nothing)).toEqual([
      0.5,
      'The team has joined; what it works on is still to be written.',
      'To 1.0: a written aim and a second person on the team.',
    ]);
    expect(score({ ...chartered, members: 1 })[2]).toBe('To 1.0: a second person on the team.');
  });

  it('1.0: charter and team', () =>
    expect(score(chartered)).toEqual([
      1,
      'The aim is written, and there are three people on the team.',
      'To 1.5: a first measure, or a first cycle in Plan.',
    ]));

  it('1.5: planning', () => {
    expect(score(planning)).toEqual([
      1.5,
      'Planning has begun: 2 measures and 1 cycle written, no number logged and nothing tried yet.',
      'To 2.0: a first number, or a cycle that begins Do.',
    ]);
    expect(score({ ...nothing, measures: 1 })[0]).toBe(1.5);
  });

  it('2.0: activity, and no change tested', () => {
    expect(score(active)).toEqual([
      2,
      'A change is being tried; no test has come as far as Study yet.',
      'To 2.5: a cycle that comes as far as Study and a measure with a goal and numbers.',
    ]);
    expect(score({ ...active, doing: 0 })[1]).toBe('Numbers are logged; no change has been tried yet.');
    expect(score(tested())).toEqual([
      2,
      'A change has been tested; no measure with a goal has numbers yet.',
      'To 2.5: a measure with a goal and numbers.',
    ]);
    expect(score({ ...active, standings: [moved('A', 1)] })[2]).toBe(
      'To 2.5: a cycle that comes as far as Study.',
    );
  });

  it('2.5: changes tested, no improvement', () => {
    expect(score(tested(still('A')))).toEqual([
      2.5,
      'One cycle has been through Do; no measure with a goal shows an improvement beyond chance yet.',
      'To 3.0: one measure a fifth of the way to its goal, beyond chance.',
    ]);
    expect(score(tested(moved('A', 0.196)))).toEqual([
      2.5,
      'One cycle has been through Do; the best move beyond chance is 19% of the way to its goal, “A”.',
      'To 3.0: one measure a fifth of the way to its goal, beyond chance.',
    ]);
  });

  it('2.5 however far a measure lies from its baseline, when chance could do it', () =>
    expect(score(tested({ ...still('A'), way: 1 }))[0]).toBe(2.5));

  it('3.0: a fifth of the way', () =>
    expect(score(tested(moved('A', 0.31), still('B')))).toEqual([
      3,
      '“A” has come 31% of the way from its baseline to its goal, beyond chance.',
      'To 3.5: the same at the end of next month, or a second measure as far.',
    ]));

  it('3.5: it lasts, or shows twice', () => {
    const now = tested(moved('A', 0.31), still('B'), still('C'));
    expect(score(now, now)).toEqual([
      3.5,
      '“A” has come 31% of the way from its baseline to its goal, beyond chance, and was past a fifth a month ago too.',
      'To 4.0: half the way to the goal, or more, on two more of three measures.',
    ]);
    expect(score(tested(moved('A', 0.3), moved('B', 0.2), still('C')))[1]).toBe(
      '“A” and “B” have each come a fifth of the way to their goals or more, beyond chance.',
    );
    expect(score(now, tested(still('A'), moved('B', 0.3)))[0]).toBe(3);
  });

  it('4.0: most measures at half', () => {
    expect(score(tested(moved('A', 0.5), moved('B', 0.7), still('C')))).toEqual([
      4,
      'Two of three measures with a goal are half the way to their goals or more.',
      'To 4.5: the same at the ends of three months in a row.',
    ]);
    expect(score(tested(moved('A', 0.5), still('B')))[0]).toBe(3);
    expect(score(tested(moved('A', 0.6)))[1]).toBe(
      'The one measure with a goal is half the way to its goal or more.',
    );
    const fromTheBeginning = { ...still('B'), way: 1 };
    expect(score(tested(moved('A', 0.5), fromTheBeginning))[0]).toBe(4);
    expect(score(tested(still('A'), fromTheBeginning, { ...fromTheBeginning, measureId: 'C' }))[0]).toBe(2.5);
  });

  it('4.5: sustained', () => {
    const now = tested(moved('A', 0.6), moved('B', 1.1), still('C'));
    expect(score(now, now, now)).toEqual([
      4.5,
      'Two of three measures with a goal are half the way or more, and so it was at the ends of the two months before.',
      'To 5.0: every goal met and held; one of three is met now.',
    ]);
    expect(score(now, now, tested(moved('A', 0.6), still('B'), still('C')))[0]).toBe(4);
  });

  it('5.0: all goals met and held', () => {
    const now = tested(moved('A', 1), moved('B', 1.4));
    expect(score(now, now, now)).toEqual([
      5,
      'Both goals are met, now and at the ends of the two months before.',
      'This is the top of the scale: keep watching, and tell others how you did it.',
    ]);
    expect(score(now, now, null)[0]).toBe(4);
    expect(score(now, now, tested(moved('A', 0.9), moved('B', 1)))).toEqual([
      4.5,
      'Two of two measures with a goal are half the way or more, and so it was at the ends of the two months before.',
      'To 5.0: every goal met at the ends of three months in a row.',
    ]);
  });
});

it('the facts it rests on', () => {
  const now = {
    ...tested(moved('A', 0.31), still('B'), { ...still('C'), tooEarly: true }),
    hasAim: false,
    cycles: 2,
    measures: 3,
  };
  expect(scoreProgress({ now, before: null, twoBefore: null }).facts).toEqual([
    'The aim is not written yet.',
    'Three people are on the team.',
    '2 cycles have begun; 1 came as far as Do, 1 as far as Study.',
    '3 measures, 3 of them with a goal and numbers.',
    '“A”: 31% of the way from its baseline to its goal, beyond chance.',
    '“B”: no improvement beyond chance.',
    '“C”: too early to tell.',
  ]);
});

const count = fc.integer({ min: 0, max: 3 });
const anyStandings = fc
  .array(fc.record({ improved: fc.boolean(), way: fc.double({ min: 0, max: 1.5, noNaN: true }) }), {
    maxLength: 4,
  })
  .map((list) =>
    list.map(({ improved, way }, index) => ({
      ...{ measureId: `m${index}`, name: `M${index}`, improved, tooEarly: false },
      way: improved ? way : way > 1 ? 1 : 0,
    })),
  );
const anyFacts: fc.Arbitrary<MonthFacts> = fc.record({
  ...{ hasAim: fc.boolean(), members: count, measures: count, cycles: count, doing: count, tested: count },
  ...{ numbers: count, standings: anyStandings },
});
const anyMonths = fc.record({
  now: anyFacts,
  before: fc.option(anyFacts),
  twoBefore: fc.option(anyFacts),
});

it('always a step of the scale, said in whole sentences', () => {
  fc.assert(
    fc.property(anyMonths, (months) => {
      const { score: step, reason, next, facts } = scoreProgress(months);
      expect(progressScale.map((one) => one.score)).toContain(step);
      for (const sentence of [reason, next, ...facts]) {
        expect(sentence).toMatch(/^[A-Z0-9“].*\.$/);
        expect(sentence).not.toMatch(/undefined|NaN|: \./);
      }
    }),
  );
});

it('more improvement and more work never lower it', () => {
  const further = (facts: MonthFacts | null, add: number): MonthFacts | null =>
    facts && {
      ...facts,
      ...{ hasAim: true, members: facts.members + 1, measures: facts.measures + 1 },
      ...{ cycles: facts.cycles + 1, doing: facts.doing + 1, tested: facts.tested + 1 },
      numbers: facts.numbers + 1,
      standings: facts.standings.map((one) => ({ ...one, improved: true, way: one.way + add })),
    };
  fc.assert(
    fc.property(anyMonths, fc.double({ min: 0, max: 1, noNaN: true }), (months, add) => {
      const more = {
        now: further(months.now, add) ?? months.now,
        before: further(months.before, add),
        twoBefore: further(months.twoBefore, add),
      };
      expect(scoreProgress(more).score).toBeGreaterThanOrEqual(scoreProgress(months).score);
    }),
  );
});
