import type { SchoolDay } from '~/lib/school-day';

export type Aim = {
  what: string;
  forWhom: string;
  howMuch: string;
  byWhen: SchoolDay;
  version: number;
  changedByName: string;
};
