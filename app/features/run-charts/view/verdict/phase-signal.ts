import type { RunChartRules } from '#db/vocabulary';
import { crossingsMin, detectIhiRules, expectedRuns, longestRunMax, runsAboutLine } from '../../analysis';
import type { IhiRules, PhaseAnalysis, RunSpan, Side, Slots, TrendSpan } from '../../analysis';

export type SignalRule = 'run' | 'crossings' | 'shift' | 'trend' | 'runs';

/** What the rules find in one phase; spans hold chart indices. */
export type PhaseSignal = {
  /** The set that was applied. */
  rules: RunChartRules;
  rule: SignalRule | null;
  /** Where the points have gone; null when the rule tells of no one direction. */
  side: Side | null;
  /** The points have since come back to go about the line. */
  returned: boolean;
  /** The run the signal rests on, when it rests on one. */
  span: RunSpan | null;
  /** A run of 6 or more, or a trend of 5 or more, that is no signal. */
  hint: { run: RunSpan | null; trend: TrendSpan | null };
  /** The run of useful points that ends at the newest one. */
  lastRun: RunSpan | null;
  /** Runs about the centre line of the phase against what chance gives, for the IHI set. */
  runs: IhiRules['runs'];
};

const hintRun = 6;
const fewestForRuns = 10;

/** The number of runs about the line that is drawn, which a frozen baseline need not share with the phase's median. */
function runsRule(count: number, useful: number): IhiRules['runs'] {
  if (useful < fewestForRuns) return { count, lower: null, upper: null, verdict: 'not_enough_points' };
  const { lower, upper } = expectedRuns(useful);
  if (count < lower) return { count, lower, upper, verdict: 'too_few' };
  return { count, lower, upper, verdict: count > upper ? 'too_many' : 'expected' };
}

const shifted = <T extends { from: number; to: number }>(span: T, by: number): T => ({
  ...span,
  from: span.from + by,
  to: span.to + by,
});

const mostOnOneSide = 2 / 3;
const newestLooked = 6;

/**
 * Where a phase has gone when no single run tells: only when two thirds of its earlier half lie on one side of the centre,
 * two thirds of its later half on the other, and most of the newest points with them. Slow waves have no direction.
 */
function sideOfLaterHalf(runs: RunSpan[]): Side | null {
  const sides = runs.flatMap(({ side, length }) => Array.from({ length }, () => side));
  const half = Math.floor(sides.length / 2);
  const share = (part: Side[], side: Side) => part.filter((one) => one === side).length / part.length;
  const [earlier, later] = [sides.slice(0, half), sides.slice(sides.length - half)];
  const newest = sides.slice(-newestLooked);
  for (const [before, after] of [
    ['below', 'above'],
    ['above', 'below'],
  ] as const) {
    const moved = share(earlier, before) >= mostOnOneSide && share(later, after) >= mostOnOneSide;
    if (half > 0 && moved && share(newest, after) > 0.5) return after;
  }
  return null;
}

/** The longest run; of two as long, the later one. */
function longestOf(runs: RunSpan[]): RunSpan | null {
  return runs.reduce<RunSpan | null>(
    (longest, run) => (longest === null || run.length >= longest.length ? run : longest),
    null,
  );
}

const fewestAfter = 6;

/**
 * Where the points are now, seen from a run: on its side when it lasts or little has come since; on the other when most
 * points since lie there; `returned` when those since go about the line again.
 */
function standingOfRun(run: RunSpan, runs: RunSpan[]): { side: Side; returned: boolean } {
  const later = runs.slice(runs.indexOf(run) + 1);
  const since = later.reduce((sum, one) => sum + one.length, 0);
  if (since < fewestAfter) return { side: run.side, returned: false };
  const across = later.filter((one) => one.side !== run.side).reduce((sum, one) => sum + one.length, 0);
  if (across / since >= mostOnOneSide)
    return { side: run.side === 'above' ? 'below' : 'above', returned: false };
  return { side: run.side, returned: across / since > 1 - mostOnOneSide };
}

/**
 * Applies the chosen rule set to one phase of a run chart.
 * @param y plotted values of the whole chart
 */
export function phaseSignal(y: Slots, phase: PhaseAnalysis, rules: RunChartRules): PhaseSignal {
  const slots = y.slice(phase.from, phase.to + 1);
  const runs = runsAboutLine(slots, phase.center);
  const ihi = detectIhiRules(slots);
  const longest = longestOf(runs);
  const lastTrend = ihi.trend.spans.at(-1) ?? null;
  const lastRun = runs.at(-1) ?? null;
  const numberOfRuns = runsRule(runs.length, phase.useful);
  const base: PhaseSignal = {
    rules,
    rule: null,
    side: null,
    returned: false,
    span: null,
    hint: {
      run: lastRun !== null && lastRun.length >= hintRun ? shifted(lastRun, phase.from) : null,
      trend: lastTrend ? shifted(lastTrend, phase.from) : null,
    },
    lastRun: lastRun ? shifted(lastRun, phase.from) : null,
    runs: numberOfRuns,
  };
  const withRun = (rule: SignalRule, run: RunSpan): PhaseSignal => ({
    ...base,
    rule,
    ...standingOfRun(run, runs),
    span: shifted(run, phase.from),
  });
  if (rules === 'ihi') {
    const shift = longestOf(runs.filter((run) => run.length >= hintRun));
    if (shift) return withRun('shift', shift);
    if (lastTrend)
      return { ...base, rule: 'trend', side: lastTrend.direction === 'up' ? 'above' : 'below', span: null };
    const { verdict } = numberOfRuns;
    if (verdict === 'too_few' || verdict === 'too_many')
      return { ...base, rule: 'runs', side: verdict === 'too_few' ? sideOfLaterHalf(runs) : null };
    return base;
  }
  if (!phase.runsSignal || longest === null) return base;
  if (longest.length > longestRunMax(phase.useful)) return withRun('run', longest);
  if ((phase.crossings ?? 0) < crossingsMin(phase.useful))
    return { ...base, rule: 'crossings', side: sideOfLaterHalf(runs) };
  return base;
}
