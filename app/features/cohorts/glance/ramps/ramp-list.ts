import type { CycleScale } from '#db/vocabulary';
import { scaleWords } from '~/features/cycles/cycle-words';
import type { Standing } from '../standing';

/** How long a ramp is: its cycles, four and more as one. */
export const rampLengths = ['1', '2', '3', '4'] as const;
export type RampLength = (typeof rampLengths)[number];

export function isRampLength(text: string | null): text is RampLength {
  return rampLengths.some((one) => one === text);
}

export const lengthWords: Record<RampLength, string> = {
  '1': 'one cycle',
  '2': 'two cycles',
  '3': 'three cycles',
  '4': 'four or more',
};

/** How many ramps of a length end in a standing. */
export type RampCount = { length: RampLength; ends: Standing; n: number };

/** A ramp of a cohort as its list shows it. */
export type CohortRamp = {
  id: string;
  changeIdea: string;
  teamName: string;
  schoolName: string;
  cycles: number;
  fromScale: CycleScale;
  toScale: CycleScale;
  ends: Standing;
  /** Its newest cycle. */
  lastCycleId: string;
};

/** `one student → one class`; `one class` where it stayed. */
export function scaleSpanWords({ fromScale, toScale }: Pick<CohortRamp, 'fromScale' | 'toScale'>): string {
  if (fromScale === toScale) return scaleWords[fromScale];
  return `${scaleWords[fromScale]} → ${scaleWords[toScale]}`;
}
