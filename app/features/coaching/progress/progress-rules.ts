import { fifth, half, hasTested, improvedBy, lastingOf, standingAt } from './month-facts-rules';
import type { MonthFacts, Months } from './month-facts-rules';
import type { ProgressScore } from './progress-scale';
import { progressFacts, reasonFor, wayUp } from './progress-words';

export type Progress = {
  score: ProgressScore;
  /** Why this score, in one plain sentence. */
  reason: string;
  /** What the next step of the scale asks for: `To 3.0: …`. */
  next: string;
  facts: string[];
};

const fewestMembers = 2;
const slack = 1e-9;

function isSignificant(facts: MonthFacts | null): boolean {
  if (facts === null || !hasTested(facts) || improvedBy(facts, half).length === 0) return false;
  return standingAt(facts, half).length * 2 > facts.standings.length;
}

function hasMetAll(facts: MonthFacts | null): boolean {
  return facts !== null && hasTested(facts) && facts.standings.every(({ way }) => way >= 1 - slack);
}

/** Each step's own criterion; the scale is read from the top, and the first that is met is the score. */
const criteria: [ProgressScore, (months: Months) => boolean][] = [
  [
    5,
    ({ now, before, twoBefore }) =>
      hasMetAll(now) && hasMetAll(before) && hasMetAll(twoBefore) && improvedBy(now, fifth).length > 0,
  ],
  [
    4.5,
    ({ now, before, twoBefore }) => isSignificant(now) && isSignificant(before) && isSignificant(twoBefore),
  ],
  [4, ({ now }) => isSignificant(now)],
  [
    3.5,
    (months) =>
      hasTested(months.now) && (improvedBy(months.now, fifth).length > 1 || lastingOf(months).length > 0),
  ],
  [3, ({ now }) => hasTested(now) && improvedBy(now, fifth).length > 0],
  [2.5, ({ now }) => hasTested(now)],
  [2, ({ now }) => now.numbers > 0 || now.doing > 0],
  [1.5, ({ now }) => now.measures > 0 || now.cycles > 0],
  [1, ({ now }) => now.hasAim && now.members >= fewestMembers],
];

/**
 * Where a team stands on the scale of 0.5 to 5.0 at the end of a month, by the highest step whose criterion is met:
 * - 0.5 the team exists
 * - 1.0 an aim, and at least two members
 * - 1.5 a measure, or a cycle in Plan
 * - 2.0 a number logged, or a cycle in Do
 * - 2.5 a cycle has entered Study, and a measure with a goal has numbers; asked for by every later step too
 * - 3.0 one measure a fifth of the way from baseline to goal, by a run chart's verdict toward the goal
 * - 3.5 two measures as far, or one that was as far at the end of the month before
 * - 4.0 more than half of the measures with a goal at half the way or more, one at least by a verdict
 * - 4.5 the same at the ends of three months in a row
 * - 5.0 every goal met at the ends of three months in a row, one at least of them after an improvement
 * A difference that the run chart does not call a change counts as no way at all.
 * Sources: IHI Assessment Scale for Collaboratives as in protocols.md; verdicts: run-charts.md.
 */
export function scoreProgress(months: Months): Progress {
  const score = criteria.find(([, isMet]) => isMet(months))?.[0] ?? 0.5;
  return {
    score,
    reason: reasonFor(score, months),
    next: wayUp(score, months),
    facts: progressFacts(months.now),
  };
}
