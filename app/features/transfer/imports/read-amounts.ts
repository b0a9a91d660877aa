import { withoutPercent } from '~/lib/percent-text';
import { readNumber } from '~/features/measures/data-point-rules';
import { readMark, readRatioText } from './column-facts';
import type { Source } from './mapping';

/** What a cell says, as text for the one gate of numbers; or whether one student met what is counted. */
export type Amounts = { value?: string; numerator?: string; denominator?: string } | { met: boolean };

const quoted = (text: string) => `“${text.slice(0, 40)}”`;
const bare = withoutPercent;
const isPercentText = (text: string) => text.trim().endsWith('%');
const decimalsOf = (text: string) => /[.,](\d+)$/.exec(text)?.[1]?.length ?? 0;

/** At most ten decimals, without the noise of a multiplication. */
const plain = (value: number) => String(Number(value.toFixed(10)));

/** 0.8769 as 87.69; what is a percent already stays. */
function readShare(text: string): Amounts | string {
  if (isPercentText(text)) return { value: bare(text) };
  const value = readNumber(text);
  if (value === null) return `${quoted(text)} is not a number.`;
  if (value > 1) return `${quoted(text)} is above 1, so it is no proportion. Is it a percent already?`;
  return { value: plain(value * 100) };
}

/**
 * How many students a percent means: only where it comes to whole students within the digits that were typed.
 * @param size 100 for a percent, 1 for a proportion
 */
function readPercent(text: string, of: string, size: 100 | 1): Amounts | string {
  const whole = isPercentText(text) ? 100 : size;
  const share = readNumber(bare(text));
  const denominator = readNumber(of);
  if (share === null) return `${quoted(text)} is not one number.`;
  if (denominator === null)
    return of.trim() === '' ? 'Type out of how many.' : `${quoted(of)} is not a number.`;
  if (share < 0 || share > whole)
    return `${quoted(text)} is not between 0 and ${whole}${whole === 1 ? '. Is it a percent?' : '.'}`;
  const students = Math.round((share / whole) * denominator);
  const written = denominator === 0 ? 0 : (students / denominator) * whole;
  const within = 0.5 * 10 ** -decimalsOf(bare(text));
  if (Math.abs(written - share) > within + 1e-9)
    return `${text.trim()} of ${of.trim()} students is not a whole number of students.`;
  const fits = (count: number) => Math.abs((count / denominator) * whole - share) < within - 1e-9;
  if (denominator > 0 && (fits(students - 1) || fits(students + 1)))
    return `${text.trim()} of ${of.trim()} students may be several numbers of students. Give more decimals, or the count.`;
  return { numerator: String(students), denominator: of.trim() };
}

/** Reads a measure's cell, and that of its denominator, in the chosen way; a message when it says nothing of the kind. */
export function readAmounts(source: Source, text: string, of: string): Amounts | string {
  switch (source.how) {
    case 'share':
      return readShare(text);
    case 'parts':
      return { numerator: bare(text), denominator: bare(of) };
    case 'ratio':
      return readRatioText(text) ?? `${quoted(text)} is not written as 17/20.`;
    case 'percent':
      return readPercent(text, of, 100);
    case 'portion':
      return readPercent(text, of, 1);
    case 'students': {
      const met = readMark(text);
      return met === null ? `${quoted(text)} is neither yes nor no.` : { met };
    }
    default:
      return { value: bare(text) };
  }
}
