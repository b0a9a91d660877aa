import { describe, expect, it } from 'vitest';
import type { ParticipationFacts } from './participation';
import { countFacts, weeksOfTeams } from './participation-rules';
import { weekWords } from './participation-words';

const mondays = ['2026-01-05', '2026-01-12', '2026-01-19'];
const teams = [
  { teamId: 'a', leaId: 'one' },
  { teamId: 'b', leaId: 'two' },
];
const nothing: ParticipationFacts = { cycles: [], data: [], posts: [], meetings: [] };
const words = (facts: Partial<ParticipationFacts>, daysOff: Parameters<typeof weeksOfTeams>[3] = []) =>
  weeksOfTeams(teams, mondays, { ...nothing, ...facts }, daysOff).map(({ weeks }) => weeks.map(weekWords));

describe('the weeks of teams', () => {
  it('have a cycle from the week it begins to the week it ends, both included', () => {
    const cycles = [
      { teamId: 'a', from: '2026-01-11', to: '2026-01-12' },
      { teamId: 'b', from: '2026-01-19', to: null },
    ];
    expect(words({ cycles })).toEqual([
      ['cycle', 'cycle', 'nothing noted'],
      ['nothing noted', 'nothing noted', 'cycle'],
    ]);
  });

  it('say what happened in words, in one order', () => {
    const facts = {
      data: [{ teamId: 'a', monday: '2026-01-12' }],
      posts: [{ teamId: 'a', day: '2026-01-18' }],
      meetings: [{ teamId: 'a', day: '2026-01-12' }],
    };
    expect(words(facts)[0]).toEqual(['nothing noted', 'data, posted, met', 'nothing noted']);
  });

  it('rest where the LEA has no school day, and tell what happened nevertheless', () => {
    const daysOff = [{ leaId: 'one', name: 'Break', startsOn: '2026-01-12', endsOn: '2026-01-16' }];
    const data = [{ teamId: 'a', monday: '2026-01-12' }];
    expect(words({}, daysOff)).toEqual([
      ['nothing noted', 'days off', 'nothing noted'],
      ['nothing noted', 'nothing noted', 'nothing noted'],
    ]);
    expect(words({ data }, daysOff)[0]?.[1]).toBe('data, days off');
  });

  it('pass over other teams and other weeks', () => {
    const posts = [
      { teamId: 'c', day: '2026-01-12' },
      { teamId: 'a', day: '2026-02-12' },
    ];
    const rows = weeksOfTeams(teams, mondays, { ...nothing, posts }, []);
    expect(countFacts(rows)).toEqual({ cycle: 0, data: 0, post: 0, meeting: 0 });
  });
});
