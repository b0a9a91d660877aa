import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '~/lib/school-day';
import { dayOffOn, daysOffOf, daysWithoutBreaks, hasSchoolDay, isSchoolOpen } from './days-off';

const winter = { leaId: null, name: 'Winter break', startsOn: '2026-12-21', endsOn: '2027-01-01' };
const training = { leaId: 'north', name: 'Training day', startsOn: '2026-11-11', endsOn: '2026-11-11' };

describe('days off', () => {
  it('are of the network or of one LEA', () => {
    expect(daysOffOf([winter, training], 'north')).toEqual([winter, training]);
    expect(daysOffOf([winter, training], 'south')).toEqual([winter]);
  });

  it.each([
    ['2026-12-18', null],
    ['2026-12-19', 'Winter break'],
    ['2026-12-20', 'Winter break'],
    ['2026-12-21', 'Winter break'],
    ['2027-01-01', 'Winter break'],
    ['2027-01-03', 'Winter break'],
    ['2027-01-04', null],
    ['2026-11-14', null],
  ])('a weekend that touches a break belongs to it: %s', (day, name) => {
    expect(dayOffOn(day, [winter, training])?.name ?? null).toBe(name);
  });

  it('leaves a break out of a count of days', () => {
    // Thursday Dec 17 to Tuesday Jan 5 are 19 days; Dec 19 to Jan 3 are 16 of them.
    expect(daysWithoutBreaks('2026-12-17', '2027-01-05', [winter])).toBe(3);
    expect(daysWithoutBreaks('2026-12-17', '2027-01-05', [])).toBe(19);
    expect(daysWithoutBreaks('2027-01-05', '2026-12-17', [winter])).toBe(0);
  });

  it('knows a week without a school day', () => {
    expect(hasSchoolDay('2026-12-21', '2026-12-27', [winter])).toBe(false);
    expect(hasSchoolDay('2026-12-28', '2027-01-04', [winter])).toBe(true);
    expect(isSchoolOpen('2026-11-14', [])).toBe(false);
    expect(isSchoolOpen('2026-11-11', [training])).toBe(false);
  });

  it('counts as if it looked at every day', () => {
    const day = fc.integer({ min: 0, max: 120 }).map((ahead) => addDays('2026-09-01', ahead));
    const off = fc.tuple(day, fc.integer({ min: 0, max: 12 })).map(([startsOn, long]) => ({
      ...{ leaId: null, name: 'off', startsOn, endsOn: addDays(startsOn, long) },
    }));
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 120 }),
        fc.array(off, { maxLength: 5 }),
        (from, days, daysOff) => {
          const each = Array.from({ length: days }, (_, index) => addDays(from, index + 1));
          const school = each.filter((one) => dayOffOn(one, daysOff) === null).length;
          expect(daysWithoutBreaks(from, addDays(from, days), daysOff)).toBe(school);
        },
      ),
    );
  });
});
