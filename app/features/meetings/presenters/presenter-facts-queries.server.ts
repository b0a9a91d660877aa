import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import {
  cohortTeam,
  cycle,
  cycleDecision,
  learningQuestion,
  measure,
  measureGroup,
  meeting,
  post,
  postOrigin,
  presentation,
  ramp,
  review,
  school,
  studentGroup,
  studyAnswer,
  team,
} from '#db/schema';
import { audienceIdsOf, visiblePost } from '~/features/feed/post-scope.server';
import type { Measure } from '~/features/measures/measure';
import { groupColumns, measureColumns } from '~/features/measures/measure-queries.server';
import type { ReadWallChart } from '~/features/measures/wall/build-wall';
import { recallWall } from '~/features/measures/wall/wall-memory.server';
import type { Actor, Network } from '~/features/people/actor';
import { readableTeam } from '~/features/people/team-scope.server';
import { groupedBy } from '~/lib/grouped-by';
import { addDays, schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { Meeting } from '../meeting';
import { onAgenda } from './presentation-queries.server';
import type { PresenterCycle, PresenterFacts } from './presenter-facts';

/** How far back cycles are looked at, in days, and how many earlier meetings count as the last ones. */
const farBack = 240;
const lastMeetings = 3;

type Owner = Pick<Meeting, 'id' | 'cohortId' | 'teamId' | 'startsAt'>;

/** The teams of a meeting that the actor may read; `column` is a team's id. */
function ofMeeting(
  actor: Actor,
  { cohortId, teamId }: Owner,
  column: typeof cycle.teamId | typeof team.id,
): SQL {
  const teams =
    teamId === null
      ? sql`${column} in (select ${cohortTeam.teamId} from ${cohortTeam} where ${cohortTeam.cohortId} = ${cohortId})`
      : eq(column, teamId);
  return sql`${teams} and ${readableTeam(actor, column)}`;
}

/** Teams that presented in one of the cohort's last meetings before this one. */
async function presentedLately(db: Connection, { cohortId, teamId, startsAt }: Owner): Promise<Set<string>> {
  const before = db
    .select({ id: meeting.id })
    .from(meeting)
    .where(
      and(
        cohortId === null ? eq(meeting.teamId, teamId ?? '') : eq(meeting.cohortId, cohortId),
        lt(meeting.startsAt, startsAt),
        isNull(meeting.cancelledAt),
      ),
    )
    .orderBy(desc(meeting.startsAt))
    .limit(lastMeetings);
  const rows = await db
    .selectDistinct({ teamId: presentation.teamId })
    .from(presentation)
    .where(and(inArray(presentation.meetingId, before), isNotNull(presentation.agreedAt), onAgenda));
  return new Set(rows.map((row) => row.teamId));
}

/** Ramps and measures of posts that are shared with a hidden signature: their cycles are not spoken of by name. */
async function listHidden(
  db: Connection,
  scope: SQL,
): Promise<{ ramps: Set<string>; measures: Set<string> }> {
  const rows = await db
    .select({ rampId: cycle.rampId, measureId: postOrigin.measureId, pooledWith: postOrigin.pooledWith })
    .from(postOrigin)
    .innerJoin(post, eq(post.id, postOrigin.postId))
    .innerJoin(team, eq(team.id, postOrigin.teamId))
    .leftJoin(cycle, eq(cycle.id, postOrigin.cycleId))
    .where(
      and(scope, ne(post.signature, 'by_name'), ne(post.standing, 'withdrawn'), ne(post.audience, 'team')),
    );
  return {
    ramps: new Set(rows.flatMap(({ rampId }) => (rampId === null ? [] : [rampId]))),
    measures: new Set(
      rows.flatMap(({ measureId, pooledWith }) => [
        ...(measureId === null ? [] : [measureId]),
        ...(JSON.parse(pooledWith) as string[]),
      ]),
    ),
  };
}

async function listCycles(db: Connection, scope: SQL, since: SchoolDay) {
  return db
    .select({
      ...{ id: cycle.id, teamId: cycle.teamId, rampId: cycle.rampId, number: cycle.number },
      ...{ stage: cycle.stage, from: cycle.plannedStart, to: cycle.plannedEnd, learned: cycle.learned },
      ...{ changeIdea: ramp.changeIdea, ideaId: ramp.ideaId },
      ...{ decision: cycleDecision.decision, decidedAt: cycleDecision.decidedAt, why: cycleDecision.why },
    })
    .from(cycle)
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .leftJoin(cycleDecision, eq(cycleDecision.cycleId, cycle.id))
    .where(
      and(
        scope,
        gte(cycle.plannedEnd, since),
        inArray(cycle.stage, ['do', 'study', 'act', 'complete', 'stopped']),
      ),
    )
    .orderBy(asc(cycle.id));
}

async function listQuestions(db: Connection, scope: SQL, since: SchoolDay) {
  return db
    .select({
      ...{ cycleId: learningQuestion.cycleId, question: learningQuestion.question },
      ...{ measureId: learningQuestion.measureId, groupId: learningQuestion.groupId },
      ...{ confidence: learningQuestion.confidence, verdict: studyAnswer.verdict },
      answeredAt: studyAnswer.answeredAt,
    })
    .from(learningQuestion)
    .innerJoin(cycle, eq(cycle.id, learningQuestion.cycleId))
    .leftJoin(studyAnswer, eq(studyAnswer.questionId, learningQuestion.id))
    .where(and(scope, gte(cycle.plannedEnd, since)))
    .orderBy(asc(learningQuestion.cycleId), asc(learningQuestion.position));
}

async function listPuzzles(db: Connection, actor: Actor, scope: SQL) {
  return db
    .select({ cycleId: postOrigin.cycleId, title: post.title, sharedAt: post.sharedAt })
    .from(post)
    .innerJoin(postOrigin, eq(postOrigin.postId, post.id))
    .innerJoin(cycle, eq(cycle.id, postOrigin.cycleId))
    .where(
      and(
        scope,
        eq(post.kind, 'puzzle'),
        eq(post.signature, 'by_name'),
        visiblePost(await audienceIdsOf(db, actor)),
      ),
    );
}

async function listWaiting(db: Connection, scope: SQL) {
  return db
    .select({ cycleId: review.cycleId, asks: review.asks, beganAt: review.beganAt })
    .from(review)
    .innerJoin(cycle, eq(cycle.id, review.cycleId))
    .where(and(scope, eq(review.stage, 'requested'), ne(review.asks, ''), isNull(review.feedbackAt)));
}

/** The measures that questions of these cycles rest on. */
async function listAskedMeasures(db: Connection, measureIds: string[]): Promise<Measure[]> {
  if (measureIds.length === 0) return [];
  const rows = await db
    .select({ ...measureColumns, group: groupColumns })
    .from(measure)
    .innerJoin(measureGroup, and(eq(measureGroup.measureId, measure.id), isNull(measureGroup.endedOn)))
    .innerJoin(studentGroup, eq(studentGroup.id, measureGroup.groupId))
    .where(inArray(measure.id, measureIds))
    .orderBy(asc(measure.id), asc(measureGroup.position));
  return [...groupedBy(rows, ({ id }) => id).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { group: _group, ...row } = first;
    return [{ ...row, definition: '', groups: same.map(({ group }) => group) }];
  });
}

const ideaKeyOf = (ideaId: string | null, changeIdea: string) =>
  ideaId ?? changeIdea.trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** A small chart beside a suggestion, with its sentence; for those who may read the team's numbers. */
export type PresenterChart = Pick<ReadWallChart, 'chart'> & { words: string };

export type GatheredPresenters = { facts: PresenterFacts; charts: Map<string, PresenterChart> };

/**
 * Everything that suggestions rest on, and a small chart for each cycle that has one. A fixed number of statements, however
 * many teams there are.
 */
export async function gatherPresenters(
  db: Connection,
  actor: Actor,
  owner: Owner,
  { network, today }: { network: Network; today: SchoolDay },
): Promise<GatheredPresenters> {
  const { timeZone, runChartRules } = network;
  const since = addDays(today, -farBack);
  const [scope, teamScope] = [ofMeeting(actor, owner, cycle.teamId), ofMeeting(actor, owner, team.id)];
  const dayOf = (instant: number) => schoolDayAt(instant, timeZone);
  const teams = await db
    .select({ id: team.id, name: team.name, schoolId: school.id, schoolName: school.name })
    .from(team)
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(teamScope)
    .orderBy(asc(school.name), asc(team.name), asc(team.id));
  const before = await presentedLately(db, owner);
  const hidden = await listHidden(db, teamScope);
  const cycles = await listCycles(db, scope, since);
  const questions = groupedBy(await listQuestions(db, scope, since), ({ cycleId }) => cycleId);
  const puzzles = groupedBy(await listPuzzles(db, actor, scope), ({ cycleId }) => cycleId ?? '');
  const waiting = groupedBy(await listWaiting(db, scope), ({ cycleId }) => cycleId);
  const asked = [...questions.values()].flat().flatMap(({ measureId }) => measureId ?? []);
  const measures = await listAskedMeasures(db, [...new Set(asked)]);
  const wall = await recallWall(db, measures, runChartRules);
  const nameOf = new Map(measures.map(({ id, name }) => [id, name]));
  const chartsOf = (cycleId: string) =>
    (questions.get(cycleId) ?? []).flatMap(({ measureId, groupId }) =>
      (wall.get(measureId ?? '') ?? [])
        .filter((one) => one.groupId === groupId)
        .map((one) => ({ ...one, measureId: measureId ?? '', name: nameOf.get(measureId ?? '') ?? '' })),
    );
  const facts: PresenterCycle[] = cycles.map((row) => {
    const { id, teamId, number, changeIdea, stage, decision, decidedAt, learned, why } = row;
    return {
      ...{ id, teamId, number, changeIdea, ideaKey: ideaKeyOf(row.ideaId, changeIdea) },
      isFinished: stage === 'complete',
      decision:
        decision === null || decidedAt === null
          ? null
          : {
              ...{ word: decision, on: dayOf(decidedAt) },
              hasLesson: (learned + (why ?? '')).trim() !== '',
            },
      misses: (questions.get(id) ?? []).flatMap(({ question, confidence, verdict, answeredAt }) =>
        verdict === 'not_as_predicted' && confidence !== null && answeredAt !== null
          ? [{ question, confidence, on: dayOf(answeredAt) }]
          : [],
      ),
      signals: chartsOf(id).flatMap(({ run, verdict, name, groupName, measureId }) =>
        run !== null &&
        verdict.tone === 'toward' &&
        !hidden.measures.has(measureId) &&
        run.to >= row.from &&
        run.from <= row.to
          ? [{ chart: `${name}, ${groupName.toLowerCase()}`, ...run }]
          : [],
      ),
      puzzles: (puzzles.get(id) ?? []).map(({ title, sharedAt }) => ({ title, on: dayOf(sharedAt) })),
      waits: (waiting.get(id) ?? []).map(({ asks, beganAt }) => ({ asks, on: dayOf(beganAt) })),
      isHidden: hidden.ramps.has(row.rampId),
    };
  });
  const charts = cycles.flatMap(({ id }): [string, PresenterChart][] => {
    const drawn = chartsOf(id).filter(({ chart }) => chart !== null);
    const shown = drawn.find(({ verdict }) => verdict.tone === 'toward') ?? drawn[0];
    if (!shown) return [];
    const words = `${shown.name}, ${shown.groupName.toLowerCase()}: ${shown.verdict.headline}`;
    return [[id, { chart: shown.chart, words }]];
  });
  return {
    facts: {
      teams: teams.map((one) => ({ ...one, presentedLately: before.has(one.id) })),
      cycles: facts,
    },
    charts: new Map(charts),
  };
}
