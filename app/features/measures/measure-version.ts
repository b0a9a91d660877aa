import type { SchoolDay } from '~/lib/school-day';

/** One wording of a definition. `inForceFrom` is null for the first that a measure had; `createdAt` in UTC milliseconds. */
export type MeasureVersion = {
  id: string;
  number: number;
  definition: string;
  inForceFrom: SchoolDay | null;
  createdAt: number;
  createdByName: string;
};
