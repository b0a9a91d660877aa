import type { MeasureDirection, MeasureFrequency, MeasureKind, MeasureLevel } from '#db/vocabulary';
import type { StudentGroup } from '../measure';
import type { MeasureVersion } from '../measure-version';

/** A measure that a facilitator defines once for a cohort, with the definition in force. */
export type SharedMeasure = {
  id: string;
  cohortId: string;
  cohortName: string;
  name: string;
  level: MeasureLevel;
  kind: MeasureKind;
  direction: MeasureDirection;
  unit: string;
  frequency: MeasureFrequency;
  version: number;
  definition: string;
  groups: StudentGroup[];
};

/** A team that adopted a shared measure; `isReadable` says whether its measure is there for whoever asks. */
export type Adoption = {
  measureId: string;
  teamName: string;
  schoolName: string;
  isReadable: boolean;
};

/** As the cohort's page tells it: every version, the newest first, and the teams that adopted it by name. */
export type SharedMeasureOfCohort = SharedMeasure & { versions: MeasureVersion[]; adoptions: Adoption[] };

/** One that a team has not adopted yet; `namesake` is a measure of its own that stands in the way by its name. */
export type AdoptableMeasure = SharedMeasure & { namesake: string | null };
