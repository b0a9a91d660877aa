import { v7 as uuidv7 } from 'uuid';
import type * as schema from '../schema';
import type { SeededRandom } from './seeded-random';

type Tables = typeof schema;
type TableName = {
  [K in keyof Tables]: Tables[K] extends { $inferInsert: object } ? K : never;
}[keyof Tables];
type Row<K extends TableName> = Tables[K]['$inferInsert'];

/** Rows in the order in which foreign keys allow them to be written. */
export const tableOrder = [
  'network',
  'studentGroup',
  'lea',
  'school',
  'team',
  'person',
  'account',
  'teamMembership',
  'cohort',
  'cohortTeam',
  'coachAssignment',
  'facilitatorAssignment',
  'sponsorAssignment',
  'administratorAssignment',
  'aim',
  'sharedMeasure',
  'sharedMeasureVersion',
  'sharedMeasureGroup',
  'measure',
  'measureVersion',
  'measureGroup',
  'dataPoint',
  'phase',
  'frozenBaseline',
  'annotation',
  'ramp',
  'cycle',
  'learningQuestion',
  'studyAnswer',
  'cycleTask',
  'dataPlan',
  'observation',
  'cycleDecision',
  'stageChange',
  'activityEvent',
  'dayOff',
] as const satisfies readonly TableName[];

export type DemoRows = { [K in (typeof tableOrder)[number]]: Row<K>[] };

export function noRows(): DemoRows {
  return {
    network: [],
    studentGroup: [],
    lea: [],
    school: [],
    team: [],
    person: [],
    account: [],
    teamMembership: [],
    cohort: [],
    cohortTeam: [],
    coachAssignment: [],
    facilitatorAssignment: [],
    sponsorAssignment: [],
    administratorAssignment: [],
    aim: [],
    sharedMeasure: [],
    sharedMeasureVersion: [],
    sharedMeasureGroup: [],
    measure: [],
    measureVersion: [],
    measureGroup: [],
    dataPoint: [],
    phase: [],
    frozenBaseline: [],
    annotation: [],
    ramp: [],
    cycle: [],
    learningQuestion: [],
    studyAnswer: [],
    cycleTask: [],
    dataPlan: [],
    observation: [],
    cycleDecision: [],
    stageChange: [],
    activityEvent: [],
    dayOff: [],
  };
}

/** Ids that are the same for the same seed. */
export function idMaker(random: SeededRandom, now: number): () => string {
  let msecs = now - 400 * 86_400_000;
  return () => {
    msecs += 1;
    return uuidv7({ msecs, random: random.bytes() });
  };
}
