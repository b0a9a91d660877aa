import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, schoolDayAt, weekday } from '~/lib/school-day';
import { usualPreference } from '../preference/mail-preference';
import { clockOfHour, instantOfWallClock } from '~/lib/wall-clock';
import type { MailPreference } from '../preference/mail-preference';
import { latestDigestSlot } from './digest-rules';

const instantOfHour = (day: string, hour: number, timeZone: string) =>
  instantOfWallClock(day, clockOfHour(hour), timeZone);

const newYork = 'America/New_York';
const utc = (text: string) => Date.parse(`${text}Z`);
const prefer = (change: Partial<MailPreference>): MailPreference => ({
  ...usualPreference(newYork),
  ...change,
});

describe('the latest digest that has come', () => {
  it.each([
    ['a minute before seven: yesterday’s', prefer({}), '2026-10-07T10:59', '2026-10-06'],
    ['at seven: today’s', prefer({}), '2026-10-07T11:00', '2026-10-07'],
    ['on Sunday: Friday’s', prefer({}), '2026-10-11T18:00', '2026-10-09'],
    ['on Monday before seven: Friday’s', prefer({}), '2026-10-12T10:00', '2026-10-09'],
    [
      'weekly on Wednesday, on Tuesday',
      prefer({ rhythm: 'weekly', weekday: 3 }),
      '2026-10-06T20:00',
      '2026-09-30',
    ],
    [
      'weekly on Wednesday, an hour too early',
      prefer({ rhythm: 'weekly', weekday: 3 }),
      '2026-10-07T10:00',
      '2026-09-30',
    ],
    [
      'weekly on Sunday, when two o’clock is left out',
      prefer({ rhythm: 'weekly', weekday: 0, hour: 2 }),
      '2026-03-08T07:00',
      '2026-03-08',
    ],
    [
      'and a second before',
      prefer({ rhythm: 'weekly', weekday: 0, hour: 2 }),
      '2026-03-08T06:59:59',
      '2026-03-01',
    ],
  ])('%s', (_name, preference, now, day) => {
    expect(latestDigestSlot(preference, utc(now))?.day).toBe(day);
  });

  it('off is off', () => {
    expect(latestDigestSlot(prefer({ rhythm: 'off' }), utc('2026-10-07T12:00'))).toBeNull();
  });

  it('an hour that had passed when it was chosen does not count; the next one does', () => {
    const chosen = utc('2026-10-07T12:30');
    expect(latestDigestSlot(prefer({}), utc('2026-10-07T12:31'), chosen)).toBeNull();
    expect(latestDigestSlot(prefer({}), utc('2026-10-08T11:00'), chosen)?.day).toBe('2026-10-08');
  });

  it('the hour that comes twice in autumn gives one digest', () => {
    const preference = prefer({ rhythm: 'weekly', weekday: 0, hour: 1 });
    const first = latestDigestSlot(preference, utc('2026-11-01T05:30'));
    expect(latestDigestSlot(preference, utc('2026-11-01T06:30'))).toEqual(first);
  });
});

const zones = [
  newYork,
  'Europe/Berlin',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/Havana',
  'UTC',
];
const anyPreference = fc.record({
  rhythm: fc.constantFrom('daily' as const, 'weekly' as const),
  hour: fc.integer({ min: 0, max: 23 }),
  weekday: fc.integer({ min: 0, max: 6 }),
  timeZone: fc.constantFrom(...zones),
  immediate: fc.boolean(),
});
const anyInstant = fc.integer({ min: utc('2010-01-01T00:00'), max: utc('2030-01-01T00:00') });

describe('for every preference and every instant', () => {
  it('a turn never lies in the future, is on its day and at most eight days old', () => {
    fc.assert(
      fc.property(anyPreference, anyInstant, (preference, now) => {
        const slot = latestDigestSlot(preference, now);
        if (slot === null) return false;
        expect(slot.at).toBeLessThanOrEqual(now);
        expect(slot.at).toBeGreaterThan(now - 15 * 86_400_000);
        expect(schoolDayAt(slot.at, preference.timeZone)).toBe(slot.day);
        if (preference.rhythm === 'weekly') expect(weekday(slot.day)).toBe(preference.weekday);
        else expect(weekday(slot.day) % 6).not.toBe(0);
        return true;
      }),
    );
  });

  it('turns only move on, and a day has one instant', () => {
    const later = fc.integer({ min: 0, max: 20 * 86_400_000 });
    fc.assert(
      fc.property(anyPreference, anyInstant, later, (preference, now, after) => {
        const [one, other] = [latestDigestSlot(preference, now), latestDigestSlot(preference, now + after)];
        if (!one || !other) return false;
        expect(other.at).toBeGreaterThanOrEqual(one.at);
        expect(one.day === other.day).toBe(one.at === other.at);
        return true;
      }),
    );
  });

  it('every weekday has its digest within the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 23 }), (days, hour) => {
        const day = addDays('2020-01-01', days);
        const end = instantOfHour(addDays(day, 1), 0, newYork) ?? 0;
        const slot = latestDigestSlot(prefer({ hour }), end - 1);
        expect(slot?.day === day).toBe(weekday(day) % 6 !== 0);
      }),
    );
  });
});
