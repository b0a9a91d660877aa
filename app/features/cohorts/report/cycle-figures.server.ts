import { and, eq, gte, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import {
  changeIdea,
  cohortTeam,
  cycle,
  cycleDecision,
  learningQuestion,
  post,
  postOrigin,
  ramp,
  replication,
  school,
  stageChange,
  studyAnswer,
  team,
} from '#db/schema';
import { alias } from 'drizzle-orm/sqlite-core';
import { schoolDayAt } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { TimeSpan } from '../time-span';
import type { CycleInTime, Move, ToldRamp } from './figure-rules';
import { toldByName } from './report-posts.server';

/** Every cycle of the cohort's teams, with when it ended. */
export async function listCycles(db: Connection, cohortId: string): Promise<CycleInTime[]> {
  const stoppedAt = sql<
    number | null
  >`(select max(c.changed_at) from ${stageChange} c where c.cycle_id = ${cycle.id} and c.to_stage = 'stopped')`;
  const rows = await db
    .select({
      ...{ cycleId: cycle.id, rampId: cycle.rampId, teamId: cycle.teamId, schoolId: team.schoolId },
      ...{ stage: cycle.stage, createdAt: cycle.createdAt },
      ...{ decision: cycleDecision.decision, decidedAt: cycleDecision.decidedAt, stoppedAt },
    })
    .from(cohortTeam)
    .innerJoin(team, eq(team.id, cohortTeam.teamId))
    .innerJoin(cycle, eq(cycle.teamId, team.id))
    .leftJoin(cycleDecision, eq(cycleDecision.cycleId, cycle.id))
    .where(eq(cohortTeam.cohortId, cohortId));
  return rows.map(({ decision, decidedAt, stoppedAt: stopped, ...row }) => {
    const isDecided = row.stage === 'complete';
    const endedAt = isDecided ? decidedAt : row.stage === 'stopped' ? stopped : null;
    return { ...row, endedAt, decision: isDecided ? decision : null };
  });
}

/** The verdicts that the cohort's teams gave on their predictions, with the day in a time zone. */
export async function listVerdicts(db: Connection, cohortId: string, timeZone: string) {
  const rows = await db
    .select({
      ...{ teamId: team.id, schoolId: team.schoolId },
      ...{ verdict: studyAnswer.verdict, answeredAt: studyAnswer.answeredAt },
    })
    .from(cohortTeam)
    .innerJoin(team, eq(team.id, cohortTeam.teamId))
    .innerJoin(cycle, eq(cycle.teamId, team.id))
    .innerJoin(learningQuestion, eq(learningQuestion.cycleId, cycle.id))
    .innerJoin(studyAnswer, eq(studyAnswer.questionId, learningQuestion.id))
    .where(and(eq(cohortTeam.cohortId, cohortId), isNotNull(learningQuestion.predictedAt)));
  return rows.flatMap(({ verdict, answeredAt, ...place }) =>
    verdict === null ? [] : [{ ...place, verdict, on: schoolDayAt(answeredAt, timeZone) }],
  );
}

/**
 * The ramps that a team of the cohort told the whole network of under its name, by the idea its post names. What is known of an
 * idea through a hidden signature, or through a cycle that is not shared, counts for no cohort.
 */
export async function listToldRamps(db: Connection, cohortId: string): Promise<ToldRamp[]> {
  return db
    .selectDistinct({
      ...{ rampId: ramp.id, teamId: ramp.teamId, ideaId: changeIdea.id, name: changeIdea.name },
    })
    .from(post)
    .innerJoin(postOrigin, eq(postOrigin.postId, post.id))
    .innerJoin(cycle, eq(cycle.id, postOrigin.cycleId))
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .innerJoin(changeIdea, eq(changeIdea.id, post.ideaId))
    .where(toldByName(cohortId));
}

const origin = alias(team, 'origin_team');

/**
 * The cycles that teams of the cohort began within a time from another team's post: one signed by name for the whole
 * network, and only where who tries it was told to the team it came from.
 */
export async function listMoves(
  db: Connection,
  cohortId: string,
  { begins, ends }: TimeSpan,
): Promise<Move[]> {
  return db
    .select({
      ...{ ideaId: changeIdea.id, name: changeIdea.name },
      ...{ fromSchoolId: origin.schoolId, toSchoolId: team.schoolId },
    })
    .from(replication)
    .innerJoin(cycle, eq(cycle.id, replication.cycleId))
    .innerJoin(team, eq(team.id, cycle.teamId))
    .innerJoin(post, eq(post.id, replication.fromPostId))
    .innerJoin(postOrigin, eq(postOrigin.postId, post.id))
    .innerJoin(origin, eq(origin.id, postOrigin.teamId))
    .innerJoin(changeIdea, eq(changeIdea.id, post.ideaId))
    .where(
      and(
        eq(replication.tellsWho, true),
        gte(replication.startedAt, begins),
        lt(replication.startedAt, ends),
        eq(post.standing, 'shared'),
        eq(post.audience, 'network'),
        eq(post.signature, 'by_name'),
        inArray(
          team.id,
          db.select({ id: cohortTeam.teamId }).from(cohortTeam).where(eq(cohortTeam.cohortId, cohortId)),
        ),
      ),
    );
}

/** The cohort's teams with their school and LEA. */
export async function listTeamPlaces(db: Connection, cohortId: string) {
  return db
    .select({ teamId: team.id, schoolId: team.schoolId, leaId: school.leaId })
    .from(cohortTeam)
    .innerJoin(team, eq(team.id, cohortTeam.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(eq(cohortTeam.cohortId, cohortId));
}
