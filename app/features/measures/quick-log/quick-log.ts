import type { MeasureFrequency, MeasureKind } from '#db/vocabulary';
import type { SchoolDay } from '~/lib/school-day';

/** One number that is owed, or was logged today: what a row of the quick log shows. */
export type QuickLogItem = {
  measureId: string;
  measureName: string;
  teamName: string;
  definition: string;
  kind: MeasureKind;
  unit: string;
  frequency: MeasureFrequency;
  groupId: string;
  groupName: string;
  /** The id the number will have. */
  newId: string;
  date: SchoolDay;
  /** How many there were last time, to be typed once. */
  lastDenominator: number | null;
  /** Logged today: what was typed, and how it reads. */
  logged: {
    value: number | null;
    numerator: number | null;
    denominator: number | null;
    label: string;
  } | null;
};

export const rowKey = (item: { measureId: string; groupId: string }) => `${item.measureId}/${item.groupId}`;

/** What logging one number came to; `row` tells which. */
export type QuickLogAnswer =
  /** `kept`: the number that was there stays, and what was typed is dropped. */
  | { row: string; ok: true; label: string; kept?: true }
  | { row: string; ok: false; kind: 'invalid'; fields: Record<string, string[]>; typed: TypedText }
  | {
      row: string;
      ok: false;
      kind: 'exists';
      there: string;
      date: SchoolDay;
      version: number;
      typed: TypedText;
    };

export type TypedText = { value: string; numerator: string; denominator: string; date: string; note: string };
