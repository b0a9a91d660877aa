import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, schoolDayAt } from './school-day';
import { clockOfHour, instantOfWallClock, wallClockOf } from './wall-clock';

const newYork = 'America/New_York';
const utc = (text: string) => Date.parse(`${text}Z`);
const instantOfHour = (day: string, hour: number, timeZone: string) =>
  instantOfWallClock(day, clockOfHour(hour), timeZone);

describe('an hour of a day', () => {
  it.each([
    ['a summer morning', '2026-07-01', 7, newYork, '2026-07-01T11:00'],
    ['a winter morning', '2026-01-05', 7, newYork, '2026-01-05T12:00'],
    ['the hour that the spring leaves out, at its end', '2026-03-08', 2, newYork, '2026-03-08T07:00'],
    ['the hour after it', '2026-03-08', 3, newYork, '2026-03-08T07:00'],
    ['the first of the two in autumn', '2026-11-01', 1, newYork, '2026-11-01T05:00'],
    ['the hour after both', '2026-11-01', 2, newYork, '2026-11-01T07:00'],
    ['midnight that does not exist', '2026-03-29', 0, 'Asia/Beirut', '2026-03-28T22:00'],
    ['midnight that exists twice', '2026-11-01', 0, 'America/Havana', '2026-11-01T04:00'],
    ['half an hour left out', '2026-10-04', 2, 'Australia/Lord_Howe', '2026-10-03T15:30'],
    ['a zone off by a quarter', '2026-05-05', 7, 'Asia/Kathmandu', '2026-05-05T01:15'],
    ['far east', '2026-05-05', 0, 'Pacific/Kiritimati', '2026-05-04T10:00'],
    ['far west', '2026-05-05', 23, 'Pacific/Pago_Pago', '2026-05-06T10:00'],
  ])('%s', (_name, day, hour, timeZone, expected) => {
    expect(instantOfHour(day, hour, timeZone)).toBe(utc(expected));
  });

  it('a day that its time zone left out has none', () => {
    expect(instantOfHour('2011-12-30', 7, 'Pacific/Apia')).toBeNull();
    expect(instantOfHour('2011-12-31', 7, 'Pacific/Apia')).toBe(utc('2011-12-30T17:00'));
  });
});

describe('a time of a day, to the minute', () => {
  it.each([
    ['the Friday before the spring change', '2026-03-06', '15:30', newYork, '2026-03-06T20:30'],
    ['the Monday after it', '2026-03-09', '15:30', newYork, '2026-03-09T19:30'],
    ['the Friday before the autumn change', '2026-10-30', '15:30', newYork, '2026-10-30T19:30'],
    ['the Monday after it', '2026-11-02', '15:30', newYork, '2026-11-02T20:30'],
    ['where clocks never change', '2026-03-09', '15:30', 'America/Phoenix', '2026-03-09T22:30'],
    ['within the gap of spring: as much later', '2026-03-08', '02:30', newYork, '2026-03-08T07:30'],
    ['the first of two times in autumn', '2026-11-01', '01:30', newYork, '2026-11-01T05:30'],
    ['the last minute of a day', '2026-11-01', '23:59', newYork, '2026-11-02T04:59'],
  ])('%s', (_name, day, time, timeZone, expected) => {
    expect(instantOfWallClock(day, time, timeZone)).toBe(utc(expected));
  });

  it.each([
    ['2026-03-06T20:30', 'Europe/Berlin', '2026-03-06', '21:30'],
    ['2026-03-09T19:30', 'Europe/Berlin', '2026-03-09', '20:30'],
    ['2026-10-30T19:30', 'Europe/Berlin', '2026-10-30', '20:30'],
    ['2026-11-02T20:30', 'Europe/Berlin', '2026-11-02', '21:30'],
    ['2026-03-09T19:30', 'America/Phoenix', '2026-03-09', '12:30'],
    ['2026-11-01T05:30', newYork, '2026-11-01', '01:30'],
    ['2026-11-01T06:30', newYork, '2026-11-01', '01:30'],
    ['2026-05-05T01:15', 'Asia/Kathmandu', '2026-05-05', '07:00'],
  ])('%s is on the wall of %s: %s, %s', (instant, timeZone, day, time) => {
    expect(wallClockOf(utc(instant), timeZone)).toEqual({ day, time });
  });
});

const zones = [
  newYork,
  'Europe/Berlin',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/Havana',
  'Asia/Kathmandu',
  'UTC',
];
const anyZone = fc.constantFrom(...zones);
const anyDay = fc.integer({ min: 0, max: 6000 }).map((days) => addDays('2012-01-01', days));
const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

describe('for every day, time and time zone', () => {
  it('a time that the wall shows comes back as it was', () => {
    fc.assert(
      fc.property(anyDay, anyTime, anyZone, (day, time, timeZone) => {
        const instant = instantOfWallClock(day, time, timeZone);
        if (instant === null) return;
        const shown = wallClockOf(instant, timeZone);
        const isLeftOut = shown.time !== time;
        expect(shown.day).toBe(day);
        // A time that is left out stands later by the length of the gap, two hours at most.
        if (isLeftOut) {
          expect(shown.time > time).toBe(true);
          expect(wallClockOf(instant - 2 * 3_600_000, timeZone).time < time).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('every instant of a whole minute is the time its wall shows, or the later of two such', () => {
    const anyMinute = fc.integer({
      min: utc('2012-01-01T00:00') / 60_000,
      max: utc('2030-01-01T00:00') / 60_000,
    });
    fc.assert(
      fc.property(anyMinute, anyZone, (minute, timeZone) => {
        const instant = minute * 60_000;
        const { day, time } = wallClockOf(instant, timeZone);
        const first = instantOfWallClock(day, time, timeZone);
        expect(schoolDayAt(instant, timeZone)).toBe(day);
        expect(first).not.toBeNull();
        expect(wallClockOf(first ?? 0, timeZone)).toEqual({ day, time });
        expect((first ?? 0) <= instant).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
