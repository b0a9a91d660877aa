import { describe, expect, it } from 'vitest';
import { sameClock, startWords, whenWords, zoneWords } from './when-words';

const at = (text: string, minutes = 90) => ({
  startsAt: Date.parse(text),
  minutes,
  timeZone: 'America/New_York',
});

describe('when a meeting is', () => {
  it.each([
    ['where it is held', at('2026-02-05T20:30Z'), undefined, 'Thu, Feb 5, 15:30 to 17:00, New York time'],
    ['elsewhere', at('2026-02-05T20:30Z'), 'Europe/Berlin', 'Thu, Feb 5, 21:30 to 23:00, Berlin time'],
    [
      'past midnight',
      at('2026-02-05T20:30Z', 180),
      'Europe/Berlin',
      'Thu, Feb 5, 21:30 to Fri, Feb 6, 00:30, Berlin time',
    ],
    ['in no place', at('2026-02-05T20:30Z'), 'UTC', 'Thu, Feb 5, 20:30 to 22:00, UTC'],
    // Europe changes its clocks three weeks after the United States do.
    [
      'between two changes',
      at('2026-03-12T19:30Z'),
      'Europe/Berlin',
      'Thu, Mar 12, 20:30 to 22:00, Berlin time',
    ],
    [
      'without any change',
      at('2026-03-12T19:30Z'),
      'America/Phoenix',
      'Thu, Mar 12, 12:30 to 14:00, Phoenix time',
    ],
  ])('%s', (_name, meeting, inZone, words) => {
    expect(whenWords(meeting, inZone === undefined ? {} : { inZone })).toBe(words);
  });

  it('names the year where it is another one', () => {
    expect(startWords({ day: '2027-02-05', time: '15:30' }, '2026-11-22')).toBe('Fri, Feb 5, 2027, 15:30');
    expect(startWords({ day: '2026-12-04', time: '15:30' }, '2026-11-22')).toBe('Fri, Dec 4, 15:30');
  });

  it('knows places of time zones', () => {
    expect(zoneWords('America/Indiana/Knox')).toBe('Knox time');
    expect(zoneWords('Etc/UTC')).toBe('UTC');
  });

  it('tells where two clocks show the same', () => {
    const summer = at('2026-07-01T14:00Z');
    expect(sameClock(summer, 'America/New_York', 'America/Toronto')).toBe(true);
    expect(sameClock(summer, 'America/Los_Angeles', 'America/Phoenix')).toBe(true);
    expect(sameClock(at('2026-01-07T14:00Z'), 'America/Los_Angeles', 'America/Phoenix')).toBe(false);
  });
});
