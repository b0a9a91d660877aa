import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekday } from '~/lib/school-day';
import { weeksOf, weeksShown } from './school-weeks';

const cohort = { startsOn: '2025-08-20', endsOn: '2026-06-12' };
const newest = { until: null, wholeYear: false };

describe('the weeks of a page', () => {
  it('are the twelve up to today', () => {
    const { mondays, earlier, later } = weeksOf(cohort, '2026-02-06', newest);
    expect([mondays.length, mondays[0], mondays.at(-1)]).toEqual([12, '2025-11-17', '2026-02-02']);
    expect([earlier, later]).toEqual(['2025-11-10', null]);
  });

  it('lead to the weeks before, and back to the newest', () => {
    const before = weeksOf(cohort, '2026-02-06', { until: '2025-11-12', wholeYear: false });
    expect([before.mondays[0], before.mondays.at(-1)]).toEqual(['2025-08-25', '2025-11-10']);
    expect([before.earlier, before.later]).toEqual(['2025-08-18', '2026-02-02']);
  });

  it('are those of the cohort: fewer at its beginning, none after its end', () => {
    expect(weeksOf(cohort, '2025-09-03', newest).mondays).toEqual(['2025-08-18', '2025-08-25', '2025-09-01']);
    expect(weeksOf(cohort, '2026-09-01', newest).mondays.at(-1)).toBe('2026-06-08');
    expect(weeksOf(cohort, '2025-05-01', newest).mondays).toEqual(['2025-08-18']);
  });

  it('are all of them for the year', () => {
    const { mondays } = weeksOf(cohort, '2026-02-06', { until: null, wholeYear: true });
    expect([mondays[0], mondays.at(-1), mondays.length]).toEqual(['2025-08-18', '2026-02-02', 25]);
  });

  it('are Mondays in a row, whatever the address asks for', () => {
    const asked = fc.oneof(
      fc.string(),
      fc.integer({ min: -500, max: 900 }).map((n) => addDays('2025-08-20', n)),
    );
    fc.assert(
      fc.property(asked, fc.integer({ min: -60, max: 600 }), (until, passed) => {
        const { mondays } = weeksOf(cohort, addDays('2025-08-20', passed), { until, wholeYear: false });
        expect(mondays.length).toBeGreaterThan(0);
        expect(mondays.length).toBeLessThanOrEqual(weeksShown);
        mondays.forEach((monday, place) => {
          expect(weekday(monday)).toBe(1);
          if (place > 0) expect(monday).toBe(addDays(mondays[place - 1] ?? '', 7));
        });
      }),
    );
  });
});
