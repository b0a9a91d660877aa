import { describe, expect, it } from 'vitest';
import { nextDue } from '../due-rules';
import type { WallMeasure } from './measure-wall';
import { attentionOf, byAttention } from './wall-rules';
import { dueWords } from './wall-words';

type Chart = Pick<WallMeasure['charts'][number], 'verdict' | 'due'>;
const chart = (
  state: 'changed' | 'no_clear_change',
  tone: 'toward' | 'away' | 'early',
  due: 'late' | 'silent' | 'due' | 'later',
): Chart => ({
  verdict: { state, tone, side: null, headline: '' },
  due: { state: due, on: '2026-11-06' },
});
const measure = (name: string, charts: Chart[]) => ({
  ...{ id: name, name, level: 'outcome' as const, frequency: 'weekly' as const, team: null },
  charts: charts.map((one) => ({ ...one, groupId: '', groupName: '', newest: null, chart: null })),
});

describe('what wants a look', () => {
  it('is first what went the other way, then what is late, changed, due', () => {
    const quiet = measure('quiet', [chart('no_clear_change', 'early', 'later')]);
    const due = measure('due', [chart('no_clear_change', 'early', 'due')]);
    const changed = measure('changed', [chart('changed', 'toward', 'later')]);
    const late = measure('late', [chart('no_clear_change', 'early', 'late')]);
    const away = measure('away', [
      chart('no_clear_change', 'early', 'later'),
      chart('changed', 'away', 'later'),
    ]);
    const resting = measure('resting', [chart('changed', 'away', 'silent')]);
    const sorted = byAttention([quiet, due, changed, resting, late, away]).map(({ name }) => name);
    expect(sorted).toEqual(['away', 'late', 'changed', 'due', 'quiet', 'resting']);
    expect(attentionOf({ charts: [] })).toBe(5);
  });
});

describe('the next number', () => {
  const words = (newest: string | null, frequency: 'daily' | 'weekly' | 'every_two_weeks' | 'monthly') =>
    dueWords(nextDue(frequency, newest, '2026-11-18'), '2026-11-18');

  it.each([
    ['weekly', null, 'due by Nov 22'],
    ['weekly', '2026-11-16', 'next from Nov 23'],
    ['weekly', '2026-11-13', 'due by Nov 22'],
    ['weekly', '2026-11-06', 'late since Nov 15'],
    ['weekly', '2026-10-23', 'late since Nov 1'],
    ['weekly', '2025-11-20', 'no number since Nov 20, 2025'],
    ['daily', '2026-11-17', 'due today'],
    ['daily', '2026-11-16', 'late since Nov 17'],
    ['daily', '2026-11-18', 'next from Nov 19'],
    ['monthly', '2026-10-31', 'due by Nov 30'],
    ['monthly', '2026-09-30', 'late since Oct 31'],
  ] as const)('%s, newest %s: %s', (frequency, newest, expected) =>
    expect(words(newest, frequency)).toBe(expected),
  );

  it('a daily one rests at the weekend', () => {
    expect(nextDue('daily', '2026-11-20', '2026-11-21')).toEqual({ state: 'later', on: '2026-11-23' });
    expect(nextDue('daily', '2026-11-20', '2026-11-23')).toEqual({ state: 'due', on: '2026-11-23' });
  });
});
