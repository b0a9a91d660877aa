import type { CycleScale } from '#db/vocabulary';
import type { SchoolDay } from '~/lib/school-day';
import type { Standing } from '../standing';

/** A cycle of a cohort as its list shows it. */
export type CohortCycle = {
  id: string;
  teamName: string;
  schoolName: string;
  changeIdea: string;
  number: number;
  objective: string;
  scale: CycleScale;
  standing: Standing;
  plannedStart: SchoolDay;
  plannedEnd: SchoolDay;
};

/** How many cycles stand where; every standing has its number. */
export type Funnel = Record<Standing, number>;
