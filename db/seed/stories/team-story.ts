import type {
  CycleScale,
  Decision,
  MeasureDirection,
  MeasureFrequency,
  MeasureKind,
  MeasureLevel,
} from '../../vocabulary';
/** One team's year, as its own members would tell it. Numbers are in the measure's own unit; proportions in percent. */
export type TeamStory = {
  team: string; // short team name: 'Grade 4 writing'
  grades: string; // 'Grade 4'
  subject: string;
  aim: { what: string; forWhom: string; howMuch: string };
  measures: MeasureStory[]; // 2 or 3; the first is the one most predictions rest on
  ramps: RampStory[]; // 2 or 3
};
export type MeasureStory = {
  name: string;
  level: MeasureLevel;
  kind: MeasureKind;
  direction: MeasureDirection;
  unit: string;
  definition: string;
  frequency: MeasureFrequency;
  groups: ('all' | 'swd' | 'non_swd' | 'el' | 'non_el' | 'ecd' | 'non_ecd')[]; // 1 to 3
  baseline: number;
  spread: number; // typical level before any change, and week-to-week standard deviation, same unit
  change: number; // how much it truly moves after the work takes hold, 0 for most charts; sign as it happens
  goal: number | null;
  groupSize: number; // students behind one number for the first group: 5 to 28 (proportion denominators), or opportunities for a rate
};
export type RampStory = { changeIdea: string; warrant: string; cycles: CycleStory[] }; // 1 to 5 cycles
export type CycleStory = {
  objective: string;
  scale: CycleScale;
  question: string;
  measure: number /* index into measures, -1 when the question rests on observation only */;
  group: 'all' | 'swd' | 'non_swd' | 'el' | 'non_el' | 'ecd' | 'non_ecd' | null; // one of that measure's groups; null when measure is -1
  expected: number | null; // 'at least' (direction increase) or 'at most' (decrease) this value; null: only the direction was predicted
  expects?: 'decrease'; // of a measure without a wanted direction, or of none: fewer were predicted
  because: string;
  confidence: 1 | 2 | 3 | 4 | 5;
  tasks: { what: string; where: string }[]; // 1 to 3
  carriedOut: 'yes' | 'partly' | 'no';
  carriedOutNote: string;
  observations: string[];
  unexpected: string[]; // 1-3, 0-1
  verdict: 'as_predicted' | 'partly' | 'not_as_predicted';
  learned: string;
  decision: Decision;
  why: string;
};
