import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisions } from '#db/vocabulary';
import { testedSentence } from './evidence-words';
import type { SharedTest } from './evidence-words';

const by = (teamId: string, schoolId: string, decision: SharedTest['decision']): SharedTest => ({
  origin: { teamId, schoolId },
  decision,
});
const unsigned = (decision: SharedTest['decision']): SharedTest => ({ origin: null, decision });

describe('how often an idea was tested', () => {
  it('says nothing of nothing', () => expect(testedSentence([])).toBe(''));

  it('counts teams, schools and decisions', () => {
    const tests = [by('a', 'one', 'adopt'), by('b', 'one', 'adapt'), by('c', 'two', 'abandon')];
    expect(testedSentence(tests)).toBe('Tested by 3 teams in 2 schools: 1 adopted, 1 adapted, 1 abandoned.');
  });

  it('says tests where a team has several', () => {
    expect(testedSentence([by('a', 'one', 'adapt'), by('a', 'one', 'adopt')])).toBe(
      '2 tests by 1 team in 1 school: 1 adopted, 1 adapted.',
    );
  });

  it('counts hidden tests apart, and never as teams or schools', () => {
    expect(testedSentence([by('a', 'one', null), unsigned('adopt'), unsigned(null)])).toBe(
      'Tested by 1 team in 1 school: 1 not decided; and 2 tests by teams that did not sign: 1 adopted, 1 not decided.',
    );
    expect(testedSentence([unsigned('abandon')])).toBe('1 test by teams that did not sign: 1 abandoned.');
  });

  it('what is said of signed tests does not change with a hidden one', () => {
    const decision = fc.constantFrom(...decisions, null);
    const named = fc.record({
      origin: fc.record({
        teamId: fc.constantFrom('a', 'b', 'c', 'd'),
        schoolId: fc.constantFrom('one', 'two'),
      }),
      decision,
    });
    fc.assert(
      fc.property(fc.array(named, { minLength: 1, maxLength: 12 }), decision, (tests, hidden) => {
        const before = testedSentence(tests).slice(0, -1);
        expect(testedSentence([...tests, unsigned(hidden)]).startsWith(`${before}; and 1 test by`)).toBe(
          true,
        );
      }),
    );
  });
});
