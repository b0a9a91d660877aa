import { describe, expect, it } from 'vitest';
import { dayOfNewVersion } from './definition-rules';

const today = '2026-11-20';
const first = { number: 1, inForceFrom: null };
const second = { number: 2, inForceFrom: '2026-10-05' };

describe('the day of a changed definition', () => {
  it.each([
    ['today, when none is asked for', undefined, second, today],
    ['any earlier day after the first version', '2020-01-06', first, '2020-01-06'],
    ['the day of the version it changes', '2026-10-05', second, '2026-10-05'],
  ])('%s', (_name, asked, newest, day) => {
    expect(dayOfNewVersion(asked, { newest, today })).toEqual({ ok: true, day });
  });

  it('is not in the future, and not before the version it changes', () => {
    expect(dayOfNewVersion('2026-11-21', { newest: first, today })).toEqual({
      ok: false,
      message: 'Change the definition on the day it changes, not before.',
    });
    expect(dayOfNewVersion('2026-10-04', { newest: second, today })).toEqual({
      ok: false,
      message: 'Version 2 is in force from Oct 5: choose that day or a later one.',
    });
  });
});
