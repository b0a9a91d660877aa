import type { SchoolDay } from '~/lib/school-day';

/** The four facts of a team's week, in the order of their places. */
export const weekFacts = ['cycle', 'data', 'post', 'meeting'] as const;
export type WeekFact = (typeof weekFacts)[number];

export const factBits: Record<WeekFact, number> = { cycle: 1, data: 2, post: 4, meeting: 8 };

/** Schools rest all week: added to what happened nevertheless. */
export const restingBit = 16;

/** A team with a sum of bits for each week: small, since a page holds six hundred of them. */
export type ParticipationRow = { teamId: string; teamName: string; schoolName: string; weeks: number[] };

export type Participation = {
  rows: ParticipationRow[];
  mondays: SchoolDay[];
  total: number;
  page: number;
  pages: number;
};

/** What is known of the teams of a page. A cycle without an end is still open. */
export type ParticipationFacts = {
  cycles: { teamId: string; from: SchoolDay; to: SchoolDay | null }[];
  data: { teamId: string; monday: SchoolDay }[];
  posts: { teamId: string; day: SchoolDay }[];
  meetings: { teamId: string; day: SchoolDay }[];
};
