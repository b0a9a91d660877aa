import { describe, expect, it } from 'vitest';
import { nextDueDay } from './calendar-rules';

const autumn = { leaId: null, name: 'Break', startsOn: '2026-11-23', endsOn: '2026-11-27' };
const thursday = '2026-11-19';

describe('the day by which the next number is due', () => {
  it.each([
    ['weekly', null, '2026-11-20', 'this Friday, with no number yet'],
    ['weekly', '2026-11-12', '2026-11-20', 'this Friday, with last week’s number in'],
    ['weekly', '2026-10-20', '2026-11-19', 'today, where weeks are missing'],
    ['monthly', '2026-09-30', '2026-11-19', 'today, where a month is missing'],
    ['weekly', '2026-11-18', '2026-11-27', 'next Friday, with this week’s number in'],
    ['daily', '2026-11-18', '2026-11-19', 'today'],
    ['daily', '2026-11-19', '2026-11-20', 'tomorrow'],
    ['monthly', '2026-10-02', '2026-11-30', 'the last school day of the month'],
    ['monthly', '2026-11-02', '2026-12-31', 'that of the next month'],
    ['weekly', '2026-05-01', null, 'never, where it has come to rest'],
  ] as const)('%s after %s: %s, %s', (frequency, newest, day, _why) => {
    expect(nextDueDay(frequency, newest, thursday, [])).toBe(day);
  });

  it('waits for the end of a break', () => {
    expect(nextDueDay('weekly', '2026-11-18', thursday, [autumn])).toBe('2026-12-04');
    expect(nextDueDay('daily', '2026-11-20', '2026-11-20', [autumn])).toBe('2026-11-30');
  });

  it('at a weekend it is still the week’s own, on its last day', () => {
    expect(nextDueDay('weekly', '2026-11-12', '2026-11-21', [])).toBe('2026-11-22');
    expect(nextDueDay('weekly', '2026-11-12', '2026-11-22', [])).toBe('2026-11-22');
    expect(nextDueDay('weekly', '2026-11-03', '2026-11-22', [])).toBe('2026-11-22');
    expect(nextDueDay('weekly', '2026-11-18', '2026-11-22', [])).toBe('2026-11-27');
  });

  it('is not called late in a break', () => {
    expect(nextDueDay('weekly', '2026-11-03', '2026-11-24', [autumn])).toBe('2026-12-04');
    expect(nextDueDay('weekly', '2026-11-18', '2026-11-29', [autumn])).toBe('2026-12-04');
  });

  it('ends in a calendar of nothing but breaks', () => {
    const always = { ...autumn, startsOn: '2000-01-01', endsOn: '2199-12-31' };
    expect(nextDueDay('monthly', null, thursday, [always])).toBeNull();
  });
});
