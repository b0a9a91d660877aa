import { listMovingIdeas } from '~/features/feed/reading/moving-ideas-queries.server';
import type { Cohort } from '~/features/people/cohort';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { loadFunnel } from './cycles/cycle-list-queries.server';
import type { Figures } from './figures';
import { loadPredictionTally } from './predictions/prediction-list-queries.server';
import { listQuietTeams } from './quiet/quiet-queries.server';
import { loadRampCounts } from './ramps/ramp-list-queries.server';
import { medianLag } from './times/lag-rules';
import { loadLags, loadTimeToFeedback } from './times/times-queries.server';

type Input = { audienceIds: string[]; now: number; today: SchoolDay; timeZone: string };

/** The figures of a cohort that `findFacilitatedCohort` gave. */
export async function loadFigures(
  db: Connection,
  cohort: Cohort,
  { audienceIds, ...clock }: Input,
): Promise<Figures> {
  return {
    funnel: await loadFunnel(db, cohort),
    ramps: await loadRampCounts(db, cohort),
    predictions: await loadPredictionTally(db, cohort),
    timeToLog: medianLag(await loadLags(db, cohort, clock)),
    timeToFeedback: await loadTimeToFeedback(db, cohort, clock.timeZone),
    ideas: await listMovingIdeas(db, audienceIds, clock.now),
    quiet: await listQuietTeams(db, cohort, clock),
  };
}
