import { and, eq, exists, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import { meeting, meetingInvitation } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { memberTeamIds } from '~/features/people/people-policy';
import { readableCohort, readableTeam } from '~/features/people/team-scope.server';

const nothing = sql`1 = 0`;

/** The meetings an actor runs, for a query of `meeting`. */
export function runMeeting(actor: Actor): SQL {
  const teams = [...memberTeamIds(actor), ...actor.coachedTeamIds];
  return (
    or(
      actor.facilitatedCohortIds.length > 0
        ? inArray(meeting.cohortId, actor.facilitatedCohortIds)
        : undefined,
      teams.length > 0 ? inArray(meeting.teamId, teams) : undefined,
    ) ?? nothing
  );
}

/** An invitation that stands, for a query of `meeting`. */
function invited(actor: Actor): SQL {
  return exists(
    new QueryBuilder()
      .select({ one: sql`1` })
      .from(meetingInvitation)
      .where(
        and(
          eq(meetingInvitation.meetingId, meeting.id),
          eq(meetingInvitation.personId, actor.personId),
          isNull(meetingInvitation.withdrawnAt),
        ),
      ),
  );
}

/**
 * A meeting is read by those who run it; once it is announced, by whoever is invited and still of its cohort; a team's
 * also by the facilitators of its cohorts. For a query of `meeting`.
 */
export function readableMeeting(actor: Actor): SQL {
  return (
    or(
      runMeeting(actor),
      and(
        isNotNull(meeting.announcedAt),
        or(
          and(isNotNull(meeting.teamId), readableTeam(actor, meeting.teamId)),
          and(isNotNull(meeting.cohortId), readableCohort(actor, meeting.cohortId), invited(actor)),
        ),
      ),
    ) ?? nothing
  );
}
