import { and, asc, desc, eq, exists, inArray, isNull, ne, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import { agendaItem, cohort, meeting, school, team } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { memberTeamIds } from '~/features/people/people-policy';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { runMeeting } from '../meeting-scope.server';

/** Whom somebody may plan a meeting for. */
export type PlanChoices = {
  cohorts: { id: string; name: string }[];
  teams: { id: string; name: string; schoolName: string }[];
};

/** The cohorts an actor facilitates, the newest first; the teams they work in or coach, by name. */
export async function listPlanChoices(db: Connection, actor: Actor): Promise<PlanChoices> {
  const teamIds = [...new Set([...memberTeamIds(actor), ...actor.coachedTeamIds])];
  return {
    cohorts: await db
      .select({ id: cohort.id, name: cohort.name })
      .from(cohort)
      .where(inArray(cohort.id, actor.facilitatedCohortIds))
      .orderBy(desc(cohort.startsOn), asc(cohort.name)),
    teams: await db
      .select({ id: team.id, name: team.name, schoolName: school.name })
      .from(team)
      .innerJoin(school, eq(school.id, team.schoolId))
      .where(inArray(team.id, teamIds))
      .orderBy(asc(team.name), asc(school.name), asc(team.id)),
  };
}

const mostEarlier = 20;

/** The newest meetings the actor runs that have an agenda to begin from. */
export async function listEarlierAgendas(
  db: Connection,
  actor: Actor,
  exceptId: string,
): Promise<{ id: string; title: string; day: SchoolDay }[]> {
  const hasItems = exists(
    new QueryBuilder()
      .select({ one: sql`1` })
      .from(agendaItem)
      .where(eq(agendaItem.meetingId, meeting.id)),
  );
  return db
    .select({ id: meeting.id, title: meeting.title, day: meeting.day })
    .from(meeting)
    .where(and(runMeeting(actor), hasItems, isNull(meeting.cancelledAt), ne(meeting.id, exceptId)))
    .orderBy(desc(meeting.startsAt), desc(meeting.id))
    .limit(mostEarlier);
}
