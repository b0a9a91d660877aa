import { stageWords } from '~/features/cycles/cycle-words';
import { daysWithoutBreaks } from '~/features/people/days-off';
import { counted, numberWord } from '~/lib/number-format';
import { daysBetween, formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { CaseloadCycle, CaseloadMeasure, CaseloadSignal, Reason, TeamFacts } from './caseload';
import { periodsWords } from './caseload-words';
import type { DataSilence } from './school-time-rules';

/** No data is said from the second whole period on, nothing at all from three weeks on. */
export const silentPeriods = 2;
export const quietAfter = 21;
/** A signal is news, counted in plain days, while its newest point is of the last three weeks and its run began within twelve. */
export const signalFreshFor = 21;
export const signalBegunWithin = 84;

const frequencyWords = {
  daily: 'school day',
  weekly: 'week',
  every_two_weeks: 'two weeks',
  monthly: 'month',
} as const;

/** No number for two periods or more of a measure that a cycle in Do uses. */
export function dataReason(
  silence: DataSilence | null,
  measure: CaseloadMeasure,
  { today }: TeamFacts,
): Reason | null {
  if (silence === null || silence.periods < silentPeriods) return null;
  const { periods, since, cycleId } = silence;
  const newest =
    measure.newest === null
      ? 'It has no number yet'
      : `Its newest number is of ${formatDay(measure.newest, today)}`;
  return {
    ...{ reason: 'no_data', aboutId: measure.id, cycleId, measureId: measure.id, since },
    words: [{ strong: `No data for ${periodsWords(measure.frequency, periods)}` }, `: ${measure.name}.`],
    explanation: `“${measure.name}” belongs to a cycle in Do and owes a number for each ${frequencyWords[measure.frequency]}. ${newest}; ${periodsWords(measure.frequency, periods)} have gone by whole since. Those without a school day are not counted, and ${numberWord(silentPeriods)} in a row are said here.`,
  };
}

/** Nothing by the team's own members for three weeks; the coach's steps and posts say nothing of it. */
export function quietReason(facts: TeamFacts): Reason | null {
  const { lastOwnDay, hasActed, today, daysOff, cycles } = facts;
  const days = daysWithoutBreaks(lastOwnDay, today, daysOff);
  if (days < quietAfter) return null;
  const weeks = Math.floor(days / 7);
  const first = cycles[0];
  const rest = first ? '.' : ', and no cycle is open.';
  const day = formatDay(lastOwnDay, today);
  const last = hasActed
    ? `The last step of a member of the team is of ${day}`
    : `No member of the team has done anything yet; counted from ${day}`;
  return {
    ...{ reason: 'quiet', aboutId: '', cycleId: first?.id ?? null, measureId: null, since: lastOwnDay },
    words: [{ strong: `Nothing for ${numberWord(weeks)} weeks` }, rest],
    explanation: `${last}, ${days} days ago, days off not counted. From ${quietAfter} days on it is said here. Reviews, nudges and contacts with a coach do not count, nor do posts.`,
  };
}

function isNews(signal: CaseloadSignal, cycle: CaseloadCycle, today: SchoolDay): boolean {
  if (signal.to < cycle.plannedStart || signal.to > today) return false;
  if (daysBetween(signal.to, today) > signalFreshFor) return false;
  return signal.from === null || daysBetween(signal.from, today) <= signalBegunWithin;
}

function signalReason(
  signal: CaseloadSignal,
  measure: CaseloadMeasure,
  cycle: CaseloadCycle,
  { today }: TeamFacts,
): Reason {
  const since = signal.from === null ? '' : ` since ${formatDay(signal.from, today)}`;
  const ask =
    signal.tone === 'toward'
      ? 'a good moment to ask what made the difference.'
      : 'a good moment to ask what is different now.';
  const stage = cycle.stage === 'do' ? 'Study is not started' : `${stageWords[cycle.stage].name} is open`;
  return {
    ...{ reason: 'signal', aboutId: measure.id, cycleId: cycle.id, measureId: measure.id, since: signal.to },
    words: [`A clear signal${since}, and `, { strong: stage }, `: ${ask}`],
    explanation: `The chart of “${measure.name}”, ${signal.groupName}, says: “${signal.headline}”${since === '' ? '' : ` Its run began ${formatDay(signal.from ?? '', today)}.`} Its newest point of the change is of ${formatDay(signal.to, today)}. Changes of the last ${counted(signalFreshFor / 7, 'week')} on charts of open cycles are said here, in whichever direction.`,
  };
}

/** One for each measure whose chart changed lately in a cycle that has begun and is not decided. */
export function signalReasons(facts: TeamFacts): Reason[] {
  const begun = facts.cycles.filter(({ stage }) => stage !== 'plan');
  return facts.measures.flatMap((measure) => {
    for (const cycle of begun) {
      if (!cycle.measureIds.includes(measure.id)) continue;
      const signal = measure.signals.find((one) => isNews(one, cycle, facts.today));
      if (signal) return [signalReason(signal, measure, cycle, facts)];
    }
    return [];
  });
}
