import type { MeasureFrequency } from '#db/vocabulary';
import { counted } from '~/lib/number-format';
import type { SchoolDay } from '~/lib/school-day';
import type { ChartReading } from '../read-run-chart';

type Read = Pick<ChartReading, 'slots' | 'y' | 'phases' | 'excluded' | 'verdict'>;

type ShapeOptions = { frequency: MeasureFrequency; span: { from: SchoolDay; to: SchoolDay } | null };

const isWithin = (day: SchoolDay, span: ShapeOptions['span']) =>
  span === null || (day >= span.from && day <= span.to);

/** A side of one week or two says nothing. */
const fewestToCount = 3;

const unitWords: Record<MeasureFrequency, string> = {
  daily: 'day',
  weekly: 'week',
  every_two_weeks: 'fortnight',
  monthly: 'month',
};

/**
 * The shape of a chart in words, with no value of it: for a series whose numbers may not be shown (product.md, who sees
 * what, 4). Empty when there is nothing to say.
 * @param span counts the points of these days; null counts all of the newest phase
 */
export function shapeWords(reading: Read, { frequency, span }: ShapeOptions): string {
  const state = stateWords(reading, span === null ? 'It' : 'Over the whole chart it');
  if (state === '') return '';
  return [sideWords(reading, { frequency, span }), state].filter((words) => words !== '').join(' ');
}

function stateWords({ verdict: { state, tone, returned } }: Read, it: string): string {
  if (state === 'no_data') return '';
  if (state === 'too_early') return 'Too early to tell.';
  if (state === 'no_spread') return 'The numbers did not move.';
  if (state === 'no_clear_change') return 'No clear change so far.';
  if (returned) return `${it} changed for a while and came back.`;
  if (tone === 'toward') return `${it} moved the way we want, and that is more than chance.`;
  if (tone === 'away') return `${it} moved the other way, and that is more than chance.`;
  return `${it} moved, and that is more than chance.`;
}

/** `Above the baseline in 4 of 6 weeks.`; empty where there is no firm line, or no point off it. */
function sideWords({ slots, y, phases, excluded, verdict }: Read, { frequency, span }: ShapeOptions): string {
  const phase = phases.at(-1);
  if (!phase || phase.center === null || phase.line !== 'solid' || verdict.state === 'no_spread') return '';
  const { center, from } = phase;
  const values = y.flatMap((value, slot) => {
    const counts = slot >= from && !excluded.has(slot) && isWithin(slots.dates[slot] ?? '', span);
    return counts && value !== null ? [value] : [];
  });
  const above = values.filter((value) => value > center).length;
  const below = values.filter((value) => value < center).length;
  if (above + below === 0 || values.length < fewestToCount) return '';
  const line = phase.label.startsWith('baseline') ? 'baseline' : 'median';
  const [side, many] = above >= below ? ['Above', above] : ['Below', below];
  const when = span === null ? '' : ' of the cycle';
  return `${side} the ${line} in ${many} of ${counted(values.length, unitWords[frequency])}${when}.`;
}
