import { describe, expect, it } from 'vitest';
import { sameClock, startWords, whenForReader, whenWords, zoneWords } from './when-words';

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

  it('says it in the reader’s zone where clocks show otherwise', () => {
    const meeting = { ...at('2026-02-06T20:30Z'), day: '2026-02-06' };
    expect(whenForReader(meeting, 'America/New_York')).toBeNull();
    expect(whenForReader(meeting, 'America/Toronto')).toBeNull();
    expect(whenForReader(meeting, 'America/Chicago')).toBe('for you 14:30 to 16:00, Chicago time');
    expect(whenForReader(meeting, 'Asia/Tokyo')).toBe('for you Sat, Feb 7, 05:30 to 07:00, Tokyo time');
  });

  it('follows each zone across its own change of clocks', () => {
    const between = { ...at('2026-03-20T19:30Z'), day: '2026-03-20' };
    expect(whenForReader(between, 'Europe/Berlin')).toBe('for you 20:30 to 22:00, Berlin time');
    const after = { ...at('2026-04-03T19:30Z'), day: '2026-04-03' };
    expect(whenForReader(after, 'Europe/Berlin')).toBe('for you 21:30 to 23:00, Berlin time');
    expect(whenForReader(after, 'America/Phoenix')).toBe('for you 12:30 to 14:00, Phoenix time');
  });

  it('is long enough although clocks are set forward in its midst', () => {
    expect(whenWords(at('2026-03-08T06:30Z', 60), { today: '2026-02-01' })).toBe(
      'Sun, Mar 8, 01:30 to 03:30, New York time',
    );
  });
});
