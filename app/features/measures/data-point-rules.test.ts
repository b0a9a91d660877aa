import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDataPoint, readNumber } from './data-point-rules';

const today = '2026-11-20';

describe('a typed number', () => {
  it.each([
    ['5', 5],
    [' 5 ', 5],
    ['5.5', 5.5],
    ['5,5', 5.5],
    ['-3', -3],
    ['.5', 0.5],
  ])('%s is read', (text, value) => expect(readNumber(text)).toBe(value));

  it.each(['', 'five', '5 of 8', '1e3', 'NaN', 'Infinity', '0x10', '1.2.3', '5%', '99999999999', '--5'])(
    '%s is no number',
    (text) => expect(readNumber(text)).toBeNull(),
  );

  it('of a proportion is never above its whole', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (numerator, denominator) => {
        const read = readDataPoint(
          'proportion',
          { date: today, numerator: String(numerator), denominator: String(denominator) },
          today,
        );
        expect(read.ok).toBe(numerator <= denominator);
      }),
    );
  });

  it('of a rate may be, but not of nothing', () => {
    expect(readDataPoint('rate', { date: today, numerator: '12', denominator: '5' }, today).ok).toBe(true);
    expect(readDataPoint('rate', { date: today, numerator: '1', denominator: '0' }, today)).toEqual({
      ok: false,
      fields: { denominator: 'There must have been at least one opportunity.' },
    });
  });

  it('of nobody is kept as missing', () => {
    expect(readDataPoint('proportion', { date: today, numerator: '0', denominator: '0' }, today).ok).toBe(
      true,
    );
  });

  it('of students is whole, and a thousand is not guessed', () => {
    expect(
      readDataPoint('proportion', { date: today, numerator: '7.5', denominator: '11' }, today),
    ).toMatchObject({
      ok: false,
      fields: { numerator: 'Students are counted whole: type two whole numbers.' },
    });
    expect(readDataPoint('mean', { date: today, value: '1,234' }, today)).toMatchObject({
      ok: false,
      fields: { value: '"1,234" can be read two ways: type it without the comma.' },
    });
    expect(
      readDataPoint(
        'rate',
        { date: today, numerator: '1000000000', denominator: `0.${'0'.repeat(320)}1` },
        today,
      ).ok,
    ).toBe(false);
  });

  it('names every field that is wrong at once', () => {
    expect(
      readDataPoint('proportion', { date: '2026-11-21', numerator: 'x', denominator: '-1' }, today),
    ).toEqual({
      ok: false,
      fields: {
        date: 'This day is still to come. Log it once it has happened.',
        numerator: '"x" is not a number.',
        denominator: 'This cannot be below 0.',
      },
    });
  });
});
