import type { CaseloadReason, MeasureFrequency } from '#db/vocabulary';
import { daysWithoutBreaks } from '~/features/people/days-off';
import { capitalised, counted, numberWord } from '~/lib/number-format';
import { daysBetween } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { feedbackTimeWords } from '../reviews/median-feedback';
import type { CaseloadCycle, CaseloadGroup, NextMove, Reason, TeamFacts } from './caseload';

/** The reasons as a filter and a list of what rests name them. */
export const reasonNames: Record<CaseloadReason, string> = {
  review_asked: 'Review asked for',
  study_overdue: 'Study overdue',
  end_passed: 'Planned end passed',
  no_data: 'No data',
  no_prediction: 'No measurable prediction',
  signal: 'A signal worth talking about',
  quiet: 'Quiet for three weeks',
};

/** The parts of the caseload as the page names them. */
export const groupNames: Record<CaseloadGroup, string> = {
  now: 'Now',
  with_team: 'With the team',
  well: 'Going well',
  quiet: 'Quiet for now',
};

/** The order of `longestWaitingFirst`, beside the teams that stand in it. */
export const orderOfNow = 'reviews asked for first, then the longest waiting';

/** `today`, `yesterday`, `5 days ago`, `3 weeks ago`. */
export function agoWords(day: SchoolDay, today: SchoolDay): string {
  const days = daysBetween(day, today);
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  return days < 14 ? `${days} days ago` : `${Math.floor(days / 7)} weeks ago`;
}

/** ` Planned 3 weeks, now in week 5.`; empty while the cycle is within its time. */
export function weekWords(
  { plannedStart, plannedEnd }: Pick<CaseloadCycle, 'plannedStart' | 'plannedEnd'>,
  { today, daysOff }: Pick<TeamFacts, 'today' | 'daysOff'>,
): string {
  const planned = Math.max(1, Math.ceil((daysWithoutBreaks(plannedStart, plannedEnd, daysOff) + 1) / 7));
  const now = Math.floor(daysWithoutBreaks(plannedStart, today, daysOff) / 7) + 1;
  return now <= planned ? '' : ` Planned ${counted(planned, 'week')}, now in week ${now}.`;
}

/** How long so many periods are: `two weeks`, `three school days`. */
export function periodsWords(frequency: MeasureFrequency, periods: number): string {
  const [count, one] = {
    daily: [periods, 'school day'] as const,
    weekly: [periods, 'week'] as const,
    every_two_weeks: [2 * periods, 'week'] as const,
    monthly: [periods, 'month'] as const,
  }[frequency];
  return `${numberWord(count)} ${one}${count === 1 ? '' : 's'}`;
}

/** `Three teams need you`. */
export function caseloadTitle(needing: number): string {
  if (needing === 0) return 'Nobody needs you today';
  return `${capitalised(numberWord(needing))} ${needing === 1 ? 'team needs' : 'teams need'} you`;
}

/** The same of teams that somebody reads and does not coach. */
export function readingTitle(needing: number): string {
  if (needing === 0) return 'Nobody needs a coach today';
  return `${capitalised(numberWord(needing))} ${needing === 1 ? 'team needs' : 'teams need'} a coach`;
}

/** `Half of your reviews were back within 31 hours.` */
export function feedbackWords(medianMs: number): string {
  return `Half of your reviews were back within ${feedbackTimeWords(medianMs)}.`;
}

export function teamsWords(count: number): string {
  return counted(count, 'team');
}

type MovedTeam = { id: string; coached: boolean };

/** The one button of a row: what its first reason asks for, as far as the reader may do it. */
export function nextMove(team: MovedTeam, first: Pick<Reason, 'reason' | 'cycleId'> | undefined): NextMove {
  const story = `/coaching/${team.id}`;
  if (!first) return { label: 'Read', path: story };
  const { reason, cycleId } = first;
  if (reason === 'review_asked' && cycleId !== null)
    return { label: team.coached ? 'Review' : 'Read', path: `/cycles/${cycleId}/review` };
  if (reason === 'no_data' || reason === 'quiet') {
    if (!team.coached) return { label: 'Open', path: story };
    const about = cycleId === null ? '' : `?cycle=${cycleId}`;
    return { label: 'Nudge', path: `${story}/nudges/new${about}` };
  }
  return { label: 'Open', path: cycleId === null ? story : `/cycles/${cycleId}` };
}

/** The page's title in either scope. */
export function headingOf(scope: 'mine' | 'all', needing: number): string {
  return scope === 'mine' ? caseloadTitle(needing) : readingTitle(needing);
}

/** `of 12 in your caseload. Half of your reviews were back within 31 hours.` */
export function caseloadLead(
  scope: 'mine' | 'all',
  { total, needing, medianMs }: { total: number; needing: number; medianMs: number | null },
): string {
  const where = scope === 'mine' ? 'in your caseload' : 'that you read';
  const of = needing === 0 ? `${teamsWords(total)} ${where}.` : `of ${total} ${where}.`;
  return scope === 'all' || medianMs === null ? of : `${of} ${feedbackWords(medianMs)}`;
}
