import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  broken,
  nineUp,
  shareSubject,
  taking,
  upAndDown,
  valuesSubject,
  weekOf,
} from '#tests/factories/chart-subjects';
import { buildRunChart } from '../build-run-chart';
import type { ChartSubject } from '../chart-model';

const verdictOf = (values: (number | null)[], part: Partial<ChartSubject> = {}) =>
  buildRunChart(valuesSubject(values, part)).verdict;
const wordsOf = (values: (number | null)[], part: Partial<ChartSubject> = {}) => {
  const { state, headline, detail, because } = verdictOf(values, part);
  return { state, headline, detail, because };
};
const lost =
  'The baseline was frozen and no longer holds: its points have become too few, or show a change of their own. The median of all points stands instead.';
const early = 'With fewer than ten points that count, chance alone makes patterns that look like a change.';
const hinted = 'Chance alone often makes such a stretch, so it is a hint and not yet a change.';
const ihi =
  'This network uses the IHI rules: six or more in a row on one side are a shift, five or more going the same way are a trend. They call a change more often by chance than the standard rules do.';
const sixUp = [...upAndDown, 40, 41, 47, 48, 49, 47, 48, 49];
const leftOut = (...points: number[]) =>
  points.map((point) => ({ date: weekOf(point), reason: 'Fire drill' }));

describe('before a verdict', () => {
  it('no data', () =>
    expect(wordsOf([])).toEqual({
      state: 'no_data',
      headline: 'No numbers yet.',
      detail: 'The first one starts the chart.',
      because: ['A verdict needs at least ten points.'],
    }));

  it('every number left out', () =>
    expect(wordsOf([4, 5], { excluded: leftOut(1, 2) })).toEqual({
      state: 'no_data',
      headline: 'No number counts yet.',
      detail: 'Every number so far is left out by a person.',
      because: [
        'Two points are left out by a person, with a reason: they are drawn and do not count.',
        'A verdict needs at least ten points.',
      ],
    }));

  it('one point', () =>
    expect(wordsOf([44])).toMatchObject({
      headline: 'Too early to tell: 9 more points needed.',
      detail: 'One point is in. No middle line yet.',
      because: [early],
    }));

  it('too early, without a middle line', () =>
    expect(wordsOf([44, 52, 40, 55, 49])).toEqual({
      state: 'too_early',
      headline: 'Too early to tell: 5 more points needed.',
      detail: 'Five points are in. No middle line yet.',
      because: [early],
    }));

  it('too early, with a median that will move', () =>
    expect(wordsOf([1, 5, 2, 4, 3, 6, 1, 2])).toMatchObject({
      state: 'too_early',
      headline: 'Too early to tell: 2 more points needed.',
      detail: 'Eight points are in. The middle line, 2.5, will still move.',
    }));

  it('too early because points lie on the line, which no longer moves as much', () =>
    expect(wordsOf([5, 5, 5, 5, 5, 5, 5, 5, 4, 6, 7])).toMatchObject({
      headline: 'Too early to tell: 7 more points needed.',
      detail: '11 points are in. The middle line is 5. Eight on the line do not count.',
      because: [early],
    }));

  it('too early, one more point', () =>
    expect(wordsOf([1, 2, 3, 4, 5, 6, 7, 8, 9])).toMatchObject({
      headline: 'Too early to tell: 2 more points needed.',
      detail: 'Nine points are in. The middle line, 5, will still move. One on the line does not count.',
    }));

  it('a baseline that has lost its ground is none, and that is said', () =>
    expect(wordsOf([1, 5, 2, 4, 3, 6, 1, 9], { frozenThrough: weekOf(6) })).toMatchObject({
      detail: 'Eight points are in. The middle line, 3.5, will still move.',
      because: [early, lost],
    }));

  it('a new phase without and with points', () => {
    const phaseStarts = [{ startsOn: weekOf(11), reason: 'The definition changed' }];
    expect(wordsOf([...upAndDown, 60], { phaseStarts, excluded: leftOut(11) })).toMatchObject({
      state: 'too_early',
      headline: 'Too early to tell: 10 more points needed.',
      detail: 'No point is in since the new phase began. No middle line yet.',
    });
    expect(wordsOf([...upAndDown, 60, 61, 62], { phaseStarts })).toEqual({
      state: 'too_early',
      headline: 'Too early to tell: 7 more points needed.',
      detail: 'Three points are in since the new phase began. No middle line yet.',
      because: [early, 'This is about the newest phase, which begins on Mar 16.'],
    });
  });

  it('a baseline whose points are all left out stands for nothing', () => {
    const said = wordsOf([1, 2, ...upAndDown], { frozenThrough: weekOf(2), excluded: leftOut(1, 2) });
    expect(said).toMatchObject({ state: 'no_clear_change', headline: 'No clear change so far.' });
    expect(said.because).toContain(lost);
  });

  it('every number the same', () =>
    expect(wordsOf(Array<number>(14).fill(5))).toEqual({
      state: 'no_spread',
      headline: 'Every number is the same.',
      detail: 'All points are 5, so nothing can show a change.',
      because: [
        'Points on the middle line do not count. A measure that never moves may need another way to count.',
      ],
    }));
});

describe('no clear change', () => {
  it('as chance would', () =>
    expect(wordsOf(upAndDown)).toEqual({
      state: 'no_clear_change',
      headline: 'No clear change so far.',
      detail: 'Ten points go up and down around their middle, 42.5, as chance would.',
      because: [
        'Ten points count, from Jan 5 to Mar 9.',
        'The longest run on one side is 1; chance seldom gives more than 6.',
        'The line crosses the median 9 times; chance seldom gives fewer than 2.',
      ],
    }));

  it('a run that is a hint', () => {
    const { state, detail, because } = wordsOf(sixUp);
    expect([state, detail, because[0]]).toEqual([
      'no_clear_change',
      'Six in a row above the median: keep watching.',
      hinted,
    ]);
  });

  it('a trend that is a hint', () =>
    expect(wordsOf([...upAndDown, 40, 41, 42, 43, 44])).toMatchObject({
      state: 'no_clear_change',
      detail: 'Five in a row going up: keep watching.',
    }));

  it('points on the line and points left out', () =>
    expect(
      wordsOf([...upAndDown, 43, 42, 80], { excluded: leftOut(13), frozenThrough: null }).because,
    ).toEqual([
      '12 points count, from Jan 5 to Mar 30.',
      'The longest run on one side is 2; chance seldom gives more than 7.',
      'The line crosses the median 10 times; chance seldom gives fewer than 3.',
      'One point is left out by a person, with a reason: it is drawn and does not count.',
    ]));

  it('many hundreds', () => {
    const pairs = Array.from({ length: 12 }, (_, week): [number, number] => [week % 3 === 0 ? 7 : 8, 8]);
    expect(buildRunChart(shareSubject(pairs)).verdict.because).toContain(
      'More than a quarter of the points are 0% or 100%, so few points can show a change. Counting the misses, or another measure, may show more.',
    );
  });
});

describe('a change', () => {
  it('toward what is wanted, under a frozen baseline', () => {
    const annotations = [{ kind: 'event' as const, date: '2026-03-16', text: 'New seating plan' }];
    expect(wordsOf(nineUp, { frozenThrough: weekOf(10), annotations })).toEqual({
      state: 'changed',
      headline: 'Going up, as hoped, and it is more than chance.',
      detail: 'Since Mar 9 all ten points lie above the baseline of 40.',
      because: [
        'The rule that calls it: a run on one side that is longer than chance gives, from Mar 9 to May 11.',
        '17 points count, from Jan 5 to May 11.',
        'The longest run on one side is 10; chance seldom gives more than 7.',
        'The line crosses the baseline 7 times; chance seldom gives fewer than 5.',
        'Noted on Mar 16: New seating plan.',
        'Two points exactly on the baseline do not count.',
        'The baseline is the median of the first 10 points, carried forward. A frozen baseline alarms more easily. It rests on only 10 points.',
      ],
    });
  });

  it('down, as hoped', () =>
    expect(
      verdictOf(
        nineUp.map((value) => 100 - value),
        { direction: 'decrease' },
      ).headline,
    ).toBe('Coming down, as hoped, and it is more than chance.'));

  it('the other way, up and down', () => {
    expect(verdictOf(nineUp, { direction: 'decrease' }).headline).toBe(
      'Going up, which is the other way, and it is more than chance.',
    );
    expect(verdictOf(nineUp.map((value) => 100 - value)).headline).toBe(
      'Going down, which is the other way, and it is more than chance.',
    );
  });

  it('without a wanted direction', () =>
    expect(verdictOf(nineUp, { direction: 'none' })).toMatchObject({
      tone: 'plain',
      headline: 'It has moved up, and it is more than chance.',
      detail: 'Since Mar 16 all nine points lie above the median of 50.',
    }));

  it('a point on the line within the run is not said to lie above it', () =>
    expect(
      wordsOf([...nineUp.slice(0, 14), 40, ...nineUp.slice(14)], { frozenThrough: weekOf(10) }).detail,
    ).toBe('Since Mar 9 ten points lie above the baseline of 40, one on it and none below.'));

  it('a long run at the start, and where the points lie since', () =>
    expect(wordsOf([1, 2, 1, 2, 3, 1, 2, 1, 3, 2, 9, 8, 9, 7, 8, 9, 1, 2, 9, 8, 9, 8, 7, 9])).toMatchObject({
      headline: 'Going up, as hoped, and it is more than chance.',
      detail:
        'Ten points in a row lay below the median of 5, from Jan 5 to Mar 9. Since then most lie above it.',
    }));

  it('came back', () => {
    const around = (center: number, count: number) =>
      Array.from({ length: count }, (_, index) => center + (index % 2 === 0 ? 2 : -2));
    const steps = [...around(50, 12), ...around(61, 9), ...around(50, 14)];
    expect(verdictOf(steps, { frozenThrough: weekOf(12) })).toMatchObject({
      tone: 'plain',
      returned: true,
      headline: 'It moved up for a while, and has come back.',
      detail:
        'Ten points in a row lay above the baseline of 50, from Mar 30 to Jun 1. Since then they go up and down around it again.',
    });
  });

  it('too few crossings', () => {
    const twice = [6, 5, 6, 5, 6, 5, 1, 2, 1, 2, 1, 2, 1, 5.5, 6, 5, 6, 5, 6, 1, 2, 1, 2, 1];
    const verdict = verdictOf(twice);
    expect(verdict.headline).toBe('More than chance is at work, in no one direction.');
    expect(verdict.detail).toBe(
      'The line crosses the median of 3.5 only 3 times, where chance seldom gives fewer than 8.',
    );
    expect(verdict.because[0]).toBe('The rule that calls it: too few crossings of the middle line.');
  });

  it('in the newest phase', () => {
    const phaseStarts = [{ startsOn: weekOf(11), reason: 'The definition changed' }];
    const verdict = verdictOf([...upAndDown, ...nineUp], { phaseStarts });
    expect(verdict.state).toBe('changed');
    expect(verdict.because).toContain('This is about the newest phase, which begins on Mar 16.');
  });
});

describe('the IHI set, where a network has chosen it', () => {
  it('a shift', () => {
    const { headline, detail, because } = wordsOf(sixUp, { rules: 'ihi' });
    expect([headline, detail]).toEqual([
      'Going up, as hoped, and it is more than chance.',
      'Since Mar 30 all six points lie above the median of 44.5.',
    ]);
    expect(because[0]).toBe(
      'The rule that calls it: a shift, six or more in a row on one side, from Mar 30 to May 4.',
    );
    expect(because.slice(2)).toEqual([
      'The longest run on one side is 6.',
      ihi,
      'There are 8 runs; chance gives 6 to 14.',
    ]);
    expect(because.join(' ')).not.toContain('chance seldom');
  });

  it('a trend', () =>
    expect(wordsOf([40, 44, 41, 45, 40, 41, 42, 43, 44, 39, 45, 41], { rules: 'ihi' })).toMatchObject({
      headline: 'Going up, as hoped, and it is more than chance.',
      detail: 'Five points in a row went up, from Feb 2 to Mar 2.',
    }));

  it('too many runs', () =>
    expect(wordsOf([1, 9, 1, 9, 1, 9, 1, 9, 1, 9, 1, 9, 1, 9], { rules: 'ihi' })).toMatchObject({
      headline: 'The points change sides more often than chance would make them.',
      detail: 'The points make 14 runs about the median of 5, where chance seldom gives more than 12.',
    }));

  it('runs are those about the frozen baseline that is drawn', () => {
    const values = [1, 9, 8, 2, 1, 9, 8, 2, 1, 9, 6, 7, 6, 7, 6];
    const { because } = verdictOf(values, { rules: 'ihi', frozenThrough: weekOf(10) });
    expect(because).toContain('There are 6 runs; chance gives 5 to 12.');
  });
});

const anySubject = fc
  .record({
    values: fc.array(fc.option(fc.integer({ min: 0, max: 12 }), { freq: 6 }), { maxLength: 40 }),
    direction: fc.constantFrom('increase' as const, 'decrease' as const, 'none' as const),
    rules: fc.constantFrom('anhoj' as const, 'ihi' as const),
    frozen: fc.option(fc.integer({ min: 1, max: 20 })),
    phase: fc.option(fc.integer({ min: 2, max: 30 })),
    out: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 4 }),
  })
  .map(({ values, direction, rules, frozen, phase, out }) =>
    valuesSubject(values, {
      ...{ direction, rules, excluded: leftOut(...new Set(out)) },
      frozenThrough: frozen === null ? null : weekOf(frozen),
      phaseStarts: phase === null ? [] : [{ startsOn: weekOf(phase), reason: 'A new room' }],
      annotations: [{ kind: 'event', date: weekOf(8), text: 'Two new students!' }],
    }),
  );

describe('whatever the numbers', () => {
  it('every sentence is whole', () => {
    fc.assert(
      fc.property(anySubject, (subject) => {
        const { headline, detail, because } = buildRunChart(subject).verdict;
        expect(because.length).toBeGreaterThan(0);
        expect(new Set(because).size).toBe(because.length);
        for (const sentence of [headline, detail, ...because]) {
          expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
          expect(sentence).not.toMatch(broken);
        }
      }),
    );
  });

  it('without a wanted direction nothing is better or worse', () => {
    fc.assert(
      fc.property(anySubject, (subject) => {
        const { headline, detail, because, tone } = buildRunChart({ ...subject, direction: 'none' }).verdict;
        expect([headline, detail, ...because].join(' ')).not.toMatch(taking);
        expect(['plain', 'early']).toContain(tone);
      }),
    );
  });

  it('no verdict before ten useful points', () => {
    fc.assert(
      fc.property(anySubject, (subject) => {
        const few = { ...subject, rows: subject.rows.slice(0, 9) };
        expect(['no_data', 'too_early']).toContain(buildRunChart(few).verdict.state);
      }),
    );
  });
});
