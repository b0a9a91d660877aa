import { medianOf, presentValues, sideOfLine } from './centre-line';
import { requireFinite } from './plotted-slots';
import type { Side, Slots, SuggestedPhase } from './types';

export interface PhaseSuggestionOptions {
  /** Number of rows the first median comes from. Default 13. */
  baseline?: number;
  /** Number of useful points that make a new phase. Default 9. */
  runLength?: number;
  /** The side a run must lie on. Default either. */
  side?: Side | 'either';
}

/** Useful points on one side so far, as a run that has not yet reached its length. */
interface OpenRun {
  side: Side;
  from: number;
  values: number[];
}

function requireWholeNumber(value: number, name: string): void {
  if (Number.isInteger(value) && value >= 1) return;
  throw new RangeError(`${name} is ${value}: expected a whole number from 1 on`);
}

/** Starts and medians of the phases: the baseline's, then one for each completed run. */
function phaseStarts(
  values: Slots,
  firstMedian: number,
  { baseline, runLength, side }: Required<PhaseSuggestionOptions>,
): { from: number; median: number }[] {
  const starts = [{ from: 0, median: firstMedian }];
  let median = firstMedian;
  let run: OpenRun | undefined;
  for (let index = baseline; index < values.length; index += 1) {
    const value = values[index] ?? null;
    const valueSide = value === null ? null : sideOfLine(value, median);
    if (value === null || valueSide === null) continue;
    if (run?.side !== valueSide) run = { side: valueSide, from: index, values: [] };
    run.values.push(value);
    const wanted = side === 'either' || side === valueSide;
    if (!wanted || run.values.length < runLength) continue;
    median = medianOf(run.values) ?? median;
    starts.push({ from: run.from, median });
    run = undefined;
  }
  return starts;
}

/**
 * Phases a person may want to confirm: after the baseline rows, the first `runLength` useful points in a row
 * on the wanted side of the median start a phase, whose median is that of exactly these points; later points
 * are tested against it in turn. Missing points and points on the median neither add to a run nor break it.
 *
 * @param values plotted values in time order, null where missing (a missing row still counts as a row)
 * @returns phases that cover every row; the baseline's alone when no run is found or there are fewer than
 * baseline + runLength rows; none when every baseline row is missing
 * @throws RangeError when a value is not finite, or baseline or runLength is not a whole number from 1 on
 * Source: runcharter (MacKintosh); Provost & Murray, The Health Care Data Guide.
 */
export function suggestPhases(values: Slots, options: PhaseSuggestionOptions = {}): SuggestedPhase[] {
  const { baseline = 13, runLength = 9, side = 'either' } = options;
  requireFinite(values, 'values');
  requireWholeNumber(baseline, 'baseline');
  requireWholeNumber(runLength, 'runLength');
  const median = medianOf(presentValues(values.slice(0, baseline)));
  if (median === null) return [];
  const last = values.length - 1;
  if (values.length < baseline + runLength) return [{ from: 0, to: last, median }];
  const starts = phaseStarts(values, median, { baseline, runLength, side });
  return starts.map((start, phase) => ({
    from: start.from,
    to: (starts[phase + 1]?.from ?? values.length) - 1,
    median: start.median,
  }));
}
