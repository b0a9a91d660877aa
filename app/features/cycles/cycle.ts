import type {
  CarriedOut,
  CycleScale,
  CycleStage,
  Decision,
  ObservationKind,
  PredictionVerdict,
  TeamMemberRole,
} from '#db/vocabulary';
import type { SchoolDay } from '~/lib/school-day';
import type { Prediction } from './prediction';

export type LearningQuestion = Prediction & {
  id: string;
  question: string;
  measureId: string | null;
  groupId: string | null;
  predictedAt: number | null;
  verdict: PredictionVerdict | null;
  result: string;
};

export type CycleTask = {
  id: string;
  what: string;
  who: string;
  dueOn: SchoolDay | null;
  place: string;
  doneAt: number | null;
};
export type DataPlanRow = { measureId: string; who: string; howOften: string };
export type Observation = {
  id: string;
  kind: ObservationKind;
  text: string;
  observedOn: SchoolDay;
  recordedByName: string;
};
export type StageChange = {
  fromStage: CycleStage | null;
  toStage: CycleStage;
  reason: string;
  changedByName: string;
  changedAt: number;
};

/** One step of a ramp's line. */
export type RampStep = { id: string; number: number; stage: CycleStage; decision: Decision | null };

/** A cycle as its own page needs it. */
export type Cycle = {
  id: string;
  teamId: string;
  rampId: string;
  number: number;
  changeIdea: string;
  warrant: string;
  objective: string;
  scale: CycleScale;
  plannedStart: SchoolDay;
  plannedEnd: SchoolDay;
  stage: CycleStage;
  carriedOut: CarriedOut | null;
  carriedOutNote: string;
  learned: string;
  version: number;
  /** Who wrote in it last; empty when nobody has since it began. */
  changedByName: string;
  questions: LearningQuestion[];
  tasks: CycleTask[];
  dataPlan: DataPlanRow[];
  observations: Observation[];
  decision: { decision: Decision; why: string; decidedAt: number; decidedByName: string } | null;
  changes: StageChange[];
};

export type CycleTeam = {
  teamId: string;
  teamName: string;
  schoolName: string;
  members: { id: string; name: string; role: TeamMemberRole }[];
  coaches: string[];
};

/** A cycle in a list. */
export type CycleSummary = {
  id: string;
  teamId: string;
  rampId: string;
  number: number;
  changeIdea: string;
  objective: string;
  scale: CycleScale;
  stage: CycleStage;
  plannedStart: SchoolDay;
  plannedEnd: SchoolDay;
  decision: Decision | null;
  /** When it went back to Plan, if it stands there again. */
  backInPlanAt: number | null;
};
