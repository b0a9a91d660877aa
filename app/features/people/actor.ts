import type { TeamMemberRole } from '#db/vocabulary';

/** The signed-in person, with everything that decides what they may see and do. */
export type Actor = {
  personId: string;
  name: string;
  email: string;
  /** Teams the person works in today. */
  memberships: { teamId: string; role: TeamMemberRole }[];
  coachedTeamIds: string[];
  facilitatedCohortIds: string[];
  sponsoredSchoolIds: string[];
  sponsoredLeaIds: string[];
  isAdministrator: boolean;
};

/** The network this installation serves. */
export type Network = {
  id: string;
  name: string;
  timeZone: string;
  runChartRules: 'anhoj' | 'ihi';
  /** The least number of students a number may tell about outside a team; 10 or more. */
  minimumGroup: number;
};
