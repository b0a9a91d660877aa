import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureFrequencies } from '#db/vocabulary';
import { addDays } from '~/lib/school-day';
import { isDue, periodOf } from './due-rules';

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));

describe('what is due', () => {
  it('a weekly number is owed once from Monday to Sunday', () => {
    expect(periodOf('weekly', '2026-11-22')).toEqual({ from: '2026-11-16', to: '2026-11-22' });
    expect(isDue('weekly', '2026-11-15', '2026-11-16')).toBe(true);
    expect(isDue('weekly', '2026-11-16', '2026-11-22')).toBe(false);
    expect(isDue('weekly', null, '2026-11-22')).toBe(true);
  });

  it('a daily number is owed on school days only', () => {
    expect(isDue('daily', null, '2026-11-21')).toBe(false);
    expect(isDue('daily', '2026-11-20', '2026-11-23')).toBe(true);
    expect(isDue('daily', '2026-11-23', '2026-11-23')).toBe(false);
  });

  it('a monthly number follows the calendar, over the end of the year too', () => {
    expect(periodOf('monthly', '2026-12-31')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
    expect(periodOf('monthly', '2024-02-10')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  });

  it('periods cover every day once, and each day lies in its own', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...measureFrequencies), (day, frequency) => {
        const { from, to } = periodOf(frequency, day);
        expect(from <= day && day <= to).toBe(true);
        expect(periodOf(frequency, from)).toEqual({ from, to });
        expect(periodOf(frequency, addDays(to, 1)).from).toBe(addDays(to, 1));
      }),
    );
  });
});
