import { measureLevels } from '#db/vocabulary';
import type { MeasureLevel } from '#db/vocabulary';
import { numberWord } from '~/lib/number-format';

const mostMeasures = 7;

/** Measures in the order outcome, driver, process, balancing, cycle-only; within a level in the order given. */
export function measuresByLevel<T extends { level: MeasureLevel }>(measures: readonly T[]): T[] {
  return measures.toSorted(
    (one, other) => measureLevels.indexOf(one.level) - measureLevels.indexOf(other.level),
  );
}

/**
 * What is lopsided about a team's set of measures, each as a sentence that says why it matters and what to do. Measures for one
 * cycle only are left aside; a set without any measure has no hint.
 */
export function measureSetHints(measures: readonly { level: MeasureLevel }[]): string[] {
  const lasting = measures.filter(({ level }) => level !== 'cycle_only');
  if (lasting.length === 0) return [];
  const has = (level: MeasureLevel) => lasting.some((measure) => measure.level === level);
  const hints: string[] = [];
  if (!has('outcome'))
    hints.push(
      'None of these measures is the aim itself, so nobody would see it being reached: add one outcome measure, or set the level of one you have to outcome.',
    );
  if (lasting.length >= 2 && !has('balancing'))
    hints.push(
      'Nothing here would show what the change costs elsewhere: add one balancing measure, such as the minutes it takes or what there is less time for.',
    );
  if (lasting.length > mostMeasures)
    hints.push(
      `There are ${numberWord(lasting.length)} measures, and people keep up with about ${numberWord(mostMeasures)}: choose the few you would look at each week, and count the others less often.`,
    );
  return hints;
}
