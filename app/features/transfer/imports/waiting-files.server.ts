import type { ColumnFacts } from './column-facts';
import type { Mapping } from './mapping';

/** An uploaded file between choosing and importing. */
export type WaitingFile = {
  importId: string;
  personId: string;
  teamId: string;
  fileName: string;
  text: string;
  rowCount: number;
  columns: ColumnFacts[];
  mapping: Mapping;
  /** Counts how often the mapping changed, so that only what somebody has seen is imported. */
  revision: number;
  replace: boolean;
  /** The mapping is the one the team used for these columns before. */
  asLastTime: boolean;
  /** The measure whose page the person came from. */
  measureId: string | null;
  /** UTC milliseconds. */
  uploadedAt: number;
};

const keptFor = 60 * 60 * 1000;
const largestSum = 40 * 1024 * 1024;

/**
 * Files may name students, so they wait in memory only, never in the database or on disk: an hour at most, one for each
 * person, the oldest dropped when all together grow too large.
 */
const waiting = new Map<string, WaitingFile>();

const sizeOf = ({ text }: WaitingFile) => text.length;

function dropOld(now: number): void {
  for (const [id, file] of waiting) if (now - file.uploadedAt > keptFor) waiting.delete(id);
}

export function keepWaitingFile(file: WaitingFile): void {
  dropOld(file.uploadedAt);
  for (const [id, other] of waiting) if (other.personId === file.personId) waiting.delete(id);
  waiting.set(file.importId, file);
  let sum = [...waiting.values()].reduce((total, one) => total + sizeOf(one), 0);
  for (const [id, other] of waiting) {
    if (sum <= largestSum) break;
    sum -= sizeOf(other);
    waiting.delete(id);
  }
}

/** Null when it is gone, or is not this person's for this team. */
export function findWaitingFile(
  whose: { importId: string; personId: string; teamId: string },
  now: number,
): WaitingFile | null {
  dropOld(now);
  const file = waiting.get(whose.importId);
  return file && file.personId === whose.personId && file.teamId === whose.teamId ? file : null;
}

export function dropWaitingFile(importId: string): void {
  waiting.delete(importId);
}
