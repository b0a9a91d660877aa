import type { ImportCounts } from './number-fate';

export type ImportSummary = {
  id: string;
  fileName: string;
  rowCount: number;
  importedAt: number;
  importedByName: string;
  undoneAt: number | null;
};

export type ImportResult = ImportSummary & {
  measures: { id: string; name: string; rowCount: number }[];
  /** Lines of the file by what became of them; null once the report is gone. */
  lines: ImportCounts | null;
};

/** How long an import can be taken back, and its report is kept, in milliseconds. */
export const weekMs = 7 * 24 * 60 * 60 * 1000;

export const canBeTakenBack = (
  { importedAt, undoneAt }: { importedAt: number; undoneAt: number | null },
  now: number,
): boolean => undoneAt === null && now - importedAt <= weekMs;
