import { describe, expect, it } from 'vitest';
import { clockProblem, isMeetingTime, leadsRoom, takesPart } from './live-policy';

const minuteMs = 60_000;
const meeting = { announcedAt: 1, cancelledAt: null, startsAt: 1000 * minuteMs, minutes: 90 };
const guest = { runs: false, mine: { role: null, answer: null } };

describe('a room', () => {
  it('is taken part in by the invited and by those who run it, and led by its facilitators', () => {
    expect(takesPart(guest)).toBe(true);
    expect(takesPart({ runs: false, mine: null })).toBe(false);
    expect(takesPart({ runs: true, mine: null })).toBe(true);
    expect(leadsRoom(guest)).toBe(false);
    expect(leadsRoom({ runs: false, mine: { role: 'facilitator', answer: null } })).toBe(true);
    expect(leadsRoom({ runs: false, mine: { role: 'timekeeper', answer: null } })).toBe(false);
  });

  it('has a clock once it is announced, unless it was cancelled', () => {
    expect(clockProblem(meeting)).toBeNull();
    expect(clockProblem({ ...meeting, announcedAt: null })).toContain('Announce');
    expect(clockProblem({ ...meeting, cancelledAt: 2 })).toContain('cancelled');
  });

  it('is on from half an hour before to an hour after, and while its clock is at a step', () => {
    const at = (minute: number, state: Parameters<typeof isMeetingTime>[1] = 'waiting') =>
      isMeetingTime(meeting, state, minute * minuteMs);
    expect([at(969), at(970), at(1150), at(1151)]).toEqual([false, true, true, false]);
    expect(at(5000, 'paused')).toBe(true);
    expect(at(1010, 'ended')).toBe(false);
    expect(isMeetingTime({ ...meeting, cancelledAt: 2 }, 'running', 1010 * minuteMs)).toBe(false);
  });
});
