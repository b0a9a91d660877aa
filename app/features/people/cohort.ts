import type { SchoolDay } from '~/lib/school-day';

export type Cohort = { id: string; name: string; startsOn: SchoolDay; endsOn: SchoolDay };

/** A team of a cohort; `isReadable` says whether its own page is there for whoever asks. */
export type CohortTeam = { id: string; name: string; schoolName: string; isReadable: boolean };
