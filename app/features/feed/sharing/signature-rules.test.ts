import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signPost } from './signature-rules';
import type { SignatureWish, TeamPlace } from './signature-rules';

const team = (number: number, part: Partial<TeamPlace> = {}): TeamPlace => ({
  ...{
    teamId: `t${number}`,
    teamName: `Team ${number}`,
    schoolId: `s${number}`,
    schoolName: `School ${number}`,
  },
  ...{ leaId: 'lea', grades: 'Grade 5', subject: 'Reading', cohortIds: ['c'] },
  ...part,
});
const wish = (part: Partial<SignatureWish>): SignatureWish => ({
  ...{ signature: 'school_hidden', audience: 'network', audienceId: 'network', authorName: 'Maya Okafor' },
  ...part,
});

describe('a signature', () => {
  it('by name says who, team and school', () => {
    const one = team(1);
    expect(signPost(one, wish({ signature: 'by_name' }), [one])).toEqual({
      ok: true,
      printed: {
        ...{
          signedAs: 'Maya Okafor · Team 1, School 1',
          leaId: 'lea',
          grades: 'Grade 5',
          subject: 'Reading',
        },
      },
    });
  });

  it('with the school hidden shows LEA, grade and subject that three schools share', () => {
    const [one, ...others] = [team(1), team(2), team(3)];
    expect(signPost(one, wish({}), [one, ...others])).toEqual({
      ok: true,
      printed: {
        ...{
          signedAs: 'A grade 5 team · school hidden',
          leaId: 'lea',
          grades: 'Grade 5',
          subject: 'Reading',
        },
      },
    });
  });

  it('leaves out what only two schools have in common', () => {
    const teams = [1, 2, 3, 4, 5, 6].map((number) =>
      team(number, { leaId: number <= 2 ? 'small' : 'large', grades: number === 6 ? 'Grade 8' : 'Grade 5' }),
    );
    expect(signPost(team(1, { leaId: 'small' }), wish({}), teams)).toEqual({
      ok: true,
      printed: { signedAs: 'A team · school hidden', leaId: null, grades: '', subject: 'Reading' },
    });
  });

  it('says nothing by silence: the grade of three is left out where one other would be known by its absence', () => {
    const teams = [team(1), team(2), team(3), team(4, { grades: 'Grade 8' })];
    const prints = teams.map((one) => signPost(one, wish({}), teams));
    expect(new Set(prints.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(prints[0]).toMatchObject({ printed: { signedAs: 'A team · school hidden', grades: '' } });
  });

  it('counts a school once, however many teams it has', () => {
    const teams = [team(1), team(2, { schoolId: 's1' }), team(3, { schoolId: 's1' }), team(4)];
    expect(signPost(team(1), wish({}), teams).ok).toBe(false);
  });

  it('shows a subject only among those that share the grade shown', () => {
    const teams = [
      ...[team(1), team(2, { subject: 'Writing' }), team(3, { subject: 'Writing' })],
      ...[team(4, { grades: 'Grade 3' }), team(5, { grades: 'Grade 3' }), team(6, { grades: 'Grade 3' })],
    ];
    expect(signPost(team(1), wish({}), teams)).toMatchObject({ printed: { grades: 'Grade 5', subject: '' } });
    expect(signPost(teams[3] ?? team(4), wish({}), teams)).toMatchObject({
      printed: { grades: 'Grade 3', subject: 'Reading' },
    });
  });

  it('does not pretend to hide among too few, or from one’s own school', () => {
    const teams = [team(1), team(2)];
    expect(signPost(team(1), wish({}), teams)).toMatchObject({ ok: false });
    const many = [team(1), team(2), team(3), team(4)];
    expect(signPost(team(1), wish({ audience: 'school', audienceId: 's1' }), many).ok).toBe(false);
    expect(signPost(team(1), wish({ audience: 'team', audienceId: 't1' }), many).ok).toBe(false);
    const split = many.map((one, index) => ({ ...one, leaId: index < 2 ? 'lea' : 'other' }));
    expect(signPost(split[0] ?? team(1), wish({ audience: 'lea', audienceId: 'lea' }), split).ok).toBe(false);
    expect(
      signPost(team(1), wish({ audience: 'cohort', audienceId: 'd' }), [
        ...many,
        team(9, { cohortIds: ['d'] }),
      ]).ok,
    ).toBe(false);
  });

  it('with the team hidden keeps the school, among at least three of its teams', () => {
    const same = (number: number) => team(number, { schoolId: 's', schoolName: 'Eastern Ridge ES' });
    const hidden = wish({ signature: 'team_hidden' });
    expect(signPost(same(1), hidden, [same(1), same(2), team(7)])).toMatchObject({ ok: false });
    expect(signPost(same(1), hidden, [same(1), same(2), same(3)])).toMatchObject({
      ok: true,
      printed: { signedAs: 'A grade 5 team · Eastern Ridge ES' },
    });
  });

  it('is printed alike by teams of at least three schools, whoever signs', () => {
    const places = fc.array(
      fc.record({
        school: fc.integer({ min: 1, max: 7 }),
        grades: fc.constantFrom('Grade 3', 'Grade 5', 'grade  5 ', 'Grade 8', ''),
        subject: fc.constantFrom('Reading', 'Math', ''),
      }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(places, (rows) => {
        const teams = rows.map(({ school, ...rest }, index) =>
          team(index, { schoolId: `s${school}`, leaId: `l${school % 2}`, ...rest }),
        );
        const schoolsOf = new Map<string, Set<string>>();
        for (const one of teams) {
          const signed = signPost(one, wish({}), teams);
          if (!signed.ok) continue;
          expect(signed.printed.signedAs).not.toMatch(/School \d|Team \d|Maya/);
          const print = JSON.stringify(signed.printed);
          schoolsOf.set(print, (schoolsOf.get(print) ?? new Set()).add(one.schoolId));
        }
        for (const schools of schoolsOf.values()) expect(schools.size).toBeGreaterThanOrEqual(3);
      }),
    );
  });
});
