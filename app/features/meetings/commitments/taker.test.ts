import { describe, expect, it } from 'vitest';
import { isOffered, takerOf, takerValue } from './taker';

const choices = {
  runnersName: 'The facilitators',
  runners: [{ personId: 'f', name: 'Fay' }],
  teams: [{ teamId: 'a', name: 'Team a', schoolName: 'School', people: [{ personId: 'm', name: 'Maya' }] }],
};

describe('who takes a commitment on', () => {
  it('is one value, there and back', () => {
    for (const taker of [
      { teamId: null, personId: null },
      { teamId: null, personId: 'f' },
      { teamId: 'a', personId: null },
      { teamId: 'a', personId: 'm' },
    ])
      expect(takerOf(takerValue(taker))).toEqual(taker);
  });

  it('is nothing where the value is none of ours', () => {
    for (const value of ['', 'a', 'a b c', ' all', `${'x'.repeat(41)} all`, 'a\nall'])
      expect(takerOf(value)).toBeNull();
  });

  it('is offered with their own team only', () => {
    expect(isOffered(choices, { teamId: null, personId: null })).toBe(true);
    expect(isOffered(choices, { teamId: null, personId: 'f' })).toBe(true);
    expect(isOffered(choices, { teamId: null, personId: 'm' })).toBe(false);
    expect(isOffered(choices, { teamId: 'a', personId: null })).toBe(true);
    expect(isOffered(choices, { teamId: 'a', personId: 'm' })).toBe(true);
    expect(isOffered(choices, { teamId: 'a', personId: 'f' })).toBe(false);
    expect(isOffered(choices, { teamId: 'b', personId: null })).toBe(false);
  });
});
