import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseloadReasons } from '#db/vocabulary';
import { addDays } from '~/lib/school-day';
import type { CaseloadCycle, CaseloadMeasure, CaseloadReview, Reason, TeamFacts } from './caseload';
import { longestWaitingFirst, reasonsOf, withoutResting } from './caseload-rules';

const cycleOf = (part: Partial<CaseloadCycle> = {}): CaseloadCycle => ({
  ...{ id: 'c', number: 2, changeIdea: 'Check-in before the quiz', stage: 'do' },
  ...{ plannedStart: '2026-11-02', plannedEnd: '2026-11-20', enteredOn: '2026-11-02' },
  ...{ prediction: 'measurable', measureIds: ['m'] },
  ...part,
});
const measureOf = (part: Partial<CaseloadMeasure> = {}): CaseloadMeasure => ({
  ...{ id: 'm', name: 'Exit tickets', frequency: 'weekly', newest: '2026-11-17', signals: [] },
  ...part,
});
const reviewOf = (part: Partial<CaseloadReview> = {}): CaseloadReview => ({
  ...{ id: 'r', cycleId: 'c', state: 'asked', stage: 'do', since: '2026-11-16', byTeam: true, mine: true },
  ...{ coachName: null, returnedOn: null, askedAgain: false, turnId: null },
  ...part,
});
/** A team of which nothing is to be said on Wednesday, November 18. */
const teamOf = (part: Partial<TeamFacts> = {}): TeamFacts => ({
  ...{ teamId: 't', today: '2026-11-18', daysOff: [], cycles: [cycleOf()], measures: [measureOf()] },
  ...{ reviews: [], returned: [], nudge: null, lastOwnDay: '2026-11-17', hasActed: true, yearIsOver: false },
  ...part,
});
const named = (facts: TeamFacts) => reasonsOf(facts).map(({ reason }) => reason);
const wordsOf = (one: Reason | undefined) =>
  (one?.words ?? []).map((part) => (typeof part === 'string' ? part : part.strong)).join('');
const said = (facts: TeamFacts) => reasonsOf(facts).map(wordsOf);
const off = (startsOn: string, endsOn: string, name = 'Fall break') => ({
  ...{ leaId: null, name, startsOn, endsOn },
});

it('says nothing of a team that is on its way', () => {
  expect(reasonsOf(teamOf())).toEqual([]);
});

describe('a review', () => {
  it('is asked for, with how long it waits and how long the cycle runs', () => {
    // Three weeks from Oct 19 to Nov 6; Nov 18 is day 30, in week 5.
    const cycle = cycleOf({ plannedStart: '2026-10-19', plannedEnd: '2026-11-06', stage: 'do' });
    const facts = teamOf({ cycles: [cycle], reviews: [reviewOf()] });
    const first = reasonsOf(facts)[0];
    expect(wordsOf(first)).toBe('Asked for your review of Do, 2 days ago. Planned 3 weeks, now in week 5.');
    expect(first?.words).toContainEqual({ strong: 'Do' });
    expect(first?.explanation).toContain('The team asked on Nov 16');
    expect(first).toMatchObject({ aboutId: 'r', cycleId: 'c', since: '2026-11-16' });
  });

  it('has been begun, or answered, by either side', () => {
    const of = (part: Partial<CaseloadReview>) => said(teamOf({ reviews: [reviewOf(part)] }))[0];
    expect(of({ state: 'reading' })).toBe('Asked for your review of Do, 2 days ago; the reading has begun.');
    expect(of({ state: 'reading', byTeam: false })).toBe(
      'You began to read Do 2 days ago; nothing is back yet.',
    );
    expect(of({ state: 'answered', since: '2026-11-17' })).toBe(
      'Answered all you asked about Do, yesterday.',
    );
    expect(of({ mine: false, stage: 'study' })).toBe('Asked for a review of Study, 2 days ago.');
  });

  it('is to be looked at again, with who took it up and when', () => {
    const again = reviewOf({
      ...{ stage: 'study', since: '2026-11-18', coachName: 'Lena Brandt', returnedOn: '2026-11-16' },
      ...{ askedAgain: true, turnId: 's2' },
    });
    const facts = teamOf({
      cycles: [cycleOf({ stage: 'plan', plannedStart: '2026-11-23', plannedEnd: '2026-12-11' })],
      reviews: [again],
    });
    const first = reasonsOf(facts)[0];
    expect(wordsOf(first)).toBe('Asked you to look again, today; now in Plan.');
    expect(first).toMatchObject({ aboutId: 'r/s2', since: '2026-11-18' });
    expect(first?.explanation).toContain(
      'You took it up, and it came back to the team on Nov 16. The team asked to look again on Nov 18.',
    );
    const ofOther = reasonsOf({ ...facts, reviews: [{ ...again, mine: false, state: 'reading' }] })[0];
    expect(wordsOf(ofOther)).toBe(
      'Asked Lena Brandt to look again, today; the reading has begun; now in Plan.',
    );
    expect(ofOther?.explanation).toContain('Lena Brandt took it up');
    const rest = {
      id: 'x',
      reason: 'review_asked' as const,
      aboutId: 'r',
      until: '2026-11-29',
      restedOn: '2026-11-20',
    };
    expect(withoutResting(reasonsOf(facts), [rest], facts.today).resting).toEqual([]);
  });

  it('comes before what has waited longer', () => {
    const cycle = cycleOf({ plannedEnd: '2026-11-02', plannedStart: '2026-10-12' });
    expect(named(teamOf({ cycles: [cycle], reviews: [reviewOf({ since: '2026-11-18' })] }))).toEqual([
      'review_asked',
      'study_overdue',
      'end_passed',
    ]);
  });
});

describe('study overdue', () => {
  // Planned to end on Friday, Nov 13: Mon 16, Tue 17, Wed 18 are three school days, Thu 19 is the fourth.
  const late = { cycles: [cycleOf({ plannedEnd: '2026-11-13' })] };
  it.each([
    ['2026-11-18', []],
    ['2026-11-19', ['study_overdue']],
  ] as const)('after more than three school days past the planned end of Do: %s', (today, expected) => {
    expect(named(teamOf({ ...late, today }))).toEqual(expected);
  });
  it('says the day and the school days', () => {
    const facts = teamOf({ ...late, today: '2026-11-19' });
    expect(said(facts)).toEqual(['Study is not begun: Do was to end on Nov 13, 4 school days ago.']);
    expect(reasonsOf(facts)[0]?.explanation).toBe(
      'The cycle is in Do, its planned end was Nov 13, and 4 school days have passed since. Study is overdue after more than 3 school days; weekends and days off do not count.',
    );
  });
  it('counts from the day a cycle entered Study', () => {
    const cycle = cycleOf({ stage: 'study', enteredOn: '2026-11-12' });
    expect(said(teamOf({ cycles: [cycle] }))).toEqual(['Study is waiting since Nov 12, 4 school days.']);
    expect(named(teamOf({ cycles: [{ ...cycle, enteredOn: '2026-11-13' }] }))).toEqual([]);
  });
  it('does not count a day off in the middle', () => {
    expect(
      named(teamOf({ ...late, today: '2026-11-19', daysOff: [off('2026-11-17', '2026-11-17')] })),
    ).toEqual([]);
  });
});

describe('the planned end', () => {
  const inAct = (plannedEnd: string) => [cycleOf({ stage: 'act', plannedEnd })];
  it('has passed after 8 days, not after 7', () => {
    expect(named(teamOf({ cycles: inAct('2026-11-11') }))).toEqual([]);
    expect(said(teamOf({ cycles: inAct('2026-11-10') }))).toEqual([
      'The planned end, Nov 10, passed 8 days ago; still in Act.',
    ]);
  });
  it('waits for the days of a break and its weekends', () => {
    // Nov 3 to Nov 18 are 15 days; a break from Mon 9 to Fri 13 takes nine of them (Sat 7 to Sun 15), six stay.
    const facts = teamOf({ cycles: inAct('2026-11-03') });
    expect(named(facts)).toEqual(['end_passed']);
    expect(named({ ...facts, daysOff: [off('2026-11-09', '2026-11-13')] })).toEqual([]);
  });
});

describe('no data', () => {
  const silent = (part: Partial<CaseloadMeasure>, facts: Partial<TeamFacts> = {}) =>
    teamOf({
      measures: [measureOf(part)],
      cycles: [cycleOf({ plannedStart: '2026-10-05', enteredOn: '2026-10-05' })],
      ...facts,
    });
  it('is said of two whole weeks, not of one', () => {
    // Newest on Fri Oct 30: the weeks of Nov 2 and Nov 9 went by whole. On Fri Nov 6 only one had.
    expect(said(silent({ newest: '2026-10-30' }))).toEqual(['No data for two weeks: Exit tickets.']);
    expect(named(silent({ newest: '2026-11-02' }))).toEqual([]);
    expect(reasonsOf(silent({ newest: '2026-10-30' }))[0]?.explanation).toContain(
      'Its newest number is of Oct 30',
    );
  });
  it('does not count a week without school', () => {
    const daysOff = [off('2026-11-02', '2026-11-06')];
    expect(named(silent({ newest: '2026-10-30' }, { daysOff }))).toEqual([]);
    expect(said(silent({ newest: '2026-10-23' }, { daysOff }))).toEqual([
      'No data for two weeks: Exit tickets.',
    ]);
  });
  it('counts from the day the cycle began where there is no number', () => {
    const cycles = [cycleOf({ enteredOn: '2026-11-03' })];
    expect(named(silent({ newest: null }, { cycles }))).toEqual([]);
    expect(said(silent({ newest: null }, { cycles, today: '2026-11-23' }))).toContain(
      'No data for two weeks: Exit tickets.',
    );
  });
  it('counts school days, fortnights and months', () => {
    expect(said(silent({ newest: '2026-11-13', frequency: 'daily' }))).toEqual([
      'No data for two school days: Exit tickets.',
    ]);
    expect(named(silent({ newest: '2026-11-16', frequency: 'daily' }))).toEqual([]);
    const long = { cycles: [cycleOf({ plannedStart: '2026-06-01', enteredOn: '2026-06-01' })] };
    expect(said(silent({ newest: '2026-08-31', frequency: 'monthly' }, long))).toContain(
      'No data for two months: Exit tickets.',
    );
    expect(said(silent({ newest: '2026-10-11', frequency: 'every_two_weeks' }, long))).toContain(
      'No data for four weeks: Exit tickets.',
    );
  });
  it('is asked of cycles in Do only', () => {
    for (const stage of ['plan', 'study', 'act'] as const)
      expect(
        named(silent({ newest: '2026-10-05' }, { cycles: [cycleOf({ stage, enteredOn: '2026-11-18' })] })),
      ).not.toContain('no_data');
  });
});

describe('no measurable prediction', () => {
  it('tells one without a measure from none', () => {
    const of = (prediction: CaseloadCycle['prediction']) =>
      said(teamOf({ cycles: [cycleOf({ prediction })] }));
    expect(of('none')).toEqual(['No prediction yet, and it was to begin Nov 2.']);
    expect(of('no_measure')).toEqual(['Its prediction names no measure, and it was to begin Nov 2.']);
    expect(of('measurable')).toEqual([]);
  });
  it('is said once a cycle has begun or was to begin', () => {
    const of = (part: Partial<CaseloadCycle>) =>
      named(teamOf({ cycles: [cycleOf({ prediction: 'none', ...part })] }));
    expect(of({})).toEqual(['no_prediction']);
    expect(of({ stage: 'plan', plannedStart: '2026-11-18' })).toEqual(['no_prediction']);
    expect(of({ stage: 'plan', plannedStart: '2026-11-19', plannedEnd: '2026-12-04' })).toEqual([]);
    expect(of({ prediction: 'measurable' })).toEqual([]);
  });
});

describe('a signal', () => {
  const signal = {
    ...{ groupId: 'g', groupName: 'Students with disabilities', tone: 'toward' as const },
    ...{ from: '2026-11-17', to: '2026-11-18', headline: 'Going up, as hoped, and it is more than chance.' },
  };
  const of = (part: Partial<typeof signal>, cycle: Partial<CaseloadCycle> = {}) =>
    teamOf({ measures: [measureOf({ signals: [{ ...signal, ...part }] })], cycles: [cycleOf(cycle)] });
  it('is worth a question while Study is not started', () => {
    const facts = of({});
    expect(said(facts)).toEqual([
      'A clear signal since Nov 17, and Study is not started: a good moment to ask what made the difference.',
    ]);
    expect(reasonsOf(facts)[0]?.explanation).toContain('“Going up, as hoped, and it is more than chance.”');
  });
  it('is news for three weeks, begun within twelve, and not before the cycle', () => {
    const early = { plannedStart: '2026-08-24', enteredOn: '2026-08-24' };
    expect(named(of({ from: '2026-09-01', to: '2026-10-28' }, early))).toContain('signal');
    expect(named(of({ from: '2026-09-01', to: '2026-10-27' }, early))).not.toContain('signal');
    expect(named(of({ from: '2026-08-25', to: '2026-11-18' }, early))).not.toContain('signal');
    expect(named(of({ from: '2026-10-05', to: '2026-11-01' }))).not.toContain('signal');
    expect(named(of({}, { stage: 'plan', plannedStart: '2026-11-18' }))).not.toContain('signal');
  });
});

describe('nothing for three weeks', () => {
  it('is said on the 21st day, with no cycle where none is open', () => {
    const quiet = (lastOwnDay: string, part: Partial<TeamFacts> = {}) =>
      teamOf({ cycles: [], measures: [], lastOwnDay, ...part });
    expect(named(quiet('2026-10-29'))).toEqual([]);
    expect(said(quiet('2026-10-28'))).toEqual(['Nothing for three weeks, and no cycle is open.']);
    expect(named(quiet('2026-10-28', { daysOff: [off('2026-11-11', '2026-11-11')] }))).toEqual([]);
    expect(named(quiet('2026-06-01', { yearIsOver: true }))).toEqual([]);
  });

  it('once the years of all its cohorts are over only a review request is said of a team', () => {
    const cycle = cycleOf({ stage: 'study', plannedStart: '2026-05-04', plannedEnd: '2026-05-22' });
    const over = { cycles: [cycle], yearIsOver: true };
    expect(named(teamOf({ ...over, yearIsOver: false }))).not.toEqual([]);
    expect(named(teamOf(over))).toEqual([]);
    expect(named(teamOf({ ...over, reviews: [reviewOf()] }))).toEqual(['review_asked']);
  });

  it('a rest ends when its reason arises anew', () => {
    const facts = teamOf({ cycles: [], measures: [], lastOwnDay: '2026-10-20' });
    const rest = { id: 'x', reason: 'quiet' as const, aboutId: '', until: '2026-12-20' };
    const restsSince = (restedOn: string) =>
      withoutResting(reasonsOf(facts), [{ ...rest, restedOn }], facts.today).resting.length;
    expect(restsSince('2026-11-12')).toBe(1);
    expect(restsSince('2026-10-19')).toBe(0);
  });
});

/** A team of which everything is to be said. */
const stalled = teamOf({
  lastOwnDay: '2026-10-01',
  cycles: [
    cycleOf({
      plannedStart: '2026-09-07',
      plannedEnd: '2026-09-25',
      enteredOn: '2026-09-07',
      prediction: 'none',
    }),
  ],
  measures: [
    measureOf({
      newest: '2026-10-01',
      signals: [
        {
          ...{ groupId: 'g', groupName: 'All students', tone: 'away', headline: 'Going down.' },
          ...{ from: '2026-10-01', to: '2026-11-09' },
        },
      ],
    }),
  ],
  reviews: [reviewOf()],
});

it('gives each reason in the vocabulary with an explanation of its own', () => {
  expect(new Set(named(stalled))).toEqual(new Set(caseloadReasons));
  const explained = reasonsOf(stalled).map(({ explanation }) => explanation);
  expect(new Set(explained).size).toBe(caseloadReasons.length);
});

it('calls nobody stalled on a day off, and still says that a review is asked for', () => {
  expect(named({ ...stalled, daysOff: [off('2026-11-16', '2026-11-20')] })).toEqual(['review_asked']);
  // The Sunday after a break belongs to it.
  expect(named({ ...stalled, today: '2026-11-22', daysOff: [off('2026-11-16', '2026-11-20')] })).toEqual([
    'review_asked',
  ]);
});

const day = fc.integer({ min: 0, max: 160 }).map((back) => addDays('2026-11-30', -back));
const anyOff = fc
  .tuple(day, fc.integer({ min: 0, max: 20 }))
  .map(([startsOn, long]) => off(startsOn, addDays(startsOn, long)));
const anyCycle = fc
  .record({
    ...{ stage: fc.constantFrom('plan', 'do', 'study', 'act'), plannedStart: day, enteredOn: day },
    ...{
      long: fc.integer({ min: 0, max: 40 }),
      prediction: fc.constantFrom('measurable', 'no_measure', 'none'),
    },
  })
  .map(({ long, ...part }) => cycleOf({ ...part, plannedEnd: addDays(part.plannedStart, long) }));
const anyTeam = fc
  .record({
    ...{ today: day, lastOwnDay: day, newest: fc.option(day), cycle: anyCycle },
    frequency: fc.constantFrom('daily', 'weekly', 'every_two_weeks', 'monthly'),
    daysOff: fc.array(anyOff, { maxLength: 3 }),
  })
  .map(({ newest, frequency, cycle, ...part }) =>
    teamOf({ ...part, cycles: [cycle], measures: [measureOf({ newest, frequency })], reviews: [reviewOf()] }),
  );
const keys = (reasons: Pick<Reason, 'reason' | 'aboutId'>[]) =>
  reasons.map(({ reason, aboutId }) => `${reason} ${aboutId}`);

describe('always', () => {
  it('adding days off never adds a reason', () => {
    fc.assert(
      fc.property(anyTeam, anyOff, (facts, more) => {
        const before = new Set(keys(reasonsOf(facts)));
        const after = keys(reasonsOf({ ...facts, daysOff: [...facts.daysOff, more] }));
        expect(after.filter((key) => !before.has(key))).toEqual([]);
      }),
    );
  });

  it('a rest silences exactly its reason, until its day', () => {
    fc.assert(
      fc.property(anyTeam, fc.nat(), fc.integer({ min: -3, max: 3 }), (facts, pick, ahead) => {
        const reasons = reasonsOf(facts);
        const chosen = reasons[pick % reasons.length];
        if (!chosen) return;
        const restedOn = facts.today;
        const rest = { id: 'x', reason: chosen.reason, aboutId: chosen.aboutId, restedOn };
        const until = addDays(facts.today, ahead);
        const { standing, resting } = withoutResting(reasons, [{ ...rest, until }], facts.today);
        expect(keys(standing)).toEqual(keys(ahead > 0 ? reasons.filter((one) => one !== chosen) : reasons));
        expect(resting).toHaveLength(ahead > 0 ? 1 : 0);
      }),
    );
  });

  it('puts the longest waiting first and review requests before all', () => {
    const team = (reason: Reason['reason'], since: string) => ({
      reasons: reasonsOf(stalled)
        .slice(0, 1)
        .map((one) => ({ ...one, reason, since })),
    });
    const sorted = longestWaitingFirst([
      team('quiet', '2026-10-01'),
      team('no_data', '2026-09-01'),
      team('review_asked', '2026-11-17'),
      team('review_asked', '2026-11-16'),
    ]);
    expect(sorted.map(({ reasons }) => reasons[0]?.since)).toEqual([
      '2026-11-16',
      '2026-11-17',
      '2026-09-01',
      '2026-10-01',
    ]);
  });
});
