import type { MeasureStanding } from './measure-standing-rules';

/** What a team had done by the end of a month. */
export type MonthFacts = {
  hasAim: boolean;
  members: number;
  measures: number;
  /** Cycles that had begun, of these those that had entered Do, of these those that had entered Study. */
  cycles: number;
  doing: number;
  tested: number;
  numbers: number;
  /** One for each measure that has a goal, a wanted direction and a number. */
  standings: MeasureStanding[];
};

/** The month looked at, and the two before it where the team was there already. */
export type Months = { now: MonthFacts; before: MonthFacts | null; twoBefore: MonthFacts | null };

export const fifth = 0.2;
export const half = 0.5;
const slack = 1e-9;

/** Measures that have come so far beyond chance. */
export function improvedBy({ standings }: MonthFacts, share: number): MeasureStanding[] {
  return standings.filter(({ improved, way }) => improved && way >= share - slack);
}

/** Measures that stand so far on their way, those that were at their goal from the beginning included. */
export function standingAt({ standings }: MonthFacts, share: number): MeasureStanding[] {
  return standings.filter(({ way }) => way >= share - slack);
}

/** A measure that was as far a month ago, beyond chance, and still is. */
export function lastingOf({ now, before }: Months): MeasureStanding[] {
  const then = before === null ? [] : improvedBy(before, fifth);
  return improvedBy(now, fifth).filter((one) => then.some(({ measureId }) => measureId === one.measureId));
}

/** A change has been tested and a goal stands beside numbers: what every step from 2.5 on asks for. */
export function hasTested({ tested, standings }: MonthFacts): boolean {
  return tested > 0 && standings.length > 0;
}
