import { expect, it } from 'vitest';
import type { Measure, Series } from '~/features/measures/measure';
import { addDays } from '~/lib/school-day';
import { progressHistory } from './progress-history-rules';
import type { TeamRecord } from './progress-history-rules';

const measure: Measure = {
  ...{ id: 'm1', teamId: 't1', name: 'Words', level: 'outcome', kind: 'mean', direction: 'increase' },
  ...{ unit: 'words', frequency: 'weekly', goal: 80, goalOn: null, collectorId: null, sharedMeasureId: null },
  ...{ version: 1, definition: 'Words on Friday' },
  groups: [{ id: 'g1', key: 'swd', name: 'SWD', complementId: null }],
};
const level = [38, 42, 39, 41, 40, 43, 37, 41, 39, 42, 38, 40];
const raised = Array.from({ length: 18 }, () => 50);
/** Twelve weeks about 40 from January 5 on, then 50 from March 30 on. */
const series: Series = {
  points: [...level, ...raised].map((value, index) => ({
    ...{ id: `p${index}`, measureId: 'm1', groupId: 'g1', date: addDays('2026-01-05', 7 * index), value },
    ...{ numerator: null, denominator: null, note: '', version: 1 },
  })),
  ...{ annotations: [], phases: [], excludedPoints: [] },
  frozenBaselines: [{ measureId: 'm1', groupId: 'g1', throughDate: '2026-03-23' }],
};
const record: TeamRecord = {
  ...{ began: '2025-11-20', aimSince: '2025-12-03', memberEnds: [null, null, '2026-04-15'] },
  cycles: [{ began: '2026-02-10', enteredDo: '2026-03-30', enteredStudy: '2026-04-20' }],
  measures: [{ measure, since: '2025-12-31', series }],
};
const months = ['2025-10-01', '2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01', '2026-03-01'];
const later = ['2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01', '2026-07-01'];
const scores = (asked: string[], today: string, of: TeamRecord = record) =>
  progressHistory(of, asked, { today, rules: 'anhoj' }).map((one) => one?.score ?? null);

it('each month by what was there at its end, worked by hand', () => {
  expect(scores(months, '2026-11-22')).toEqual([null, 0.5, 1.5, 2, 2, 2]);
  // April: studied, five points at 50 are no signal. May: ten are, at a quarter of the way. June: lasting.
  expect(scores(later, '2026-11-22')).toEqual([2, 2.5, 3, 3.5, 3.5]);
});

it('this month as of today, and nothing asked for is nothing', () => {
  expect(scores(['2026-04-01'], '2026-04-19')).toEqual([2]);
  expect(scores(['2026-04-01'], '2026-04-20')).toEqual([2.5]);
  expect(scores([], '2026-04-20')).toEqual([]);
});

it('numbers from before the team was set up make it one that was there', () => {
  expect(scores(['2026-01-01'], '2026-11-22', { ...record, began: '2026-06-01' })).toEqual([2]);
});

it('a member who has left no longer counts', () => {
  const [march, april] = progressHistory(record, ['2026-03-01', '2026-04-01'], {
    ...{ today: '2026-11-22', rules: 'anhoj' },
  });
  expect(march?.facts).toContain('Three people are on the team.');
  expect(april?.facts).toContain('Two people are on the team.');
});
