import type { SchoolDay } from '~/lib/school-day';
import type { Progress } from './progress-rules';

/** A month's score as people gave it. */
export type GivenScore = {
  score: number;
  because: string;
  version: number;
  scoredByName: string;
  scoredAt: number;
};

/** One month of a team: what cycles and numbers say, and what the team and its coach say. */
export type ProgressMonth = {
  /** The month's first day. */
  month: SchoolDay;
  /** As of the month's last day, or of today where that is to come; null before the team began. */
  computed: Progress | null;
  team: GivenScore | null;
  coach: GivenScore | null;
};

/** The three scores of a month as numbers. */
export function scoresOf({ computed, team, coach }: ProgressMonth) {
  return {
    computed: computed?.score ?? null,
    team: team?.score ?? null,
    coach: coach?.score ?? null,
  };
}
