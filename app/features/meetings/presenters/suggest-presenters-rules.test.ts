import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '~/lib/school-day';
import type { PresenterCycle, PresenterFacts, PresenterTeam } from './presenter-facts';
import { reasonSentence } from './presenter-words';
import { suggestPresenters } from './suggest-presenters-rules';

const today = '2026-02-06';
const ago = (days: number) => addDays(today, -days);

const team = (number: number, part: Partial<PresenterTeam> = {}): PresenterTeam => ({
  ...{ id: `t${number}`, name: `Team ${number}`, schoolId: `s${number}`, schoolName: `School ${number}` },
  ...{ presentedLately: false, ...part },
});
const cycle = (number: number, part: Partial<PresenterCycle> = {}): PresenterCycle => ({
  ...{ id: `c${number}`, teamId: `t${number}`, number: 1, changeIdea: 'Frames', ideaKey: `idea ${number}` },
  ...{ isFinished: false, decision: null, misses: [], signals: [], puzzles: [], waits: [], isHidden: false },
  ...part,
});
const miss = { question: 'Will it work?', confidence: 5, on: ago(10) };
const signal = { chart: 'Paragraphs, all students', from: ago(60), to: ago(5) };
const options = { today, seed: 'a meeting', most: 12, present: [] };
const suggest = (facts: PresenterFacts, part: Partial<typeof options> = {}) =>
  suggestPresenters(facts, { ...options, ...part });
const only = (part: Partial<PresenterCycle>) =>
  suggest({ teams: [team(1)], cycles: [cycle(1, part)] }).map(({ side, reason }) => [
    side,
    reasonSentence(reason, today),
  ]);

describe('a reason to present', () => {
  it('is a miss that somebody was sure of', () => {
    expect(only({ misses: [miss] })).toEqual([
      [
        'loss',
        'They were very sure, and it came out otherwise: “Will it work?” was answered “not as predicted” on Jan 27.',
      ],
    ]);
    expect(only({ misses: [{ ...miss, confidence: 3 }] })).toEqual([]);
    expect(only({ misses: [{ ...miss, on: ago(121) }] })).toEqual([]);
  });

  it('is a change that was abandoned with a written lesson', () => {
    const decision = { word: 'abandon' as const, on: ago(20), hasLesson: true };
    expect(only({ decision })).toEqual([
      ['loss', 'They abandoned it on Jan 17 and wrote down what it taught them.'],
    ]);
    expect(only({ decision: { ...decision, hasLesson: false } })).toEqual([]);
    expect(only({ decision: { ...decision, word: 'adopt' } })).toEqual([]);
  });

  it('is a signal in the wanted direction', () => {
    expect(only({ signals: [signal] })).toEqual([
      [
        'win',
        'The run chart of “Paragraphs, all students” has a signal in the wanted direction, since Dec 8, 2025.',
      ],
    ]);
    expect(only({ signals: [{ ...signal, to: ago(121) }] })).toEqual([]);
  });

  it('is a puzzle, or a question to the coach that waits', () => {
    expect(only({ puzzles: [{ title: 'Who skips the frame?', on: ago(3) }] })).toEqual([
      ['puzzle', 'They asked the network for help on Feb 3: “Who skips the frame?”.'],
    ]);
    const waits = [{ asks: 'Is this enough data?', on: ago(7) }];
    expect(only({ waits })).toEqual([
      ['puzzle', 'They asked their coach on Jan 30 and still wait for an answer: “Is this enough data?”.'],
    ]);
    expect(only({ waits: [{ asks: 'Is this enough data?', on: ago(6) }] })).toEqual([]);
  });

  it('is an idea that three teams tried to the end', () => {
    const tried = (number: number, word: 'adopt' | 'abandon') =>
      cycle(number, {
        ...{ isFinished: true, ideaKey: 'frames', decision: { word, on: ago(9), hasLesson: false } },
      });
    const facts = (cycles: PresenterCycle[]) => ({ teams: [team(1), team(2), team(3)], cycles });
    const three = suggest(facts([tried(1, 'adopt'), tried(2, 'abandon'), tried(3, 'adopt')]));
    expect(three.map(({ side }) => side).toSorted()).toEqual(['loss', 'win', 'win']);
    expect(reasonSentence(three[0]?.reason ?? { kind: 'lesson', on: '' }, today)).toBe(
      '“Frames” was tried to the end by 3 teams of this cohort; this is one of them.',
    );
    expect(suggest(facts([tried(1, 'adopt'), tried(2, 'adopt')]))).toEqual([]);
    const hidden = { ...tried(3, 'adopt'), isHidden: true };
    expect(suggest(facts([tried(1, 'adopt'), tried(2, 'adopt'), hidden]))).toEqual([]);
  });
});

describe('the order', () => {
  it('takes turns between wins and losses', () => {
    const teams = [1, 2, 3, 4, 5, 6].map((number) => team(number));
    const cycles = teams.map((_, index) =>
      cycle(index + 1, index < 4 ? { signals: [signal] } : { misses: [miss] }),
    );
    const sides = suggest({ teams, cycles }).map(({ side }) => side);
    expect(sides.slice(0, 4).filter((side) => side === 'loss')).toHaveLength(2);
    expect(sides.slice(4)).toEqual(['win', 'win']);
  });

  it('takes each school once before one comes twice, those in the meeting counted', () => {
    const teams = [team(1), team(2, { schoolId: 's1' }), team(3)];
    const cycles = [1, 2, 3].map((number) => cycle(number, { signals: [signal] }));
    const schools = (present: { teamId: string; side: 'win' }[]) =>
      suggestPresenters({ teams, cycles }, { ...options, present }).map((one) => one.team.schoolId);
    expect(new Set(schools([]).slice(0, 2))).toEqual(new Set(['s1', 's3']));
    expect(schools([{ teamId: 't1', side: 'win' }])).toEqual(['s3', 's1']);
  });

  it('lets those who presented lately come later', () => {
    const teams = [team(1, { presentedLately: true }), team(2)];
    const cycles = [1, 2].map((number) => cycle(number, { signals: [signal] }));
    expect(suggest({ teams, cycles }).map((one) => one.team.id)).toEqual(['t2', 't1']);
  });

  it('is another one for another meeting', () => {
    const teams = Array.from({ length: 9 }, (_, index) => team(index + 1));
    const cycles = teams.map((_, index) => cycle(index + 1, { signals: [signal] }));
    const order = (seed: string) => suggest({ teams, cycles }, { seed }).map((one) => one.team.id);
    expect(order('a')).toEqual(order('a'));
    expect(order('a')).not.toEqual(order('b'));
  });
});

const anyFacts: fc.Arbitrary<PresenterFacts> = fc
  .record({
    schools: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 9 }),
    lately: fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
    cycles: fc.array(
      fc.record({
        of: fc.nat(8),
        kinds: fc.subarray(['miss', 'signal', 'puzzle', 'lesson'] as const),
        isHidden: fc.boolean(),
      }),
      { maxLength: 24 },
    ),
  })
  .map(({ schools, lately, cycles }) => ({
    teams: schools.map((school, index) =>
      team(index, { schoolId: `s${school}`, presentedLately: lately[index] ?? false }),
    ),
    cycles: cycles.map(({ of, kinds, isHidden }, index) =>
      cycle(index, {
        ...{ teamId: `t${of % schools.length}`, isHidden },
        ...(kinds.includes('miss') ? { misses: [miss] } : {}),
        ...(kinds.includes('signal') ? { signals: [signal] } : {}),
        ...(kinds.includes('puzzle') ? { puzzles: [{ title: 'Help', on: ago(1) }] } : {}),
        ...(kinds.includes('lesson')
          ? { decision: { word: 'abandon' as const, on: ago(2), hasLesson: true } }
          : {}),
      }),
    ),
  }));

describe('suggestions, whatever the facts', () => {
  it('name no team twice and nothing behind a hidden signature', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const suggested = suggest(facts, { most: 50 });
        expect(new Set(suggested.map((one) => one.team.id)).size).toBe(suggested.length);
        const hidden = new Set(facts.cycles.filter(({ isHidden }) => isHidden).map(({ id }) => id));
        expect(suggested.some((one) => hidden.has(one.cycle.id))).toBe(false);
        const seen = facts.cycles.filter(({ isHidden }) => !isHidden);
        expect(suggested).toEqual(suggest({ ...facts, cycles: seen }, { most: 50 }));
      }),
    );
  });

  it('give no school a second turn before each has had one, and no side one more than it must', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const all = suggest(facts, { most: 50 });
        const turns = new Map<string, number>();
        const sides = { win: 0, loss: 0, puzzle: 0 };
        all.forEach((one, index) => {
          const turn = turns.get(one.team.schoolId) ?? 0;
          const later = all.slice(index).map((other) => turns.get(other.team.schoolId) ?? 0);
          expect(turn).toBe(Math.min(...later));
          const pool = all
            .slice(index)
            .filter((other) => (turns.get(other.team.schoolId) ?? 0) === turn)
            .map((other) => sides[other.side]);
          expect(sides[one.side]).toBeLessThanOrEqual(Math.min(...pool));
          turns.set(one.team.schoolId, turn + 1);
          sides[one.side] += 1;
        });
      }),
    );
  });

  it('do not depend on the order in which the facts come', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer(), (facts, seed) => {
        const mixed = <T>(things: T[]) =>
          things
            .map((one, index) => ({ one, at: (index * 7919 + Math.abs(seed)) % 31 }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ one }) => one);
        expect(suggest({ teams: mixed(facts.teams), cycles: mixed(facts.cycles) })).toEqual(suggest(facts));
      }),
    );
  });
});
