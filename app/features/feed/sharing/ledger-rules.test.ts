import { describe, expect, it } from 'vitest';
import {
  asRelease,
  besideOthers,
  definitionKeysOf,
  fewestSaid,
  inTime,
  relatedEntries,
} from './ledger-rules';
import type { LedgerEntry } from './ledger-rules';

const entry = (part: Partial<LedgerEntry>): LedgerEntry => ({
  ...{ populations: ['m1'], schoolId: 's', teamId: 't', definitionKeys: ['k1'], scale: 'one_class' },
  ...{ group: { key: 'swd', family: 'swd' }, points: [{ date: '2026-01-05', n: 12 }] },
  ...part,
});

describe('the times of a point', () => {
  it('are its day, and its week, two weeks or month where it is the last of them', () => {
    const dates = (days: string[], frequency: Parameters<typeof inTime>[1]) =>
      inTime(
        days.map((date) => ({ date })),
        frequency,
      ).map(({ date }) => date);
    expect(dates(['2026-01-06', '2026-01-08'], 'weekly')).toEqual([
      'on 2026-01-06',
      'on 2026-01-08',
      'week 2026-01-05',
    ]);
    expect(dates(['2026-01-31'], 'monthly')).toEqual(['on 2026-01-31', 'month 2026-01']);
    expect(dates(['2026-01-08'], 'daily')).toEqual(['on 2026-01-08', 'week 2026-01-05']);
    expect(dates(['2026-01-05'], 'every_two_weeks')[1]).toBe(dates(['2026-01-07'], 'every_two_weeks')[1]);
  });

  it('meet where one measure is taken on Thursday and the other on Friday, whichever way they are counted', () => {
    const thursday = inTime([{ date: '2026-01-08', n: 1 }], 'weekly');
    const friday = inTime([{ date: '2026-01-09', n: 2 }], 'daily');
    const days = new Set(thursday.map(({ date }) => date));
    expect(friday.some(({ date }) => days.has(date))).toBe(true);
  });
});

describe('what a measure counts', () => {
  it('is known by its name or shared measure, and by the words that define it', () => {
    const measure = {
      sharedMeasureId: null,
      kind: 'proportion',
      name: ' Exit  slip ',
      definition: 'Four of five.',
    };
    expect(definitionKeysOf(measure)).toEqual(['proportion exit slip', 'proportion: four of five.']);
    expect(definitionKeysOf({ ...measure, sharedMeasureId: 'shared' })[0]).toBe('shared');
  });
});

describe('entries of the same students', () => {
  it('are found by measure, by what is measured, and through what was pooled', () => {
    const pooled = entry({ populations: ['m1', 'm2'], definitionKeys: ['k1', 'k2'] });
    const renamed = entry({ definitionKeys: ['another name'] });
    const second = entry({ populations: ['m2'], definitionKeys: ['k2'] });
    const stranger = entry({ populations: ['m9'], definitionKeys: ['k9'] });
    const query = entry({ populations: ['m1'], definitionKeys: ['renamed since'] });
    expect(relatedEntries([second, renamed, pooled, stranger], query)).toHaveLength(3);
    const read = relatedEntries([second, pooled], query).map((one) => asRelease(one, 'said'));
    expect(new Set(read.map((one) => one.definitionKey)).size).toBe(1);
  });

  it('are never another team’s', () =>
    expect(relatedEntries([entry({ teamId: 'other' })], entry({}))).toEqual([]));

  it('are read by what was said and by what was counted', () => {
    const point = { date: 'on 2026-01-05', n: 12, counted: 60, k: 57 };
    expect(asRelease(entry({ points: [point] }), 'said').points).toEqual([{ date: point.date, n: 12 }]);
    expect(asRelease(entry({ points: [point] }), 'counted').points).toEqual([
      { date: point.date, n: 60, k: 57 },
    ]);
  });

  it('remember the fewest students ever said of them', () => {
    const said = (n: number) => entry({ points: [{ date: '2026-01-05', n }] });
    expect(
      fewestSaid([said(45), said(12), entry({ populations: ['m2'] })], entry({})).get('2026-01-05'),
    ).toBe(12);
  });
});

describe('beside other teams of the school', () => {
  const alone = { isHidden: false, othersMeasureIt: false, entries: [] };

  it('a class goes out whoever counts the same', () =>
    expect(besideOthers(entry({}), { ...alone, othersMeasureIt: true })).toBeNull());

  it('several classes do not where others count the same, nor without a name', () => {
    const wide = entry({ scale: 'whole_school' });
    expect(besideOthers(wide, alone)).toBeNull();
    expect(besideOthers(wide, { ...alone, othersMeasureIt: true })).not.toBeNull();
    expect(besideOthers(wide, { ...alone, isHidden: true })).not.toBeNull();
  });

  it('a class does not go out of several classes that another team has shared, whatever the numbers', () => {
    const theirs = entry({ teamId: 'other', scale: 'several_classes' });
    const answers = [5, 12, 17, 40].map((n) =>
      besideOthers(entry({ points: [{ date: '2026-01-05', n }] }), { ...alone, entries: [theirs] }),
    );
    expect(new Set(answers.map((answer) => answer?.why)).size).toBe(1);
    expect(answers[0]).not.toBeNull();
    const later = entry({ points: [{ date: '2026-02-02', n: 12 }] });
    expect(besideOthers(later, { ...alone, entries: [theirs] })).toBeNull();
  });
});
