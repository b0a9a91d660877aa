import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '~/lib/school-day';
import { isTogether, monthsWords, toldMonths } from './told-months-rules';

const row = (team: string, on: string, school = `${team} school`) => ({ teamId: team, schoolId: school, on });
const today = '2026-12-20';
const told = (rows: ReturnType<typeof row>[], from: string, through: string, on = today) =>
  toldMonths(rows, { from, through }, on);

const three = (on: string) => [row('a', on), row('b', on), row('c', on)];

describe('the months a report tells of', () => {
  it('are whole: a report through one day more tells of no single decision', () => {
    const rows = [...three('2026-10-05'), ...three('2026-11-14'), row('d', '2026-11-15')];
    const before = told(rows, '2026-09-01', '2026-11-14');
    expect(told(rows, '2026-09-01', '2026-11-15')).toEqual(before);
    expect(before).toEqual({
      rows: three('2026-10-05'),
      months: { from: '2026-10-01', through: '2026-10-31' },
    });
    expect(told(rows, '2026-11-15', '2026-11-15')).toBeNull();
    expect(told(rows, '2026-09-01', '2026-11-30')?.rows).toHaveLength(7);
  });

  it('are over', () => {
    const rows = three('2026-12-01');
    expect(told(rows, '2026-12-01', '2026-12-31')).toBeNull();
    expect(told(rows, '2026-12-01', '2026-12-31', '2027-01-01')?.rows).toHaveLength(3);
  });

  it('are taken together until three teams of three schools have some', () => {
    const rows = [row('a', '2026-09-03'), row('b', '2026-09-20'), row('c', '2026-11-02')];
    expect(told(rows, '2026-09-01', '2026-10-31')).toBeNull();
    expect(told(rows, '2026-10-01', '2026-11-30')).toBeNull();
    expect(told(rows, '2026-09-01', '2026-11-30')?.months).toEqual({
      from: '2026-09-01',
      through: '2026-11-30',
    });
    const twoSchools = [row('a', '2026-09-03', 's'), row('b', '2026-09-20', 's'), row('c', '2026-09-02')];
    expect(told(twoSchools, '2026-09-01', '2026-11-30')).toBeNull();
  });

  it('have a name', () => {
    const words = (from: string, through: string) => monthsWords({ from, through });
    expect(words('2026-10-01', '2026-10-31')).toBe('October 2026');
    expect(words('2026-09-03', '2026-11-22')).toBe('September to November 2026');
    expect(words('2026-11-01', '2027-01-31')).toBe('November 2026 to January 2027');
  });
});

const day = fc.integer({ min: 0, max: 430 }).map((days) => addDays('2025-11-15', days));
const rows = fc.array(
  fc.record({ teamId: fc.constantFrom(...'abcdef'), schoolId: fc.constantFrom(...'xyz'), on: day }),
  { maxLength: 40 },
);
const span = fc
  .tuple(day, day)
  .map(([one, other]) => (one < other ? { from: one, through: other } : { from: other, through: one }));

describe('whatever spans are asked for', () => {
  it('what two reports tell differs in nothing, or in three teams of three schools', () => {
    fc.assert(
      fc.property(rows, span, span, day, day, (all, one, other, first, second) => {
        const [a, b] = [toldMonths(all, one, first)?.rows ?? [], toldMonths(all, other, second)?.rows ?? []];
        for (const [more, less] of [
          [a, b],
          [b, a],
        ] as const) {
          const left = more.filter((each) => !less.includes(each));
          expect(left.length === 0 || isTogether(left)).toBe(true);
        }
        const shared = a.filter((each) => b.includes(each));
        expect(shared.length === 0 || isTogether(shared)).toBe(true);
      }),
    );
  });

  it('a span tells of nothing outside it, nor of a month that is not over', () => {
    fc.assert(
      fc.property(rows, span, day, (all, asked, on) => {
        for (const each of toldMonths(all, asked, on)?.rows ?? []) {
          expect(each.on >= asked.from && each.on <= asked.through).toBe(true);
          expect(each.on.slice(0, 7) < on.slice(0, 7)).toBe(true);
        }
      }),
    );
  });
});
