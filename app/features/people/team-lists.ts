/** A team in the list of those somebody may read; `lastActivity` in UTC milliseconds. */
export type TeamInList = {
  id: string;
  name: string;
  schoolName: string;
  openCycles: number;
  lastActivity: number | null;
};
