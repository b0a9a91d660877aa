import { dayOffOn, daysWithoutBreaks } from '~/features/people/days-off';
import { stageWords } from '~/features/cycles/cycle-words';
import { counted } from '~/lib/number-format';
import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { CaseloadCycle, Reason, Rest, TeamFacts } from './caseload';
import { weekWords } from './caseload-words';
import { reviewReason } from './review-reason';
import { dataSilence, schoolDaysAfter } from './school-time-rules';
import { dataReason, quietReason, signalReasons } from './quiet-rules';

/** Study is overdue from the fourth school day on; a planned end has passed when more than a week has. */
export const studyGrace = 3;
export const endGrace = 7;

function studyReason(cycle: CaseloadCycle, { today, daysOff }: TeamFacts): Reason | null {
  if (cycle.stage !== 'do' && cycle.stage !== 'study') return null;
  const since = cycle.stage === 'do' ? cycle.plannedEnd : cycle.enteredOn;
  const days = schoolDaysAfter(since, today, daysOff);
  if (days <= studyGrace) return null;
  const day = formatDay(since, today);
  const long = counted(days, 'school day');
  const rule = `Study is overdue after more than ${counted(studyGrace, 'school day')}; weekends and days off do not count.`;
  return {
    ...{ reason: 'study_overdue', aboutId: cycle.id, cycleId: cycle.id, measureId: null, since },
    words:
      cycle.stage === 'do'
        ? [{ strong: 'Study is not begun' }, `: Do was to end on ${day}, ${long} ago.`]
        : [{ strong: 'Study is waiting' }, ` since ${day}, ${long}.`],
    explanation:
      cycle.stage === 'do'
        ? `The cycle is in Do, its planned end was ${day}, and ${long} have passed since. ${rule}`
        : `The cycle entered Study on ${day} and is still there after ${long}. ${rule}`,
  };
}

function endReason(cycle: CaseloadCycle, facts: TeamFacts): Reason | null {
  const { today, daysOff } = facts;
  const days = daysWithoutBreaks(cycle.plannedEnd, today, daysOff);
  if (days <= endGrace) return null;
  const [day, stage] = [formatDay(cycle.plannedEnd, today), stageWords[cycle.stage].name];
  return {
    ...{ reason: 'end_passed', aboutId: cycle.id, cycleId: cycle.id, measureId: null },
    since: cycle.plannedEnd,
    words: [`The planned end, ${day}, passed ${days} days ago; still in `, { strong: stage }, '.'],
    explanation: `The cycle was to end on ${day}. ${days} days have passed since, days off not counted; more than ${endGrace} are said here.${weekWords(cycle, facts)}`,
  };
}

function predictionReason(cycle: CaseloadCycle, { today }: TeamFacts): Reason | null {
  const begun = cycle.stage !== 'plan' || cycle.plannedStart <= today;
  if (!begun || cycle.prediction === 'measurable') return null;
  const day = formatDay(cycle.plannedStart, today);
  const [said, missing] =
    cycle.prediction === 'none'
      ? ['No prediction yet', 'None of its questions says what is expected']
      : ['Its prediction names no measure', 'Something is expected, but of no measure'];
  return {
    ...{ reason: 'no_prediction', aboutId: cycle.id, cycleId: cycle.id, measureId: null },
    since: cycle.plannedStart,
    words: [{ strong: said }, `, and it was to begin ${day}.`],
    explanation: `The cycle stands in ${stageWords[cycle.stage].name} and was planned to begin on ${day}. ${missing}, so Study will have no number to lay beside it.`,
  };
}

/**
 * What calls a team stalled or worth a talk. On a day off of its schools nobody is, nor once the years of all its cohorts are
 * over.
 */
function stallReasons(facts: TeamFacts): Reason[] {
  if (facts.yearIsOver || dayOffOn(facts.today, facts.daysOff) !== null) return [];
  const perCycle = facts.cycles.flatMap((cycle) => [
    studyReason(cycle, facts),
    endReason(cycle, facts),
    predictionReason(cycle, facts),
  ]);
  const silences = facts.measures.map((measure) => dataReason(dataSilence(measure, facts), measure, facts));
  return [...perCycle, ...silences, ...signalReasons(facts), quietReason(facts)].filter(
    (reason) => reason !== null,
  );
}

/** Review requests first, then what has waited longest. */
function beforeOther(one: Reason, other: Reason): number {
  const asked = (reason: Reason) => (reason.reason === 'review_asked' ? 0 : 1);
  return asked(one) - asked(other) || one.since.localeCompare(other.since);
}

/** Why somebody should look at a team today, in the order in which to look. Empty when it is going well. */
export function reasonsOf(facts: TeamFacts): Reason[] {
  const reviews = facts.reviews.map((review) => reviewReason(review, facts));
  return [...reviews, ...stallReasons(facts)].toSorted(beforeOther);
}

/** It began after it was laid aside. A signal grows with every point and stays the same one; a day to come is a plan. */
function arisesAnew({ reason, since }: Reason, { restedOn }: Rest, today: SchoolDay): boolean {
  return reason !== 'signal' && restedOn < since && since <= today;
}

/**
 * The reasons that stand and those that rest. A rest holds for one reason about one thing, until its day, or until the reason
 * arises anew.
 */
export function withoutResting(
  reasons: Reason[],
  rests: Rest[],
  today: SchoolDay,
): { standing: Reason[]; resting: Rest[] } {
  const holds = (reason: Reason) =>
    rests.find(
      (rest) =>
        rest.reason === reason.reason &&
        rest.aboutId === reason.aboutId &&
        today < rest.until &&
        !arisesAnew(reason, rest, today),
    );
  return {
    standing: reasons.filter((reason) => holds(reason) === undefined),
    resting: reasons.flatMap((reason) => holds(reason) ?? []),
  };
}

/** Teams with a first reason, the longest waiting first, those with a review request before all. */
export function longestWaitingFirst<T extends { reasons: Reason[] }>(teams: T[]): T[] {
  return teams.toSorted((one, other) => {
    const [first, second] = [one.reasons[0], other.reasons[0]];
    return first && second ? beforeOther(first, second) : 0;
  });
}
