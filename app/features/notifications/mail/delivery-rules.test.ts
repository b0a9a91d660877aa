import { describe, expect, it } from 'vitest';
import { fateOf, mostTries, shortProblem, waits } from './delivery-rules';

const busy = { kind: 'refused', permanent: false, problem: '451 busy' } as const;

describe('what becomes of a mail', () => {
  it('taken is sent', () => {
    expect(fateOf({ kind: 'accepted' }, 1, 0)).toEqual({ state: 'sent' });
  });

  it('refused for now waits longer each time, eight tries within two days', () => {
    expect(fateOf(busy, 1, 1000)).toEqual({ state: 'waiting', nextTryAt: 61_000, problem: '451 busy' });
    expect(fateOf(busy, 2, 0)).toMatchObject({ nextTryAt: 300_000 });
    expect(fateOf(busy, mostTries - 1, 0)).toMatchObject({ state: 'waiting' });
    expect(fateOf(busy, mostTries, 0)).toEqual({ state: 'given_up', problem: '451 busy' });
    expect(mostTries).toBe(8);
    expect(waits.reduce((sum, wait) => sum + wait)).toBeLessThan(48 * 3_600_000);
  });

  it('refused for good is given up at once', () => {
    expect(fateOf({ ...busy, permanent: true }, 1, 0)).toMatchObject({ state: 'given_up' });
  });

  it('cut off before its words is tried again; after them it is not', () => {
    expect(fateOf({ kind: 'cut_off', problem: 'Timeout' }, 1, 0)).toMatchObject({ state: 'waiting' });
    expect(fateOf({ kind: 'unsure', problem: 'Timeout' }, 1, 0)).toEqual({
      state: 'unsure',
      problem: 'Timeout',
    });
  });

  it('a long answer is kept short, on one line', () => {
    expect(shortProblem(' 550-No\r\n550 such user ')).toBe('550-No 550 such user');
    expect(shortProblem('x'.repeat(1000))).toHaveLength(300);
  });
});
