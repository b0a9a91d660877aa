import { expect, it } from 'vitest';
import { addMonths, formatMonth, lastDayOf, monthOf, monthsUntil, shortMonth } from './school-month';

it('months by their first day', () => {
  expect(monthOf('2026-11-22')).toBe('2026-11-01');
  expect(addMonths('2026-11-01', 1)).toBe('2026-12-01');
  expect(addMonths('2026-12-01', 1)).toBe('2027-01-01');
  expect(addMonths('2026-01-01', -1)).toBe('2025-12-01');
  expect(addMonths('2026-03-01', -14)).toBe('2025-01-01');
});

it('last days, leap years too', () => {
  expect(lastDayOf('2026-02-01')).toBe('2026-02-28');
  expect(lastDayOf('2028-02-01')).toBe('2028-02-29');
  expect(lastDayOf('2026-12-01')).toBe('2026-12-31');
});

it('the months until a day', () => {
  expect(monthsUntil('2026-02-14', 3)).toEqual(['2025-12-01', '2026-01-01', '2026-02-01']);
});

it('in words', () => {
  expect(formatMonth('2026-11-01')).toBe('November 2026');
  expect(shortMonth('2026-05-01')).toBe('May');
});
