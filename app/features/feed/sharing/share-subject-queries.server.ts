import { and, desc, eq, inArray, ne, or } from 'drizzle-orm';
import { cohort, cohortTeam, cycle, cycleDecision, ramp, school, team } from '#db/schema';
import type { Cycle } from '~/features/cycles/cycle';
import { findCycle } from '~/features/cycles/cycle-queries.server';
import { predictionWords } from '~/features/cycles/prediction';
import { findMeasure, listMeasuresOfTeam } from '~/features/measures/measure-queries.server';
import type { Measure } from '~/features/measures/measure';
import type { Actor } from '~/features/people/actor';
import { worksInTeam } from '~/features/people/people-policy';
import { ownTeam } from '~/features/people/team-scope.server';
import type { Connection } from '~/platform/database.server';
import { expectedPlainly } from './share-subject';
import type { CycleToShare, ShareSubject, SharedQuestion } from './share-subject';
import type { TeamPlace } from './signature-rules';

async function placeOfTeam(db: Connection, teamId: string): Promise<ShareSubject['team'] | null> {
  const rows = await db
    .select({
      id: team.id,
      name: team.name,
      schoolId: school.id,
      schoolName: school.name,
      grades: team.grades,
    })
    .from(team)
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(eq(team.id, teamId));
  return rows[0] ?? null;
}

function sharedQuestion(question: Cycle['questions'][number], measures: Measure[]): SharedQuestion {
  const { id, measureId, groupId, because, verdict, result } = question;
  const measure = measures.find((one) => one.id === measureId) ?? null;
  return {
    ...{ id, because, verdict, result },
    question: question.question,
    series: measureId === null ? null : `${measureId}/${groupId ?? ''}`,
    expected: predictionWords(question, measure) ?? '',
    expectedPlainly: measureId === null ? '' : expectedPlainly(question),
  };
}

/** A cycle of the actor's own team, to be shared. Null when it is not there, or another team's. */
export async function findCycleToShare(
  db: Connection,
  actor: Actor,
  cycleId: string,
): Promise<ShareSubject | null> {
  const found = await findCycle(db, actor, cycleId);
  if (!found || !worksInTeam(actor, found.teamId)) return null;
  const place = await placeOfTeam(db, found.teamId);
  if (!place) return null;
  const measures = await listMeasuresOfTeam(db, actor, found.teamId);
  const questions = found.questions.map((question) => sharedQuestion(question, measures));
  const asked = questions.find(({ series }) => series !== null)?.series ?? null;
  return {
    team: place,
    cycleId,
    rampId: found.rampId,
    changeIdea: found.changeIdea,
    scale: found.scale,
    decision: found.decision?.decision ?? null,
    span: { from: found.plannedStart, to: found.plannedEnd },
    ...{ questions, measures, firstSeries: asked },
    objective: found.objective,
    learned: found.learned,
    why: found.decision?.why ?? '',
    tasks: found.tasks.map(({ what }) => what),
  };
}

const nothingOfACycle = {
  ...{ cycleId: null, rampId: null, changeIdea: '', scale: null, decision: null, span: null },
  ...{ questions: [], objective: '', learned: '', why: '', tasks: [] },
};

/** A chart of the actor's own team, to be shared without a cycle. */
export async function findChartToShare(
  db: Connection,
  actor: Actor,
  { measureId, groupId }: { measureId: string; groupId: string | null },
): Promise<ShareSubject | null> {
  const measure = await findMeasure(db, actor, measureId);
  if (!measure || !worksInTeam(actor, measure.teamId)) return null;
  const group = measure.groups.find((one) => one.id === groupId) ?? measure.groups[0];
  const place = await placeOfTeam(db, measure.teamId);
  if (!place) return null;
  return {
    ...{ ...nothingOfACycle, team: place },
    measures: await listMeasuresOfTeam(db, actor, measure.teamId),
    firstSeries: group ? `${measure.id}/${group.id}` : null,
  };
}

/** What is left to share of a team whose cycle or measure is gone. */
export async function bareSubject(
  db: Connection,
  actor: Actor,
  teamId: string,
): Promise<ShareSubject | null> {
  const place = worksInTeam(actor, teamId) ? await placeOfTeam(db, teamId) : null;
  if (!place) return null;
  return { ...nothingOfACycle, team: place, measures: [], firstSeries: null };
}

/** Every team of the network that has begun a cycle, for what a hidden signature can hide among: others could not be meant. */
export async function listTeamPlaces(db: Connection, ownTeamId: string): Promise<TeamPlace[]> {
  const rows = await db
    .select({
      teamId: team.id,
      teamName: team.name,
      schoolId: school.id,
      schoolName: school.name,
      leaId: school.leaId,
      grades: team.grades,
      subject: team.subject,
      cohortId: cohortTeam.cohortId,
    })
    .from(team)
    .innerJoin(school, eq(school.id, team.schoolId))
    .leftJoin(cohortTeam, eq(cohortTeam.teamId, team.id))
    .where(or(eq(team.id, ownTeamId), inArray(team.id, db.select({ teamId: cycle.teamId }).from(cycle))));
  const places = new Map<string, TeamPlace>();
  for (const { cohortId, ...row } of rows) {
    const place = places.get(row.teamId) ?? { ...row, cohortIds: [] };
    if (cohortId !== null) place.cohortIds.push(cohortId);
    places.set(row.teamId, place);
  }
  return [...places.values()];
}

/** The cohort of a team that began last; null for a team in none. */
export async function newestCohortOf(
  db: Connection,
  teamId: string,
): Promise<{ id: string; name: string } | null> {
  const rows = await db
    .select({ id: cohort.id, name: cohort.name, startsOn: cohort.startsOn })
    .from(cohortTeam)
    .innerJoin(cohort, eq(cohort.id, cohortTeam.cohortId))
    .where(eq(cohortTeam.teamId, teamId));
  return rows.toSorted((a, b) => b.startsOn.localeCompare(a.startsOn))[0] ?? null;
}

/** Cycles of the actor's own teams that have something to tell, the newest first. */
export async function listCyclesToShare(db: Connection, actor: Actor): Promise<CycleToShare[]> {
  return db
    .select({
      id: cycle.id,
      number: cycle.number,
      stage: cycle.stage,
      changeIdea: ramp.changeIdea,
      decision: cycleDecision.decision,
    })
    .from(cycle)
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .leftJoin(cycleDecision, eq(cycleDecision.cycleId, cycle.id))
    .where(and(ownTeam(actor, cycle.teamId), ne(cycle.stage, 'plan')))
    .orderBy(desc(cycle.plannedEnd), desc(cycle.id))
    .limit(12);
}
