import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '~/lib/school-day';
import { dayOffProblem, mostDaysOff } from './day-off-rules';

const today = '2026-11-22';
const one = (startsOn: string, endsOn: string, leaId: string | null = null, id = 'new') => ({
  ...{ id, leaId, name: 'Winter break', startsOn, endsOn },
});
const there = one('2026-12-21', '2027-01-01', null, 'there');

describe('days off', () => {
  it.each([
    ['2026-12-21', '2026-12-20', 'endsOn', 'The last day lies before the first.'],
    ['2025-01-06', '2025-01-07', 'startsOn', 'This lies more than a year back. Is the year right?'],
    ['2062-12-21', '2062-12-22', 'startsOn', 'This lies more than three years ahead. Is the year right?'],
    ['2026-12-21', '2027-12-21', 'endsOn', 'These are more than 120 days. Is the year right?'],
  ])('from %s to %s are asked about', (startsOn, endsOn, field, message) => {
    expect(dayOffProblem(one(startsOn, endsOn), [], today)).toEqual({ field, message });
  });

  it('meet none of the same place', () => {
    expect(dayOffProblem(one('2027-01-01', '2027-01-04'), [there], today)).toEqual({
      field: 'startsOn',
      message: '“Winter break” is there already: Dec 21 to Jan 1, 2027. Change that one instead.',
    });
    expect(dayOffProblem(one('2027-01-02', '2027-01-04'), [there], today)).toBeNull();
    expect(dayOffProblem(one('2026-12-18', '2027-01-05', 'north'), [there], today)).toBeNull();
    expect(dayOffProblem({ ...there, endsOn: '2027-01-04' }, [there], today)).toBeNull();
  });

  it('of one place never share a day', () => {
    const stretch = fc.tuple(
      fc.integer({ min: -300, max: 700 }),
      fc.integer({ min: 0, max: mostDaysOff - 1 }),
    );
    fc.assert(
      fc.property(stretch, stretch, ([from, days], [otherFrom, otherDays]) => {
        const mine = one(addDays(today, from), addDays(today, from + days));
        const other = one(addDays(today, otherFrom), addDays(today, otherFrom + otherDays), null, 'other');
        const meet = Math.max(from, otherFrom) <= Math.min(from + days, otherFrom + otherDays);
        expect(dayOffProblem(mine, [other], today) !== null).toBe(meet);
      }),
    );
  });
});
