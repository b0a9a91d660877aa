import { and, desc, eq, gt, isNull, max, notInArray, sql } from 'drizzle-orm';
import { activityEvent, nudge, person, school, team } from '#db/schema';
import { coachingActivityKinds } from '#db/vocabulary';
import type { RunChartRules } from '#db/vocabulary';
import type { CycleTeam } from '~/features/cycles/cycle';
import { listCyclesOfTeam } from '~/features/cycles/cycle-list-queries.server';
import { nextStep } from '~/features/cycles/next-step';
import { buildWall } from '~/features/measures/wall/build-wall';
import { listMeasuresOfTeam } from '~/features/measures/measure-queries.server';
import { recallWall } from '~/features/measures/wall/wall-memory.server';
import type { Actor } from '~/features/people/actor';
import { daysOffOf, daysWithoutBreaks } from '~/features/people/days-off';
import type { DayOff } from '~/features/people/days-off';
import { listDaysOffAbout } from '~/features/people/days-off-queries.server';
import { memberTeamIds } from '~/features/people/people-policy';
import { ownTeam, perReach } from '~/features/people/team-scope.server';
import { schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { openCycles } from '../story/open-cycle-rules';
import type { NudgeInStory, OpenNudge, RecentNudge } from './nudge';
import type { NudgeFacts } from './nudge-templates';
import { nextNudgeDay } from './nudge-words';

/** The nudge a team had within seven days, after which no other goes out yet; null where none. The team came from a query in scope. */
export async function findRecentNudge(
  db: Connection,
  teamId: string,
  { today, timeZone }: { today: SchoolDay; timeZone: string },
): Promise<RecentNudge | null> {
  const rows = await db
    .select({ coachName: person.name, sentAt: nudge.sentAt, body: nudge.body })
    .from(nudge)
    .innerJoin(person, eq(person.id, nudge.coachId))
    .where(eq(nudge.teamId, teamId))
    .orderBy(desc(nudge.sentAt))
    .limit(1);
  const last = rows[0];
  return last && nextNudgeDay(last, timeZone) > today ? last : null;
}

/** The nudges of a team that came from a query in scope, newest first. */
export async function listNudges(db: Connection, teamId: string): Promise<NudgeInStory[]> {
  return db
    .select({
      ...{ id: nudge.id, coachName: person.name, body: nudge.body, path: nudge.path, sentAt: nudge.sentAt },
    })
    .from(nudge)
    .innerJoin(person, eq(person.id, nudge.coachId))
    .where(eq(nudge.teamId, teamId))
    .orderBy(desc(nudge.sentAt));
}

/** When schools of the team's LEA rest. */
export async function listDaysOffOfTeam(db: Connection, teamId: string, today: SchoolDay): Promise<DayOff[]> {
  const rows = await db
    .select({ leaId: school.leaId })
    .from(team)
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(eq(team.id, teamId));
  return daysOffOf(await listDaysOffAbout(db, today), rows[0]?.leaId ?? '');
}

/** When the team itself last did something; posts do not count, since they may be signed without its name. */
async function lastSeen(db: Connection, teamId: string): Promise<number | null> {
  const rows = await db
    .select({ at: max(activityEvent.happenedAt) })
    .from(activityEvent)
    .where(
      and(
        eq(activityEvent.teamId, teamId),
        isNull(activityEvent.postId),
        notInArray(activityEvent.kind, [...coachingActivityKinds]),
      ),
    );
  return rows[0]?.at ?? null;
}

type Asked = {
  team: CycleTeam;
  /** The cycle the coach comes from; another open one, or none, stands in where it is not open. */
  cycleId: string | null;
  rules: RunChartRules;
  timeZone: string;
  today: SchoolDay;
  daysOff: readonly DayOff[];
};

/** What a nudge to a team may speak of. */
export async function loadNudgeFacts(
  db: Connection,
  actor: Actor,
  { team, cycleId, rules, timeZone, today, daysOff }: Asked,
): Promise<NudgeFacts> {
  const open = openCycles(await listCyclesOfTeam(db, actor, team.teamId), today);
  const cycle = open.find(({ id }) => id === cycleId) ?? open[0];
  const measures = await listMeasuresOfTeam(db, actor, team.teamId);
  const wall = buildWall(
    measures.map((measure) => ({ ...measure, team: null })),
    await recallWall(db, measures, rules),
    today,
  );
  const owed = wall.flatMap(({ id, name, charts }) =>
    charts.map(({ due }) => ({ measureId: id, name, state: due.state, on: due.on })),
  );
  const seen = await lastSeen(db, team.teamId);
  const quietDays = seen === null ? 0 : daysWithoutBreaks(schoolDayAt(seen, timeZone), today, daysOff);
  return {
    ...{ teamId: team.teamId, coachName: actor.name, today },
    memberNames: team.members.map(({ name }) => name),
    cycle: cycle
      ? {
          ...{ id: cycle.id, number: cycle.number, changeIdea: cycle.changeIdea },
          step: nextStep(cycle, { today, timeZone }),
          stage: cycle.stage,
          isReadyToStudy: cycle.stage === 'study' || (cycle.stage === 'do' && cycle.plannedEnd <= today),
        }
      : null,
    due: owed.find(({ state }) => state === 'late') ?? owed.find(({ state }) => state === 'due') ?? null,
    quietWeeks: Math.floor(quietDays / 7),
  };
}

const standsFor = 7 * 86_400_000;

const openNudgesQuery = perReach((db, actor) => {
  const kinds = sql.join(
    coachingActivityKinds.map((kind) => sql`${kind}`),
    sql`, `,
  );
  const led = sql`(a.cycle_id = ${nudge.cycleId} or ${nudge.path} = '/measures/' || a.measure_id or ${nudge.path} = '/teams/' || a.team_id)`;
  const taken = sql`exists (select 1 from ${activityEvent} a where a.team_id = ${nudge.teamId} and a.happened_at > ${nudge.sentAt} and a.post_id is null and a.kind not in (${kinds}) and ${led})`;
  return db
    .select({
      id: nudge.id,
      body: nudge.body,
      path: nudge.path,
      coachName: person.name,
      teamName: team.name,
      sentAt: nudge.sentAt,
    })
    .from(nudge)
    .innerJoin(person, eq(person.id, nudge.coachId))
    .innerJoin(team, eq(team.id, nudge.teamId))
    .where(and(ownTeam(actor, nudge.teamId), gt(nudge.sentAt, sql.placeholder('since')), sql`not ${taken}`))
    .orderBy(desc(nudge.sentAt))
    .prepare();
});

/** What coaches wrote to the teams an actor works in, until its step is taken or seven days have passed. */
export async function listOpenNudges(db: Connection, actor: Actor, now: number): Promise<OpenNudge[]> {
  if (memberTeamIds(actor).length === 0) return [];
  return openNudgesQuery(db, actor).execute({ since: now - standsFor });
}
