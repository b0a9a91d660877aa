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

/** The step of a team that has a cycle or a measure to log. */
const firstWork = 1.5;

/** The months from a team's first cycle, measure or given score on, oldest first; the newest alone where there is none. */
export function monthsWithWork(months: readonly ProgressMonth[]): ProgressMonth[] {
  const first = months.findIndex((month) => {
    const { computed, team, coach } = scoresOf(month);
    return team !== null || coach !== null || (computed ?? 0) >= firstWork;
  });
  return first < 0 ? months.slice(-1) : months.slice(first);
}
