import { analyseRuns } from './anhoj-rules';
import { medianOf, presentValues } from './centre-line';
import { baselineSlots, phaseSpans, presentAt, withoutExcluded } from './phase-spans';
import { plotObservations } from './plotted-slots';
import type { ChartAnalysis, ChartOptions, Observations } from './types';

/**
 * A run chart: the median of each phase, and Anhøj's rules about it. The median of ratios is that of the
 * per-point ratios.
 *
 * Lenient options: phase starts may be unsorted or repeated, and those not from 1 to n − 1 are dropped; a
 * freeze not from 1 to n − 1 is no freeze, and later phases win over it; unknown excluded indices have no
 * effect. A numerator may exceed its denominator, since a rate may.
 *
 * @throws RangeError when a number is not finite, a numerator or denominator is negative, or their lengths
 * differ
 * Source: Anhøj & Olesen 2014, PLoS ONE 9:e113825; Perla, Provost & Murray 2011, BMJ Qual Saf 20:46.
 */
export function analyseRunChart(data: Observations, options: ChartOptions = {}): ChartAnalysis {
  const { y } = plotObservations(data);
  const exclude = new Set(options.exclude);
  const used = withoutExcluded(y, exclude);
  const phases = phaseSpans(y.length, options).map((span) => {
    const { from, to } = span;
    const slots = used.slice(from, to + 1);
    const center = medianOf(presentAt(y, baselineSlots(span, exclude)));
    return { from, to, center, points: presentValues(slots).length, ...analyseRuns(slots, center) };
  });
  return { y, phases };
}
