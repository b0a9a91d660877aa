import type { ReadWallChart } from '~/features/measures/wall/build-wall';

/** The small charts of a shared measure as one team counts it. */
export type TeamCharts = {
  measureId: string;
  teamName: string;
  schoolName: string;
  charts: Pick<ReadWallChart, 'groupId' | 'groupName' | 'newest' | 'verdict' | 'chart'>[];
};
