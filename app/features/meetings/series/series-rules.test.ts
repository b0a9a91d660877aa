import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meetingRhythms } from '#db/vocabulary';
import { addDays, weekday } from '~/lib/school-day';
import { nextDays } from './series-rules';

const winter = { leaId: null, name: 'Winter break', startsOn: '2026-12-21', endsOn: '2027-01-01' };
const daysOf = (...input: Parameters<typeof nextDays>) => nextDays(...input).days.map(({ day }) => day);

describe('the days of a series', () => {
  it.each([
    ['weekly', '2026-11-25', 3, ['2026-12-02', '2026-12-09', '2026-12-16']],
    ['every_two_weeks', '2026-11-25', 2, ['2026-12-09', '2026-12-23']],
    ['monthly', '2026-09-10', 3, ['2026-10-08', '2026-11-12', '2026-12-10']],
    ['quarterly', '2026-09-10', 2, ['2026-12-10', '2027-03-11']],
    // A fifth Thursday comes in some months only.
    ['monthly', '2026-10-29', 2, ['2026-11-26', '2026-12-31']],
    ['monthly', '2027-01-31', 1, ['2027-02-28']],
  ] as const)('%s from %s', (rhythm, day, count, expected) => {
    expect(daysOf(day, rhythm, count, [])).toEqual(expected);
  });

  it('weekly, a day off falls out and the count is kept', () => {
    expect(nextDays('2026-12-09', 'weekly', 3, [winter])).toEqual({
      days: ['2026-12-16', '2027-01-06', '2027-01-13'].map((day) => ({ day, planned: day, because: null })),
      skipped: [
        { day: '2026-12-23', because: 'Winter break' },
        { day: '2026-12-30', because: 'Winter break' },
      ],
    });
  });

  it('weekly for more than two years, long breaks leave room for all', () => {
    const years = [2027, 2028, 2029];
    const summers = years.map((year) => ({
      ...{ leaId: null, name: 'Summer', startsOn: `${year}-06-15`, endsOn: `${year}-08-31` },
    }));
    expect(daysOf('2026-12-02', 'weekly', 100, summers)).toHaveLength(100);
  });

  it('monthly, a day off moves by weeks, and the next month does not', () => {
    expect(nextDays('2026-11-25', 'monthly', 2, [winter])).toEqual({
      days: [
        { day: '2027-01-06', planned: '2026-12-23', because: 'Winter break' },
        { day: '2027-01-27', planned: '2027-01-27', because: null },
      ],
      skipped: [],
    });
  });
});

const anyDay = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2024-01-01', days));

describe('for every day and rhythm', () => {
  it('as many days as asked for, later and later, all on the same weekday', () => {
    fc.assert(
      fc.property(
        ...([anyDay, fc.constantFrom(...meetingRhythms), fc.integer({ min: 1, max: 20 })] as const),
        (day, rhythm, count) => {
          const days = daysOf(day, rhythm, count, [winter]);
          expect(days).toHaveLength(count);
          expect([day, ...days].toSorted()).toEqual([day, ...days]);
          expect(new Set(days).size).toBe(count);
          for (const one of days) expect(weekday(one)).toBe(weekday(day));
        },
      ),
    );
  });
});
