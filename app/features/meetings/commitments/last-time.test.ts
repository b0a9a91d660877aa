import { describe, expect, it } from 'vitest';
import type { Commitment } from './commitment';
import { firstOfLastTime, lastTimeOf } from './last-time';

const team = (id: string, schoolName: string) => ({ id, name: 'Grade 6', schoolName });
const commitment = (id: string, more: Partial<Commitment> = {}): Commitment => ({
  ...{ id, what: `Do ${id}`, byWhen: '2026-02-06', who: 'Maya', personId: null, team: team('b', 'Oak') },
  ...{ cycleId: 'c', meeting: { id: 'm', title: 'Fall day', day: '2026-01-20' }, state: 'open' },
  ...{ settledAt: null, letGoWhy: '', version: 1, itemId: null, mayOpen: false, mayChange: false },
  ...more,
});

describe('what was said last time', () => {
  const teams = lastTimeOf([
    commitment('1', { byWhen: '2026-02-09' }),
    commitment('2', { state: 'kept', settledAt: 5 }),
    commitment('3', { team: team('a', 'Ash'), mayOpen: true }),
    commitment('4', { state: 'let_go' }),
    commitment('5', { team: null, who: 'The facilitators' }),
  ]);

  it('is by team, kept or open, and nothing of a cycle', () => {
    expect(teams.map(({ name, lines }) => [name, lines.map(({ id }) => id)])).toEqual([
      ['Ash · Grade 6', ['3']],
      ['Oak · Grade 6', ['2', '1']],
      ['Those who run the meetings', ['5']],
    ]);
    expect(teams[1]?.lines[0]).toEqual({ id: '2', what: 'Do 2', who: 'Maya', isKept: true });
  });

  it('on a large screen is cut between lines, and says how many more there are', () => {
    const { shown, more } = firstOfLastTime(teams, 2);
    expect(shown.map(({ lines }) => lines.length)).toEqual([1, 1]);
    expect(more).toBe(2);
    expect(firstOfLastTime(teams, 9).more).toBe(0);
    expect(firstOfLastTime([], 9)).toEqual({ shown: [], more: 0 });
  });
});
