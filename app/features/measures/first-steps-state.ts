/** How far a new team has come on its first ten minutes. */
export type FirstStepsState = {
  teamId: string;
  measureId: string | null;
  hasAim: boolean;
  hasMeasure: boolean;
  points: number;
  hasCycle: boolean;
};
