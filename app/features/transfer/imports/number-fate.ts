import type { ImportOutcome } from '#db/vocabulary';
import type { FileReading, ReadNumber } from './read-numbers';

/** What becomes of a number that was read. */
export type Fate = Extract<ImportOutcome, 'added' | 'replaced' | 'same' | 'kept'>;

type Amounts = { value: number | null; numerator: number | null; denominator: number | null };

/** A number that is there already stays as it is when it says the same, or when a person keeps what is there. */
export function fateOf(read: Amounts, there: Amounts | undefined, replace: boolean): Fate {
  if (!there) return 'added';
  const same =
    there.value === read.value &&
    there.numerator === read.numerator &&
    there.denominator === read.denominator;
  if (same) return 'same';
  return replace ? 'replaced' : 'kept';
}

/** Numbers by what becomes of them, and lines by why they give none. */
export type ImportCounts = Record<ImportOutcome, number>;

/** @param fates one for each number, in order */
export function countOutcomes({ notes }: FileReading, fates: Fate[]): ImportCounts {
  const counts: ImportCounts = { added: 0, replaced: 0, same: 0, kept: 0, empty: 0, left_out: 0, refused: 0 };
  for (const fate of fates) counts[fate] += 1;
  const lines = { empty: new Set<number>(), left_out: new Set<number>(), refused: new Set<number>() };
  for (const { outcome, line } of notes) lines[outcome].add(line);
  for (const outcome of ['empty', 'left_out', 'refused'] as const) counts[outcome] = lines[outcome].size;
  return counts;
}

/** One place on one chart. */
export const placeKey = ({ measureId, groupId, date }: Pick<ReadNumber, 'measureId' | 'groupId' | 'date'>) =>
  `${measureId} ${groupId} ${date}`;
