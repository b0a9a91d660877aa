import { expect, it } from 'vitest';
import type { ProgressScore } from './progress-scale';
import { monthsWithWork } from './team-progress';
import type { ProgressMonth } from './team-progress';

const month = (name: string, score: ProgressScore | null): ProgressMonth => ({
  month: `2026-${name}-01`,
  computed: score === null ? null : { score, reason: '', next: '', facts: [] },
  team: null,
  coach: null,
});
const shown = (months: ProgressMonth[]) => monthsWithWork(months).map((one) => one.month.slice(5, 7));

it('tells of a team’s months from its first work or score on', () => {
  expect(shown([month('07', null), month('08', 1), month('09', 1.5), month('10', 1)])).toEqual(['09', '10']);
  const given = { score: 2, because: '', version: 1, scoredByName: 'Ana', scoredAt: 0 };
  expect(shown([month('08', 1), { ...month('09', 1), team: given }, month('10', 2)])).toEqual(['09', '10']);
  expect(shown([month('09', null), month('10', 0.5)])).toEqual(['10']);
});
