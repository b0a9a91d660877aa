import type { MeasureDirection, MeasureFrequency, MeasureKind, MeasureLevel } from '#db/vocabulary';

export const levelWords: Record<MeasureLevel, { name: string; meaning: string }> = {
  outcome: { name: 'Outcome', meaning: 'the aim itself' },
  driver: { name: 'Driver', meaning: 'what we think moves the aim' },
  process: { name: 'Process', meaning: 'was the change carried out?' },
  balancing: { name: 'Balancing', meaning: 'does it cost something elsewhere?' },
  cycle_only: { name: 'Cycle only', meaning: 'for one cycle, then done' },
};

export const kindWords: Record<MeasureKind, { name: string; meaning: string }> = {
  proportion: { name: 'How many of how many', meaning: '5 of 8 students, shown as a percent' },
  mean: { name: 'A score or an average', meaning: '46 words, a mean of 2.8' },
  count: { name: 'A count', meaning: '3 times this week' },
  rate: { name: 'A rate per opportunity', meaning: '12 prompts in 5 transitions' },
};

export const directionWords: Record<MeasureDirection, string> = {
  increase: 'We want it to go up',
  decrease: 'We want it to go down',
  none: 'Neither: we only watch it',
};

export const frequencyWords: Record<MeasureFrequency, string> = {
  daily: 'Every school day',
  weekly: 'Every week',
  every_two_weeks: 'Every two weeks',
  monthly: 'Every month',
};

/** What stands above a form when an answer in it needs another look. */
export const waiting = 'One answer below needs another look. Nothing was lost.';

/** In what a goal is said: `In percent.`, `In minutes.` */
export function goalHintOf({ kind, unit }: { kind: MeasureKind; unit: string }): string {
  if (kind === 'proportion') return 'In percent.';
  return unit === '' ? 'As a number.' : `In ${unit}.`;
}
