import { describe, expect, it } from 'vitest';
import { yearWords } from './year-words';

describe('a cohort’s year', () => {
  it('runs from its first day up to and with its last', () => {
    const year = { startsOn: '2026-09-01', endsOn: '2027-06-30' };
    const days = ['2026-08-31', '2026-09-01', '2027-06-30', '2027-07-01'];
    expect(days.map((day) => yearWords(year, day))).toEqual([
      'not begun yet',
      'running',
      'running',
      'finished',
    ]);
  });
});
