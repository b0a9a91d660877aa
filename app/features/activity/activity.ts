import type { ActivityKind } from '#db/vocabulary';

/** Something somebody did, as a list tells it. */
export type Activity = {
  id: string;
  kind: ActivityKind;
  actorName: string;
  teamName: string;
  schoolName: string;
  cycleId: string | null;
  cycleNumber: number | null;
  changeIdea: string | null;
  measureId: string | null;
  measureName: string | null;
  detail: string;
  happenedAt: number;
};
