import type { CycleStage } from '#db/vocabulary';
import type { SchoolDay } from '~/lib/school-day';

/** What is behind one cell of the picture. */
export type TeamWeek = {
  team: { id: string; name: string; schoolName: string };
  monday: SchoolDay;
  cycles: { id: string; number: number; changeIdea: string; stage: CycleStage }[];
  numbers: { measureId: string; name: string; count: number }[];
  posts: { id: string; title: string; day: SchoolDay }[];
  meetings: { id: string; title: string; day: SchoolDay }[];
  /** Days off of its LEA that touch the week. */
  daysOff: string[];
};
