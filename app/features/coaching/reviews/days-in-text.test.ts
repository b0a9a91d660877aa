import { expect, it } from 'vitest';
import { withDays } from './days-in-text';

it('writes the days of tasks as people do, and leaves every other word alone', () => {
  const tasks = 'Tape strips · Maya · 2026-11-02\nSince 2026-11-02 · Dan\n2025-01-09';
  expect(withDays(tasks, 'tasks', '2026-11-22')).toBe(
    'Tape strips · Maya · Nov 2\nSince 2026-11-02 · Dan\nJan 9, 2025',
  );
  expect(withDays('2026-11-02', 'learned', '2026-11-22')).toBe('2026-11-02');
  expect(withDays(null, 'tasks', '2026-11-22')).toBeNull();
});
