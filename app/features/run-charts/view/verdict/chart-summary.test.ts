import { describe, expect, it } from 'vitest';
import { nineUp, shareSubject, upAndDown, valuesSubject, weekOf } from '#tests/factories/chart-subjects';
import { buildRunChart } from '../build-run-chart';
import type { ChartSubject } from '../chart-model';
import { chartSummary, pointSentence } from './chart-summary';

const summary = (values: (number | null)[], part: Partial<ChartSubject> = {}) =>
  chartSummary(buildRunChart(valuesSubject(values, part)));

describe('a chart in words', () => {
  it('no points', () => expect(summary([])).toBe('No points yet.'));

  it('one point', () => expect(summary([44])).toBe('1 point, on Jan 5, 2026: 44.'));

  it('all the same', () =>
    expect(summary([5, 5, 5])).toBe('3 points from Jan 5 to Jan 19, 2026. Every one is 5.'));

  it('the range, the lines, the run', () =>
    expect(summary(nineUp, { frozenThrough: weekOf(10), goal: 75 })).toBe(
      '19 points from Jan 5 to May 11, 2026. Lowest 33 on Jan 5, highest 71 on May 11, newest 71 on May 11. Baseline 40. Goal 75. 10 in a row above the baseline from Mar 9 to May 11.',
    ));

  it('over the turn of a year', () => {
    const rows = [40, 50].map((value, index) => ({
      ...{ id: '', value, numerator: null, denominator: null, note: '' },
      date: index === 0 ? '2025-12-29' : '2026-01-05',
    }));
    expect(summary([], { rows })).toBe(
      '2 points from Dec 29, 2025 to Jan 5, 2026. Lowest 40 on Dec 29, 2025, highest 50 on Jan 5, newest 50 on Jan 5.',
    );
  });

  it('a median that will move, phases, points left out', () => {
    expect(summary(upAndDown.slice(0, 7))).toContain('Median 41, which will still move.');
    expect(
      summary([...upAndDown, 60, 61, 62], {
        phaseStarts: [{ startsOn: weekOf(11), reason: 'The definition changed' }],
        excluded: [{ date: weekOf(2), reason: 'Snow' }],
      }),
    ).toBe(
      '13 points from Jan 5 to Mar 30, 2026. Lowest 39 on Mar 2, highest 62 on Mar 30, newest 62 on Mar 30. Two phases, the newest from Mar 16 on. One point is left out.',
    );
  });
});

describe('one point in words', () => {
  it('its day, number, side, run and note', () => {
    const subject = valuesSubject(nineUp, { frozenThrough: weekOf(10) });
    const rows = subject.rows.map((row, index) => (index === 12 ? { ...row, note: 'two out sick' } : row));
    const model = buildRunChart({ ...subject, rows });
    expect(pointSentence(model, 12)).toBe(
      'Mar 30: 60, above the baseline, part of 10 in a row above. Note: two out sick.',
    );
    expect(pointSentence(model, 0)).toBe('Jan 5: 33, below the baseline.');
    expect(pointSentence(model, 2)).toBe('Jan 19: 40, on the baseline.');
    expect(pointSentence(model, 99)).toBe('');
  });

  it('how many of how many', () => {
    const model = buildRunChart(shareSubject([[5, 8]]));
    expect(pointSentence(model, 0)).toBe('Jan 5: 63%, 5 of 8.');
  });

  it('no number, and left out', () => {
    const excluded = [{ date: weekOf(2), reason: 'Fire drill' }];
    const model = buildRunChart(valuesSubject([...upAndDown.slice(0, 8), null, null, 41], { excluded }));
    expect(pointSentence(model, 1)).toBe('Jan 12: 44, above the median. Left out: Fire drill.');
    expect(pointSentence(model, 8)).toBe('Mar 2: no number.');
  });
});
