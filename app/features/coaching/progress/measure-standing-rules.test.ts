import { describe, expect, it } from 'vitest';
import type { Measure, Series } from '~/features/measures/measure';
import { addDays } from '~/lib/school-day';
import { measureStanding } from './measure-standing-rules';

const measure: Measure = {
  ...{ id: 'm1', teamId: 't1', name: 'Words', level: 'outcome', kind: 'mean', direction: 'increase' },
  ...{ unit: 'words', frequency: 'weekly', goal: 80, goalOn: null, collectorId: null, sharedMeasureId: null },
  ...{
    version: 1,
    definition: 'Words on Friday',
    groups: [{ id: 'g1', key: 'swd', name: 'SWD', complementId: null }],
  },
};
const week = (index: number) => addDays('2026-01-05', 7 * index);
const seriesOf = (values: number[], part: Partial<Series> = {}): Series => ({
  points: values.map((value, index) => ({
    ...{ id: `p${index}`, measureId: 'm1', groupId: 'g1', date: week(index), value },
    ...{ numerator: null, denominator: null, note: '', version: 1 },
  })),
  ...{ annotations: [], phases: [], frozenBaselines: [], excludedPoints: [] },
  ...part,
});
const standing = (
  values: number[],
  part: Partial<Series> = {},
  of: Partial<Measure> = {},
  until = week(99),
) => {
  const found = measureStanding({ ...measure, ...of }, seriesOf(values, part), { rules: 'anhoj', until });
  return found && { improved: found.improved, way: Math.round(found.way * 1000) / 1000 };
};

/** Twelve weeks about 40. */
const level = [38, 42, 39, 41, 40, 43, 37, 41, 39, 42, 38, 40];
const frozen = { frozenBaselines: [{ measureId: 'm1', groupId: 'g1', throughDate: week(11) }] };
const nine = (value: number) => Array.from({ length: 9 }, () => value);
const no = { improved: false, way: 0 };

describe('how far a measure has come', () => {
  it('none without a goal, a direction or a number', () => {
    expect(standing(level, {}, { goal: null })).toBeNull();
    expect(standing(level, {}, { direction: 'none' })).toBeNull();
    expect(standing([])).toBeNull();
    expect(standing(level, {}, {}, addDays(week(0), -1))).toBeNull();
  });

  it('noise is no improvement, however high the last number', () => {
    expect(standing(level)).toEqual(no);
    expect(standing([...level.slice(0, 11), 79])).toEqual(no);
    expect(standing([...level, 60, 60, 60], frozen)).toEqual(no);
  });

  it('from a frozen baseline of 40 to 50 of 80: a quarter', () =>
    expect(standing([...level, ...nine(50)], frozen)).toEqual({ improved: true, way: 0.25 }));

  it('less is wanted: from 40 down to 30 of 20: half', () =>
    expect(standing([...level, ...nine(30)], frozen, { direction: 'decrease', goal: 20 })).toEqual({
      improved: true,
      way: 0.5,
    }));

  it('the other way is none', () => expect(standing([...level, ...nine(30)], frozen)).toEqual(no));

  it('without a baseline frozen: the points before the run', () =>
    expect(standing([...level, ...nine(60)])).toEqual({ improved: true, way: 0.5 }));

  it('as of an earlier day', () => {
    const values = [...level, ...nine(50), ...nine(60)];
    expect(standing(values, frozen, {}, week(13))).toEqual(no);
    expect(standing(values, frozen, {}, week(20))).toEqual({ improved: true, way: 0.25 });
    expect(standing(values, frozen)).toEqual({ improved: true, way: 0.5 });
  });

  it('a phase begun by people does not hide the change', () => {
    const phases = [{ id: 'f1', measureId: 'm1', groupId: 'g1', startsOn: week(12), reason: 'Frames' }];
    expect(standing([...level, ...nine(60), 61, 59, 60], { phases })).toEqual({ improved: true, way: 0.5 });
  });

  it('numbers before a changed definition do not count', () => {
    const phases = [{ id: null, measureId: 'm1', groupId: null, startsOn: week(12), reason: 'Changed' }];
    expect(standing([...level, ...level.map((value) => value + 20)], { phases })).toEqual(no);
  });

  it('at the goal, and there from the beginning', () => {
    expect(standing([...level, ...nine(80)], frozen)).toEqual({ improved: true, way: 1 });
    expect(standing(level, {}, { goal: 35 })).toEqual({ improved: false, way: 1 });
    expect(standing(level.slice(0, 5), {}, { goal: 35 })).toEqual(no);
  });

  it('points left out count for nothing', () => {
    const excludedPoints = nine(0).map((_, index) => ({
      ...{ measureId: 'm1', groupId: 'g1', date: week(12 + index), reason: 'Snow' },
    }));
    expect(standing([...level, ...nine(60)], { ...frozen, excludedPoints })).toEqual(no);
  });
});
