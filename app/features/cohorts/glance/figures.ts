import type { MovingIdea } from '~/features/feed/reading/feed-view';
import type { Funnel } from './cycles/cycle-list';
import type { PredictionTally } from './predictions/prediction-list';
import type { Quiet } from './quiet/quiet';
import type { RampCount } from './ramps/ramp-list';
import type { TimeToFeedback, TimeToLog } from './times/times';

/** The figures of a cohort at a glance. */
export type Figures = {
  funnel: Funnel;
  ramps: RampCount[];
  predictions: PredictionTally;
  timeToLog: TimeToLog | null;
  timeToFeedback: TimeToFeedback | null;
  ideas: MovingIdea[];
  quiet: Quiet;
};
