import { confidenceWords, scaleWords } from '~/features/cycles/cycle-words';
import { csvText } from '~/lib/csv-text';
import type { SchoolDay } from '~/lib/school-day';
import type { PooledMeasure } from '../pooled/pooled-series';
import type { CohortCycle } from './cycles/cycle-list';
import type { Figures } from './figures';
import { outcomes, outcomeWords } from './predictions/prediction-list';
import type { CohortPrediction } from './predictions/prediction-list';
import { quietWords } from './quiet/quiet';
import type { QuietTeam } from './quiet/quiet';
import { lengthWords } from './ramps/ramp-list';
import type { CohortRamp } from './ramps/ramp-list';
import { standings, standingWords } from './standing';
import type { FeedbackRow } from './times/times';
import { factBits, weekFacts } from './weeks/participation';
import type { Participation } from './weeks/participation';
import { has, rests } from './weeks/participation-rules';

const hourMs = 3_600_000;
const yesNo = (is: boolean) => (is ? 'yes' : 'no');

/** A row for each team and week, with its four facts. */
export function participationCsv({ rows, mondays }: Participation): string {
  const head = ['school', 'team', 'week_of', ...Object.keys(factBits), 'days_off'];
  return csvText(
    head,
    rows.flatMap(({ schoolName, teamName, weeks }) =>
      weeks.map((week, place) => [
        ...[schoolName, teamName, mondays[place] ?? ''],
        ...weekFacts.map((fact) => yesNo(has(week, fact))),
        yesNo(rests(week)),
      ]),
    ),
  );
}

export function cyclesCsv(cycles: readonly CohortCycle[]): string {
  return csvText(
    [
      'school',
      'team',
      'change_idea',
      'cycle',
      'objective',
      'scale',
      'stands',
      'planned_start',
      'planned_end',
    ],
    cycles.map((one) => [
      ...[one.schoolName, one.teamName, one.changeIdea, one.number, one.objective],
      ...[scaleWords[one.scale], standingWords(one.standing), one.plannedStart, one.plannedEnd],
    ]),
  );
}

export function rampsCsv(ramps: readonly CohortRamp[]): string {
  return csvText(
    ['school', 'team', 'change_idea', 'cycles', 'first_scale', 'last_scale', 'newest_cycle'],
    ramps.map((one) => [
      ...[one.schoolName, one.teamName, one.changeIdea, one.cycles],
      ...[scaleWords[one.fromScale], scaleWords[one.toScale], standingWords(one.ends)],
    ]),
  );
}

export function predictionsCsv(predictions: readonly CohortPrediction[]): string {
  return csvText(
    ['school', 'team', 'change_idea', 'cycle', 'question', 'predicted', 'because', 'how_sure', 'verdict'],
    predictions.map((one) => [
      ...[one.schoolName, one.teamName, one.changeIdea, one.cycleNumber, one.question, one.predicted],
      ...[one.because, one.confidence === null ? '' : (confidenceWords[one.confidence] ?? '')],
      outcomeWords[one.verdict ?? 'open'],
    ]),
  );
}

export function quietCsv(teams: readonly QuietTeam[], today: SchoolDay): string {
  return csvText(
    ['school', 'team', 'last_step', 'days_without_breaks', 'words'],
    teams.map((one) => [
      ...[one.schoolName, one.teamName, one.hasActed ? one.day : '', one.days, quietWords(one, today)],
    ]),
  );
}

export function feedbackCsv(requests: readonly FeedbackRow[]): string {
  return csvText(
    ['school', 'team', 'change_idea', 'cycle', 'asked_on', 'hours_until_feedback'],
    requests.map((one) => [
      ...[one.schoolName, one.teamName, one.changeIdea, one.cycleNumber, one.askedOn],
      one.waited === null ? '' : Math.round((10 * one.waited) / hourMs) / 10,
    ]),
  );
}

/** Every figure of the page as a line: what it is of, what it counts, its number. */
export function figuresCsv({
  funnel,
  ramps,
  predictions,
  timeToLog,
  timeToFeedback,
  quiet,
}: Figures): string {
  return csvText(
    ['figure', 'of', 'number'],
    [
      ...standings.map((one) => ['cycles', standingWords(one), funnel[one]]),
      ...ramps.map(({ length, ends, n }) => ['ramps', `${lengthWords[length]}, ${standingWords(ends)}`, n]),
      ...outcomes.map((one) => ['predictions', outcomeWords[one], predictions.totals[one]]),
      ['days until half of the numbers were logged', 'last twelve weeks', timeToLog?.days ?? null],
      [
        'hours until half of the feedback was back',
        'this year',
        timeToFeedback === null ? null : Math.round((10 * timeToFeedback.ms) / hourMs) / 10,
      ],
      ['teams quiet for three weeks or more', 'today', quiet.teams.length],
    ],
  );
}

/** The pools of the shared measures as released: this file may leave the circle, so no team's own number is in it. */
export function pooledCsv(measures: readonly PooledMeasure[]): string {
  return csvText(
    ['shared_measure', 'group', 'from', 'to', 'percent', 'teams'],
    measures.flatMap(({ name, series }) =>
      series.flatMap(({ groupName, points }) =>
        points.map(({ date, to, show, teams }) => [name, groupName, date, to, show, teams]),
      ),
    ),
  );
}
