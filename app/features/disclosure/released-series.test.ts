import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeCell } from './code-cell';
import { poolSeries } from './pool-series';
import { protectTable } from './protect-table';
import { differenceOf, releaseSeries } from './released-series';
import type { RecordedPoint, RecordedSeries } from './released-series';

function of(date: string, numerator: number, denominator: number): RecordedPoint {
  return { date, value: null, numerator, denominator };
}

function is(date: string, value: number | null): RecordedPoint {
  return { date, value, numerator: null, denominator: null };
}

function proportion(students: number | null, ...points: RecordedPoint[]): RecordedSeries {
  return { kind: 'proportion', students, points };
}

describe('rule 8: a series', () => {
  it('of 24 students is shown, coded where it is extreme', () => {
    // 15 of 24 is 62.5 %, half up 63; 2 of 24 is 8.3 %, 23 of 24 is 95.8 %.
    expect(
      releaseSeries(
        proportion(24, of('2026-09-07', 15, 24), of('2026-09-14', 2, 24), of('2026-09-21', 23, 24)),
      ),
    ).toEqual({
      state: 'shown',
      points: [
        { date: '2026-09-07', value: 63, show: '63%', code: null },
        { date: '2026-09-14', value: 10, show: '<10%', code: '<' },
        { date: '2026-09-21', value: 90, show: '>90%', code: '>' },
      ],
    });
  });

  it('of 6 students is told in words, in eight weeks as in one', () => {
    const weeks = Array.from({ length: 8 }, (_, week) => of(`2026-09-${10 + week}`, 3, 6));
    expect(releaseSeries(proportion(6, ...weeks))).toEqual({ state: 'words_only', why: 'small_group' });
  });

  it('with one hidden point is told in words: 10 shows, 9 does not', () => {
    expect(releaseSeries(proportion(null, of('2026-09-07', 5, 10), of('2026-09-14', 5, 10)))).toMatchObject({
      state: 'shown',
    });
    expect(releaseSeries(proportion(null, of('2026-09-07', 5, 10), of('2026-09-14', 4, 9)))).toEqual({
      ...{ state: 'words_only', why: 'small_group' },
    });
    expect(releaseSeries(proportion(null, of('2026-09-07', 5, 14)), { minimum: 15 }).state).toBe(
      'words_only',
    );
  });

  it('of six students with four tries each is about six, not 24', () => {
    expect(releaseSeries(proportion(6, of('2026-09-07', 12, 24)))).toEqual({
      ...{ state: 'words_only', why: 'small_group' },
    });
  });

  it('is coded by the students behind it, not by their tries', () => {
    // 6 of 40 tries is 15 %: fine for 40 students, extreme for 12.
    const points = [of('2026-09-07', 6, 40)];
    expect(releaseSeries(proportion(40, ...points))).toMatchObject({ points: [{ show: '15%' }] });
    expect(releaseSeries(proportion(12, ...points))).toMatchObject({
      points: [{ show: '<20%', value: 20, code: '<' }],
    });
  });

  it('leaves a gap where nobody was counted', () => {
    expect(releaseSeries(proportion(null, of('2026-09-07', 0, 0), of('2026-09-14', 5, 10)))).toEqual({
      ...{ state: 'shown', points: [{ date: '2026-09-14', value: 50, show: '50%', code: null }] },
    });
    expect(releaseSeries({ kind: 'mean', students: 12, points: [is('2026-09-07', null)] })).toEqual({
      ...{ state: 'shown', points: [] },
    });
  });

  it('of means shows them as they were recorded, where the group is large enough', () => {
    const points = [is('2026-09-07', 46.21), is('2026-09-14', 0)];
    expect(releaseSeries({ kind: 'mean', students: 10, points })).toEqual({
      state: 'shown',
      points: [
        { date: '2026-09-07', value: 46.21, show: '46.2', code: null },
        { date: '2026-09-14', value: 0, show: '0', code: null },
      ],
    });
    expect(releaseSeries({ kind: 'mean', students: 9, points })).toEqual({
      state: 'words_only',
      why: 'small_group',
    });
    expect(releaseSeries({ kind: 'count', students: null, points })).toEqual({
      state: 'words_only',
      why: 'unknown_size',
    });
  });

  it('of a rate shows the quotient', () => {
    expect(releaseSeries({ kind: 'rate', students: 20, points: [of('2026-09-07', 12, 5)] })).toMatchObject({
      points: [{ value: 2.4, show: '2.4', code: null }],
    });
    // A large number of opportunities is no large number of students.
    expect(releaseSeries({ kind: 'rate', students: null, points: [of('2026-09-07', 12, 500)] }).state).toBe(
      'words_only',
    );
  });

  it('refuses counts that cannot be', () => {
    expect(() => releaseSeries(proportion(24, of('2026-09-07', 25, 24)))).toThrow(RangeError);
    expect(() => releaseSeries(proportion(-1, of('2026-09-07', 5, 24)))).toThrow(RangeError);
    expect(() => releaseSeries(proportion(10.5, of('2026-09-07', 5, 24)))).toThrow(RangeError);
  });

  it('holds nothing of how many students there were', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 400 }), fc.nat(), (n, seed) => {
        const k = seed % (n + 1);
        const released = releaseSeries(proportion(null, of('2026-09-07', k, n)));
        expect(released.state === 'shown' && Object.keys(released.points[0] ?? {}).sort()).toEqual([
          ...['code', 'date', 'show', 'value'],
        ]);
        expect(released).toMatchObject({ points: [{ show: codeCell({ n, k }).show }] });
      }),
    );
  });
});

describe('rule 8: a difference', () => {
  const half = codeCell({ n: 20, k: 10 });
  const most = codeCell({ n: 24, k: 15 });

  it('is that of the percents as they are printed', () => {
    expect(differenceOf(half, most)).toBe(13);
    expect(differenceOf(most, half)).toBe(-13);
  });

  it.each([
    ['hidden', codeCell({ n: 9, k: 4 })],
    ['coded', codeCell({ n: 20, k: 1 })],
    ['of nobody', codeCell({ n: 0, k: 0 })],
    ['withheld', { state: 'published' as const, show: null }],
  ])('is none where either side is %s', (_, cell) => {
    expect(differenceOf(half, cell)).toBeNull();
    expect(differenceOf(cell, half)).toBeNull();
  });

  it('is none from a cell that is hidden for another', () => {
    const { cells } = protectTable({
      cells: [
        { id: 'all', n: 30, k: 15 },
        { id: 'swd', n: 6, k: 2 },
        { id: 'non_swd', n: 24, k: 13 },
      ],
      relations: [{ total: 'all', parts: ['swd', 'non_swd'] }],
    });
    const [all, , other] = cells;
    expect(all && other && differenceOf(all, other)).toBeNull();
  });
});

describe('rule 8: pooling', () => {
  it('sums classes, date by date', () => {
    const pooled = poolSeries([
      proportion(6, of('2026-09-07', 3, 6), of('2026-09-14', 4, 6)),
      proportion(7, of('2026-09-07', 2, 7), of('2026-09-14', 5, 7)),
    ]);
    // 5 of 13 is 38.46 %, 9 of 13 is 69.23 %.
    expect(releaseSeries(pooled)).toMatchObject({ points: [{ show: '38%' }, { show: '69%' }] });
    expect(pooled.students).toBe(13);
  });

  it('leaves out the dates that a class lacks: they would be other students', () => {
    const pooled = poolSeries([
      proportion(null, of('2026-09-07', 3, 6), of('2026-09-14', 4, 6), of('2026-09-21', 4, 6)),
      proportion(null, of('2026-09-14', 5, 7), of('2026-09-21', 0, 0), of('2026-09-28', 5, 7)),
    ]);
    expect(pooled.points.map(({ date }) => date)).toEqual(['2026-09-14']);
    expect(pooled.students).toBeNull();
  });

  it('never makes many of few: five students with four tries and three with one are eight', () => {
    const pooled = poolSeries([
      proportion(5, of('2026-09-07', 10, 20)),
      proportion(30, of('2026-09-07', 2, 3)),
    ]);
    expect(releaseSeries(pooled)).toEqual({ state: 'words_only', why: 'small_group' });
  });

  it('never pools weeks', () => {
    const weeks = [of('2026-09-07', 3, 6), of('2026-09-14', 3, 6)];
    expect(releaseSeries(poolSeries([proportion(6, ...weeks)])).state).toBe('words_only');
  });

  it('takes proportions only, and one point a date', () => {
    expect(() => poolSeries([{ kind: 'mean', students: 12, points: [] }])).toThrow(RangeError);
    expect(() => poolSeries([])).toThrow(RangeError);
    expect(() => poolSeries([proportion(6, of('2026-09-07', 3, 6), of('2026-09-07', 3, 6))])).toThrow(
      RangeError,
    );
  });
});
