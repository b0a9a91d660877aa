import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  formatDay,
  formatSpan,
  formatWeekday,
  isSchoolDay,
  latestWeekday,
  mondayOf,
  schoolDayAt,
  weekday,
} from './school-day';

const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map((days) => addDays('1990-01-01', days));

describe('school days', () => {
  it('are days that exist', () => {
    expect(['2026-02-28', '2024-02-29'].map(isSchoolDay)).toEqual([true, true]);
    expect(
      ['2026-02-29', '2026-13-01', '0000-00-00', '26-01-01', '2026-1-1', 'today', ''].map(isSchoolDay),
    ).toEqual(Array(7).fill(false));
  });

  it('follow the network’s calendar, not the server’s', () => {
    const lateEvening = Date.parse('2026-03-01T04:30:00Z');
    expect(schoolDayAt(lateEvening, 'America/New_York')).toBe('2026-02-28');
    expect(schoolDayAt(lateEvening, 'Europe/Berlin')).toBe('2026-03-01');
    expect(schoolDayAt(Date.parse('2026-03-08T07:30:00Z'), 'America/New_York')).toBe('2026-03-08');
  });

  it('add and subtract', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -4000, max: 4000 }),
        (day, days) => daysBetween(day, addDays(day, days)) === days,
      ),
    );
  });

  it('weeks begin on Monday and school days end on Friday', () => {
    expect([mondayOf('2026-11-22'), mondayOf('2026-11-23')]).toEqual(['2026-11-16', '2026-11-23']);
    expect(['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map(latestWeekday)).toEqual([
      '2026-11-20',
      '2026-11-20',
      '2026-11-20',
      '2026-11-23',
    ]);
    fc.assert(
      fc.property(
        anyDay,
        (day) =>
          weekday(mondayOf(day)) === 1 &&
          daysBetween(mondayOf(day), day) >= 0 &&
          daysBetween(mondayOf(day), day) < 7,
      ),
    );
  });

  it('read well', () => {
    expect(formatDay('2026-02-06', '2026-11-22')).toBe('Feb 6');
    expect(formatDay('2025-02-06', '2026-11-22')).toBe('Feb 6, 2025');
    expect(formatWeekday('2026-02-06')).toBe('Fri, Feb 6');
    expect(formatSpan('2026-01-12', '2026-02-06')).toBe('Jan 12 to Feb 6');
  });
});
