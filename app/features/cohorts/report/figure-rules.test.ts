import { expect, it } from 'vitest';
import {
  decisionsIn,
  movedIdeas,
  participationOf,
  schoolWeeksOf,
  triedIdeas,
  verdictsIn,
  wasOpen,
} from './figure-rules';
import type { CycleInTime } from './figure-rules';

const span = { begins: 100, ends: 200 };
const cycle = (team: string, part: Partial<CycleInTime> = {}): CycleInTime => ({
  ...{ cycleId: `${team} cycle`, rampId: `${team} ramp`, teamId: team, schoolId: `${team} school` },
  ...{ stage: 'complete', createdAt: 50, endedAt: 150, decision: 'adapt' },
  ...part,
});

it('a cycle is open from its beginning to its end', () => {
  const open = (createdAt: number, endedAt: number | null) =>
    wasOpen(cycle('a', { createdAt, endedAt }), span);
  expect([open(50, 99), open(50, 100), open(199, null), open(200, null), open(50, null)]).toEqual([
    ...[false, true, true, false, true],
  ]);
});

it('what cycles hold is told of three teams of three schools together, or not at all', () => {
  const days = { from: '2026-09-01', through: '2026-11-30' };
  const place = (team: string) => ({ teamId: team, schoolId: `${team} school`, on: '2026-10-07' });
  const decided = [
    { ...place('a'), decision: 'adapt' as const },
    { ...place('b'), decision: 'abandon' as const },
    { ...place('c'), decision: 'adapt' as const },
  ];
  const months = { from: '2026-10-01', through: '2026-10-31' };
  expect(decisionsIn(decided, days, '2026-11-02')).toEqual({
    counts: { adopt: 0, adapt: 2, abandon: 1 },
    months,
  });
  expect(decisionsIn(decided, days, '2026-10-31')).toBeNull();
  expect(decisionsIn(decided.slice(1), days, '2026-11-02')).toBeNull();
  const answers = ['a', 'b', 'c'].map((team) => ({ ...place(team), verdict: 'partly' as const }));
  expect(verdictsIn(answers, days, '2026-11-02')).toEqual({
    counts: { as_predicted: 0, partly: 3, not_as_predicted: 0 },
    months,
  });
  expect(verdictsIn(answers.slice(1), days, '2026-11-02')).toBeNull();
});

it('who took part: teams, what began and ended, regular numbers, people once', () => {
  const teams = ['a', 'b', 'c'].map((teamId) => ({ teamId, schoolId: teamId === 'c' ? 'b' : teamId }));
  const cycles = [
    cycle('a', { createdAt: 120, endedAt: null, stage: 'do', decision: null }),
    cycle('a', { stage: 'stopped', decision: null }),
    cycle('b', { createdAt: 10, endedAt: 20 }),
  ];
  const weeks = [
    { teamId: 'a', school: 12, withNumbers: 6 },
    { teamId: 'b', school: 12, withNumbers: 5 },
    { teamId: 'c', school: 0, withNumbers: 0 },
  ];
  const attendances = [
    { personId: 'p', teamId: 'a' },
    { personId: 'p', teamId: 'a' },
    { personId: 'q', teamId: null },
  ];
  expect(participationOf({ teams, cycles, weeks, schoolWeeks: 12, meetings: 2, attendances }, span)).toEqual({
    ...{ teams: 3, schools: 2, teamsWithCycle: 1, begun: 1, completed: 0, stopped: 1, schoolWeeks: 12 },
    ...{ teamsWithNumbers: 2, teamsRegular: 1, meetings: 2, people: 2, teamsAtMeetings: 1 },
  });
});

it('counts weeks with a school day within the span', () => {
  const open = (from: string, to: string) => !(from >= '2026-11-23' && to <= '2026-11-29');
  expect(schoolWeeksOf({ from: '2026-11-18', through: '2026-12-01' }, open)).toEqual([
    ...['2026-11-16', '2026-11-30'],
  ]);
  expect(schoolWeeksOf({ from: '2026-12-02', through: '2026-12-01' }, () => true)).toEqual([]);
});

it('ideas by name, with what was open on them', () => {
  const ramp = (team: string, name: string) => ({
    ...{ rampId: `${team} ramp`, teamId: team, ideaId: name, name },
  });
  const cycles = [cycle('a'), cycle('a', { cycleId: 'second' }), cycle('b'), cycle('c', { endedAt: 60 })];
  expect(triedIdeas([ramp('b', 'Frames'), ramp('a', 'Frames'), ramp('c', 'Bells')], cycles, span)).toEqual([
    { ideaId: 'Frames', name: 'Frames', teams: 2, cycles: 3 },
  ]);
});

it('an idea moves between schools, not within one', () => {
  const move = (name: string, from: string, to: string) => ({
    ...{ ideaId: name, name, fromSchoolId: from, toSchoolId: to },
  });
  const moves = [move('B', 'x', 'x'), move('C', 'x', 'y'), move('A', 'x', 'y'), move('C', 'x', 'z')];
  expect(movedIdeas(moves)).toEqual([
    { ideaId: 'A', name: 'A', schools: 2, cycles: 1 },
    { ideaId: 'C', name: 'C', schools: 3, cycles: 2 },
  ]);
});
