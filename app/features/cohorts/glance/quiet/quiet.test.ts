import { describe, expect, it } from 'vitest';
import { quietCountWords, quietTeams, quietWords } from './quiet';
import type { LastStep } from './quiet';

const step = (day: string, part: Partial<LastStep> = {}): LastStep => ({
  ...{ teamId: day, teamName: 'A team', schoolName: 'A school', leaId: 'one', day, hasActed: true },
  ...part,
});
const now = { today: '2026-02-06', endsOn: '2026-06-12' };

describe('quiet teams', () => {
  it('have noted nothing for three weeks, in the order given', () => {
    const steps = [step('2026-01-10'), step('2026-01-20'), step('2026-01-16')];
    expect(quietTeams(steps, [], now).teams.map(({ day }) => day)).toEqual(['2026-01-10', '2026-01-16']);
  });

  it('are not quiet because of days off, nor after the year', () => {
    const daysOff = [{ leaId: 'one', name: 'Break', startsOn: '2026-01-19', endsOn: '2026-01-23' }];
    expect(quietTeams([step('2026-01-10')], daysOff, now).teams).toEqual([]);
    expect(quietTeams([step('2026-01-10', { leaId: 'two' })], daysOff, now).teams).toHaveLength(1);
    expect(quietTeams([step('2026-01-10')], [], { today: '2026-07-01', endsOn: '2026-06-12' })).toMatchObject(
      { teams: [], isOver: true },
    );
  });

  it('are told in neutral words', () => {
    const [one] = quietTeams([step('2026-01-09')], [], now).teams;
    expect(one && quietWords(one, now.today)).toBe(
      'Last step on Jan 9, four weeks ago, days off not counted.',
    );
    const [fresh] = quietTeams([step('2026-01-09', { hasActed: false })], [], now).teams;
    expect(fresh && quietWords(fresh, now.today)).toBe(
      'No step yet; the year began on Jan 9, four weeks ago, days off not counted.',
    );
  });

  it('are not those that have just joined: these are new', () => {
    const fresh = step('2026-01-30', { hasActed: false });
    const words = (...steps: LastStep[]) => quietCountWords(quietTeams(steps, [], now));
    expect(words()).toBe('No team yet.');
    expect(words(step('2026-02-01'))).toBe('Every team has noted something in the last three weeks.');
    expect(words(step('2026-02-01'), fresh)).toBe(
      'One team is new: nothing noted yet. Every other team has noted something in the last three weeks.',
    );
    expect(words(fresh, fresh)).toBe('Two teams are new: nothing noted yet.');
    expect(words(step('2026-01-02'), fresh)).toBe(
      'One team has been quiet for three weeks or more. One team is new: nothing noted yet.',
    );
    const three = [1, 2, 3].map(() => step('2026-01-02'));
    expect(words(...three)).toBe('Three teams have been quiet for three weeks or more.');
    expect(quietCountWords(quietTeams(three, [], { ...now, endsOn: '2026-02-01' }))).toBe(
      'The year is over, and nobody is called quiet.',
    );
  });
});
