import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSchoolOpen } from '~/features/people/days-off';
import { addDays } from '~/lib/school-day';
import type { Commitment } from './commitment';
import { byTeam, byWhenProblem, usualByWhen, whatProblem } from './commitment-rules';
import { standingWords } from './commitment-words';

const commitment = (id: string, team: string | null, byWhen: string): Commitment => ({
  ...{ id, what: id, byWhen, who: '', personId: null, cycleId: null, itemId: null },
  team: team === null ? null : { id: team, name: `Team ${team}`, schoolName: 'School' },
  meeting: { id: 'm', title: 'Network day', day: '2026-02-06' },
  ...{ state: 'open', settledAt: null, letGoWhy: '', version: 1, mayChange: false, mayOpen: true },
});

const held = { meetingDay: '2026-02-06', nextDay: null };

describe('the day a commitment suggests', () => {
  it('is in two weeks, on a day when school is open', () => {
    expect(usualByWhen('2026-02-06', [], held)).toBe('2026-02-20');
    expect(usualByWhen('2026-02-07', [], held)).toBe('2026-02-23');
    const rest = { leaId: null, name: 'Break', startsOn: '2026-02-20', endsOn: '2026-02-27' };
    expect(usualByWhen('2026-02-06', [rest], held)).toBe('2026-03-02');
  });

  it('is that of the next meeting, where one is near', () => {
    expect(usualByWhen('2026-02-06', [], { ...held, nextDay: '2026-03-17' })).toBe('2026-03-17');
    expect(usualByWhen('2026-02-06', [], { ...held, nextDay: '2026-02-10' })).toBe('2026-02-10');
  });

  it('is not the planned day of a meeting that is held before it', () => {
    // Two weeks from Sunday, November 22, is a Sunday again; the meeting is planned for the Monday after.
    const early = { meetingDay: '2026-12-07', nextDay: null };
    expect(usualByWhen('2026-11-22', [], early)).toBe('2026-12-08');
    expect(usualByWhen('2026-11-23', [], early)).toBe('2026-12-08');
  });

  it('is never a day off nor before two weeks', () => {
    const days = fc.integer({ min: 0, max: 4000 }).map((count) => addDays('2024-01-01', count));
    const breaks = fc.array(
      fc.tuple(days, fc.integer({ min: 0, max: 10 })).map(([startsOn, length]) => ({
        ...{ leaId: null, name: 'Break', startsOn, endsOn: addDays(startsOn, length) },
      })),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(days, breaks, (today, daysOff) => {
        const day = usualByWhen(today, daysOff, { meetingDay: today, nextDay: null });
        expect(day >= addDays(today, 14)).toBe(true);
        expect(isSchoolOpen(day, daysOff)).toBe(true);
      }),
    );
  });
});

it('asks for words and for a day to come', () => {
  expect(whatProblem(' ')).toMatch('Write what');
  expect(whatProblem('x'.repeat(401))).toMatch('400');
  expect(whatProblem('Film one lesson')).toBeNull();
  expect(byWhenProblem('2026-02-30', '2026-02-06')).toMatch('Choose the day');
  expect(byWhenProblem('2026-02-05', '2026-02-06')).toMatch('has passed');
  expect(byWhenProblem('2026-02-05', '2026-02-06', '2026-02-05')).toBeNull();
  expect(byWhenProblem('2026-02-06', '2026-02-06')).toBeNull();
  expect(byWhenProblem('2029-02-06', '2026-02-06')).toMatch('two years');
});

it('groups by team in alphabetical order, with nothing of how many were kept', () => {
  const groups = byTeam([
    commitment('1', null, '2026-01-01'),
    commitment('2', 'b', '2026-03-01'),
    commitment('3', 'a', '2026-04-01'),
    commitment('4', 'b', '2026-02-01'),
  ]);
  expect(groups.map(({ name, commitments }) => [name, commitments.map(({ id }) => id)])).toEqual([
    ['School · Team a', ['3']],
    ['School · Team b', ['4', '2']],
    ['Those who run the meetings', ['1']],
  ]);
});

it('says how one stands in words, late or not', () => {
  const clock = { timeZone: 'America/New_York', today: '2026-03-01' };
  const one = { byWhen: '2026-02-06', settledAt: Date.parse('2026-02-04T15:00:00Z') };
  expect(standingWords({ ...one, state: 'open', settledAt: null }, clock)).toBe('by Feb 6, open');
  expect(standingWords({ ...one, state: 'kept' }, clock)).toBe('kept Feb 4');
  expect(standingWords({ ...one, state: 'let_go' }, clock)).toBe('let go Feb 4');
});
