import { and, asc, count, eq, sql } from 'drizzle-orm';
import type { Confidence } from '#db/vocabulary';
import { cycle, learningQuestion, measure, ramp, school, studyAnswer, team } from '#db/schema';
import { predictionWords } from '~/features/cycles/prediction';
import type { Cohort } from '~/features/people/cohort';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import { inItsYear, ofCohort, placesOf, wantedTeam } from '../facilitated-cohort.server';
import { cutOf, everyTeam, pagesOf } from '../teams-filter';
import type { TeamsFilter } from '../teams-filter';
import { tallyPredictions } from './prediction-list';
import type { CohortPrediction, PredictionOutcome, PredictionTally } from './prediction-list';

const outcome = sql<PredictionOutcome>`coalesce(${studyAnswer.verdict}, 'open')`;

/** A question that somebody answered beforehand with a number or a direction. */
const isPrediction = sql`(${learningQuestion.expectedValue} is not null or ${learningQuestion.expectedDirection} is not null)`;

const tallyQuery = perConnection((db) =>
  db
    .select({
      confidence: learningQuestion.confidence,
      outcome: sql<PredictionOutcome>`${outcome}`.as('outcome'),
      n: count(),
    })
    .from(learningQuestion)
    .innerJoin(cycle, eq(cycle.id, learningQuestion.cycleId))
    .leftJoin(studyAnswer, eq(studyAnswer.questionId, learningQuestion.id))
    .where(and(ofCohort(cycle.teamId), inItsYear, isPrediction))
    .groupBy(learningQuestion.confidence, sql`outcome`)
    .prepare(),
);

/** Hits and misses of the predictions of a cohort's year that `findFacilitatedCohort` gave. */
export async function loadPredictionTally(db: Connection, cohort: Cohort): Promise<PredictionTally> {
  return tallyPredictions(await tallyQuery(db).execute(placesOf(cohort, everyTeam)));
}

const wanted = and(
  ofCohort(cycle.teamId),
  inItsYear,
  isPrediction,
  wantedTeam,
  sql`${sql.placeholder('outcome')} in ('', ${outcome})`,
  sql`${sql.placeholder('confidence')} in ('', coalesce(cast(${learningQuestion.confidence} as text), 'none'))`,
);

const predictionsQuery = perConnection((db) =>
  db
    .select({
      id: learningQuestion.id,
      cycleId: cycle.id,
      cycleNumber: cycle.number,
      changeIdea: ramp.changeIdea,
      teamName: team.name,
      schoolName: school.name,
      question: learningQuestion.question,
      expectedComparison: learningQuestion.expectedComparison,
      expectedValue: learningQuestion.expectedValue,
      expectedDirection: learningQuestion.expectedDirection,
      because: learningQuestion.because,
      confidence: learningQuestion.confidence,
      verdict: studyAnswer.verdict,
      shape: { kind: measure.kind, unit: measure.unit },
    })
    .from(learningQuestion)
    .innerJoin(cycle, eq(cycle.id, learningQuestion.cycleId))
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .innerJoin(team, eq(team.id, cycle.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .leftJoin(studyAnswer, eq(studyAnswer.questionId, learningQuestion.id))
    .leftJoin(measure, eq(measure.id, learningQuestion.measureId))
    .where(wanted)
    .orderBy(
      ...[asc(school.name), asc(team.name), asc(team.id), asc(ramp.createdAt), asc(cycle.number)],
      ...[asc(learningQuestion.position), asc(learningQuestion.id)],
    )
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare(),
);

const countQuery = perConnection((db) =>
  db
    .select({ n: count() })
    .from(learningQuestion)
    .innerJoin(cycle, eq(cycle.id, learningQuestion.cycleId))
    .innerJoin(team, eq(team.id, cycle.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .leftJoin(studyAnswer, eq(studyAnswer.questionId, learningQuestion.id))
    .where(wanted)
    .prepare(),
);

type Row = Awaited<ReturnType<ReturnType<typeof predictionsQuery>['execute']>>[number];

const steps: readonly (Confidence | null)[] = [1, 2, 3, 4, 5];

function asListed({
  shape,
  expectedComparison,
  expectedValue,
  expectedDirection,
  ...row
}: Row): CohortPrediction {
  const confidence = steps.find((step) => step === row.confidence) ?? null;
  const expected = { expectedComparison, expectedValue, expectedDirection, because: row.because, confidence };
  return { ...row, predicted: predictionWords(expected, shape) ?? '' };
}

export type AskedPredictions = {
  filter: TeamsFilter;
  outcome: PredictionOutcome | null;
  /** `1` to `5`, or `none`. */
  confidence: string | null;
};

function placesOfAsked(cohort: Cohort, asked: AskedPredictions) {
  const { filter, outcome: wantedOutcome, confidence } = asked;
  return { ...placesOf(cohort, filter), outcome: wantedOutcome ?? '', confidence: confidence ?? '' };
}

/** The predictions of a cohort's year by school, team and ramp, a page of them. */
export async function listCohortPredictions(db: Connection, cohort: Cohort, asked: AskedPredictions) {
  const places = placesOfAsked(cohort, asked);
  const total = (await countQuery(db).execute(places))[0]?.n ?? 0;
  const pages = pagesOf(total);
  const page = Math.min(asked.filter.page, pages);
  const rows = await predictionsQuery(db).execute({ ...places, ...cutOf(page) });
  return { predictions: rows.map(asListed), total, page, pages };
}

/** All of them, for a file. */
export async function allCohortPredictions(
  db: Connection,
  cohort: Cohort,
  asked: AskedPredictions,
): Promise<CohortPrediction[]> {
  const rows = await predictionsQuery(db).execute({ ...placesOfAsked(cohort, asked), ...cutOf(null) });
  return rows.map(asListed);
}
