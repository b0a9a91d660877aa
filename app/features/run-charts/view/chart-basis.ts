import type { ChartOptions } from '../analysis';
import type { ChartAnnotation, ChartSubject } from './chart-model';
import { chartSlots } from './chart-slots';
import { baselineProblem } from './baseline-advice';
import type { ChartSlots } from './chart-slots';

/** What every chart of a subject stands on: its slots, and where baseline, phases and excluded points fall among them. */
export type ChartBasis = {
  slots: ChartSlots;
  /** How many first slots the centre comes from; undefined when the baseline is not frozen or nothing comes after it. */
  freeze: number | undefined;
  /** A baseline was frozen, and its points have since become too few or show a change of their own. */
  lostBaseline: boolean;
  /** First slots of later phases, with the reason for each. */
  starts: Map<number, string>;
  /** Excluded slots, with the reason for each. */
  excluded: Map<number, string>;
  options: ChartOptions;
  /** From the analysis's ratios to the plotted unit: 100 for percents. */
  scale: number;
};

export function chartBasis(subject: ChartSubject): ChartBasis {
  const slots = chartSlots(subject);
  const starts = phaseSlots(slots, subject.phaseStarts);
  const excluded = excludedSlots(slots, subject.excluded);
  const steady = isSteady(subject);
  const freeze = starts.size > 0 || !steady ? undefined : frozenSlots(slots, subject.frozenThrough);
  return {
    ...{ slots, freeze, starts, excluded },
    lostBaseline: starts.size === 0 && !steady,
    options: {
      phases: [...starts.keys()],
      exclude: [...excluded.keys()],
      ...(freeze === undefined ? {} : { freeze }),
    },
    scale: subject.kind === 'proportion' ? 100 : 1,
  };
}

/** Numbers that are corrected, deleted or left out later may take a frozen baseline its ground. */
function isSteady(subject: ChartSubject): boolean {
  const { frozenThrough, rows } = subject;
  if (frozenThrough === null || !rows.some(({ date }) => date > frozenThrough)) return true;
  return baselineProblem({ ...subject, phaseStarts: [] }, frozenThrough) === null;
}

function frozenSlots({ dates }: ChartSlots, through: string | null): number | undefined {
  if (through === null) return undefined;
  const slots = dates.filter((date) => date <= through).length;
  return slots > 0 && slots < dates.length ? slots : undefined;
}

function phaseSlots({ dates }: ChartSlots, phaseStarts: ChartSubject['phaseStarts']): Map<number, string> {
  const starts = new Map<number, string>();
  for (const { startsOn, reason } of phaseStarts) {
    const index = dates.findIndex((date) => date >= startsOn);
    if (index > 0) starts.set(index, reason);
  }
  return starts;
}

function excludedSlots({ dates }: ChartSlots, excluded: ChartSubject['excluded']): Map<number, string> {
  if (excluded.length === 0) return new Map();
  const reasons = new Map(excluded.map(({ date, reason }) => [date, reason]));
  return new Map(
    dates.flatMap((date, slot) => {
      const reason = reasons.get(date);
      return reason === undefined ? [] : [[slot, reason] as const];
    }),
  );
}

/** Where a new phase begins, named on the time axis by its reason. */
export function phaseMarks({ phaseStarts }: ChartSubject, { dates }: ChartSlots): ChartAnnotation[] {
  return phaseStarts
    .filter(({ startsOn }) => startsOn > (dates[0] ?? '') && startsOn <= (dates.at(-1) ?? ''))
    .map(({ startsOn, reason }) => ({ kind: 'change', date: startsOn, text: reason }));
}
