import { describe, expect, it } from 'vitest';
import { usualPreference } from './mail-preference';
import { isTimeZone } from '~/lib/time-zones';
import { mailPreferenceForm } from './mail-preference-form';
import { preferenceWords } from './mail-preference-words';

const usual = usualPreference('America/New_York');

describe('what will happen, in words', () => {
  it.each([
    [
      {},
      'Every weekday at 7:00 (New York time), one mail if there is anything new. A question to you and a review that comes back are sent at once.',
    ],
    [
      { rhythm: 'weekly', weekday: 5, hour: 16, immediate: false } as const,
      'Every Friday at 16:00 (New York time), one mail if there is anything new. Nothing comes in between.',
    ],
    [
      { rhythm: 'off' } as const,
      'No round-up comes by mail; everything stands in your inbox. A question to you and a review that comes back are sent at once.',
    ],
    [
      { rhythm: 'off', immediate: false } as const,
      'No mail comes about what happens; everything stands in your inbox.',
    ],
  ])('%o', (change, words) => {
    expect(preferenceWords({ ...usual, ...change })).toBe(words);
  });
});

describe('the form', () => {
  const typed = { rhythm: 'weekly', hour: '0', weekday: '0', timeZone: 'Asia/Kolkata', immediate: 'on' };

  it('reads a choice', () => {
    expect(mailPreferenceForm.parse(typed)).toEqual({
      ...{ rhythm: 'weekly', hour: 0, weekday: 0, timeZone: 'Asia/Kolkata', immediate: true },
    });
    const { immediate: _left, ...without } = typed;
    expect(mailPreferenceForm.parse(without).immediate).toBe(false);
  });

  it.each([
    { rhythm: 'hourly' },
    { hour: '24' },
    { hour: '-1' },
    { hour: '7.5' },
    { hour: '' },
    { weekday: '7' },
    { timeZone: 'Nowhere/Land' },
    { timeZone: '+05:00' },
    { timeZone: '' },
    { immediate: 'yes' },
  ])('refuses %o', (change) => {
    expect(mailPreferenceForm.safeParse({ ...typed, ...change }).success).toBe(false);
  });
});

it('a time zone is one that can be reckoned in', () => {
  for (const zone of ['UTC', 'Europe/Berlin', 'America/Argentina/Ushuaia', 'US/Eastern'])
    expect(isTimeZone(zone), zone).toBe(true);
  for (const zone of ['', 'Mars/Base', '../etc', 'Europe/Berlin '])
    expect(isTimeZone(zone), zone).toBe(false);
});
