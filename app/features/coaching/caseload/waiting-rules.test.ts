import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseloadReasons } from '#db/vocabulary';
import { addDays } from '~/lib/school-day';
import type { Reason, Rest, TeamFacts } from './caseload';
import { groupOf, standingOf, waitingOf, withoutWaiting } from './waiting-rules';

const reasonOf = (reason: Reason['reason'], cycleId: string | null = 'c'): Reason => ({
  ...{ reason, aboutId: '', cycleId, measureId: null, since: '2026-11-02', words: [], explanation: '' },
});
const all = caseloadReasons.map((reason) => reasonOf(reason));
const named = (reasons: Reason[]) => reasons.map(({ reason }) => reason);

/** A team that was at work the day before, on Wednesday, November 18. */
const teamOf = (part: Partial<TeamFacts> = {}): TeamFacts => ({
  ...{ teamId: 't', today: '2026-11-18', daysOff: [], cycles: [], measures: [], reviews: [] },
  ...{ returned: [], nudge: null, lastOwnDay: '2026-11-17', hasActed: true, yearIsOver: false },
  ...part,
});
const nudgeOn = (on: string, mine = true) => ({ nudge: { on, coachName: 'Lena Brandt', mine } });
const returnedOn = (since: string, open = 2) => ({ returned: [{ id: 'r', cycleId: 'c', since, open }] });
const restOf = (until: string): Rest => ({
  ...{ id: until, reason: 'no_data', aboutId: 'm', until, restedOn: '2026-11-18' },
});

const judged = (facts: TeamFacts, pressing: Reason[] = [], resting: Rest[] = []) => ({
  ...{ facts, pressing, resting },
});

describe('a nudge', () => {
  it.each([
    ['2026-11-18', ['review_asked', 'signal']],
    ['2026-11-11', ['review_asked', 'signal']],
    ['2026-11-10', [...caseloadReasons]],
  ])('of %s leaves %j pressing: the seventh day still holds, the eighth does not', (on, pressing) => {
    const parts = withoutWaiting(all, teamOf(nudgeOn(on)));
    expect(named(parts.pressing)).toEqual(pressing);
    expect(parts.pressing.length + parts.held.length).toBe(all.length);
  });

  it('says who wrote when, for as long as it holds', () => {
    const words = (facts: TeamFacts) => waitingOf(facts).map((one) => one.words);
    expect(words(teamOf(nudgeOn('2026-11-17')))).toEqual(['You wrote on Nov 17.']);
    expect(words(teamOf(nudgeOn('2026-11-11', false)))).toEqual(['Lena Brandt wrote on Nov 11.']);
    expect(words(teamOf(nudgeOn('2026-11-10')))).toEqual([]);
    expect(waitingOf(teamOf(nudgeOn('2026-11-17')))[0]?.explanation).toContain(
      'Reviews that wait for a coach and signals always do.',
    );
  });
});

describe('a returned review', () => {
  it.each([
    ['2026-11-11', ['review_asked', 'signal', 'quiet']],
    ['2026-11-10', [...caseloadReasons]],
  ])('of %s leaves %j pressing in its cycle', (since, pressing) => {
    expect(named(withoutWaiting(all, teamOf(returnedOn(since))).pressing)).toEqual(pressing);
  });

  it('says nothing of other cycles', () => {
    const others = all.map((one) => ({ ...one, cycleId: 'other' }));
    expect(withoutWaiting(others, teamOf(returnedOn('2026-11-17'))).held).toEqual([]);
  });

  it('stays with the team until it is answered', () => {
    const words = (since: string, open?: number) => waitingOf(teamOf(returnedOn(since, open)))[0]?.words;
    expect(words('2026-11-17')).toBe('2 questions or ideas are with the team since Nov 17.');
    expect(words('2025-11-17', 1)).toBe('1 question or idea is with the team since Nov 17, 2025.');
    expect(words('2026-10-01', 0)).toBe('A review is with the team since Oct 1.');
  });
});

describe('where a team stands', () => {
  const group = (facts: TeamFacts, pressing: Reason[] = [], resting: Rest[] = []) =>
    groupOf(judged(facts, pressing, resting));

  it('is by what presses, then by what is with it, then by what it did itself', () => {
    const nudged = teamOf(nudgeOn('2026-11-17'));
    expect(group(nudged, [reasonOf('signal')])).toBe('now');
    expect(group(nudged)).toBe('with_team');
    expect(group(teamOf(returnedOn('2026-10-01')))).toBe('with_team');
    expect(group(teamOf())).toBe('well');
    expect(group(teamOf({ hasActed: false }))).toBe('quiet');
    expect(group(teamOf(), [], [restOf('2026-11-29')])).toBe('quiet');
  });

  it('is going well for three weeks after its own last step, days off not counted', () => {
    expect(group(teamOf({ lastOwnDay: '2026-10-29' }))).toBe('well');
    expect(group(teamOf({ lastOwnDay: '2026-10-28' }))).toBe('quiet');
    const daysOff = [{ leaId: null, name: 'Break', startsOn: '2026-11-09', endsOn: '2026-11-13' }];
    expect(group(teamOf({ lastOwnDay: '2026-10-20', daysOff }))).toBe('well');
    expect(group(teamOf({ lastOwnDay: '2025-11-14', yearIsOver: true }))).toBe('quiet');
  });

  it('is said truly of the quiet ones', () => {
    const line = (facts: TeamFacts, resting: Rest[] = []) => standingOf(judged(facts, [], resting));
    const cycle: TeamFacts['cycles'][number] = {
      ...{ id: 'c', number: 1, changeIdea: 'Frames', stage: 'do', plannedStart: '2025-10-01' },
      ...{ plannedEnd: '2025-10-20', enteredOn: '2025-10-01', prediction: 'none', measureIds: [] },
    };
    expect(line(teamOf({ hasActed: false }))).toBe('Nothing has happened yet.');
    expect(line(teamOf({ lastOwnDay: '2025-11-14' }))).toBe('No cycle open; last active Nov 14, 2025.');
    expect(line(teamOf({ lastOwnDay: '2026-10-14', cycles: [cycle] }))).toBe('Last active Oct 14.');
    expect(line(teamOf(), [restOf('2026-11-29')])).toBe('Not now: 1 reason rests until Nov 29.');
    expect(line(teamOf(), [restOf('2026-11-29'), restOf('2026-11-29')])).toBe(
      'Not now: 2 reasons rest until Nov 29.',
    );
    expect(line(teamOf(), [restOf('2026-12-04'), restOf('2026-11-29')])).toBe(
      'Not now: 2 reasons rest, the first until Nov 29.',
    );
    expect(line(teamOf())).toBe('');
    expect(line(teamOf(nudgeOn('2026-11-17')))).toBe('');
  });
});

const day = fc.integer({ min: -3, max: 40 }).map((back) => addDays('2026-11-18', -back));
const anyTeam = fc
  .record({ nudged: fc.option(day), back: fc.option(day), lastOwnDay: day, hasActed: fc.boolean() })
  .map(({ nudged, back, ...part }) =>
    teamOf({
      ...part,
      ...(nudged === null ? {} : nudgeOn(nudged)),
      ...(back === null ? {} : returnedOn(back)),
    }),
  );
const anyReasons = fc.array(
  fc.record({ reason: fc.constantFrom(...caseloadReasons), cycleId: fc.constantFrom('c', 'other', null) }),
);

describe('always', () => {
  it('every reason either presses or waits; reviews and signals press; only what is with the team holds one back', () => {
    fc.assert(
      fc.property(anyTeam, anyReasons, (facts, picked) => {
        const reasons = picked.map(({ reason, cycleId }) => reasonOf(reason, cycleId));
        const { pressing, held } = withoutWaiting(reasons, facts);
        expect(reasons.filter((one) => pressing.includes(one) !== held.includes(one))).toEqual(reasons);
        expect(named(held)).not.toContain('review_asked');
        expect(named(held)).not.toContain('signal');
        if (held.length > 0) expect(waitingOf(facts)).not.toEqual([]);
        const group = groupOf(judged(facts, pressing));
        expect(group === 'now').toBe(pressing.length > 0);
        if (held.length > 0 && pressing.length === 0) expect(group).toBe('with_team');
        expect(standingOf(judged(facts, pressing)) === '').toBe(group !== 'quiet');
      }),
    );
  });
});
