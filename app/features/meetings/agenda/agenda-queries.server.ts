import { and, asc, eq, or, sql } from 'drizzle-orm';
import {
  agendaItem,
  agendaStep,
  cohortTeam,
  cycle,
  meeting,
  post,
  presentation,
  ramp,
  school,
  team,
} from '#db/schema';
import { wholeNetwork } from '~/features/feed/post-scope.server';
import type { Connection } from '~/platform/database.server';
import { stateOf } from '../presenters/presentation-queries.server';
import type { AgendaItem, AskedStanding, Step, Subject } from './agenda';

/** A post that everybody in the room may know: shared with the network, the meeting's cohort, or a cohort of its team. */
const forTheRoom = and(
  eq(post.standing, 'shared'),
  or(
    eq(post.audienceId, wholeNetwork),
    eq(post.audienceId, meeting.cohortId),
    sql`${post.audienceId} in (select ${cohortTeam.cohortId} from ${cohortTeam} where ${cohortTeam.teamId} = ${meeting.teamId})`,
  ),
);

function itemRows(db: Connection, meetingId: string) {
  return db
    .select({
      ...{ id: agendaItem.id, title: agendaItem.title, protocolKey: agendaItem.protocolKey },
      ...{ focus: agendaItem.focus, why: agendaItem.why, postId: agendaItem.postId },
      ...{ teamId: agendaItem.teamId, teamName: team.name, schoolName: school.name },
      ...{ cycleId: cycle.id, cycleNumber: cycle.number, changeIdea: ramp.changeIdea },
      ...{ postTitle: post.title, signedAs: post.signedAs },
      ...{ presentationId: presentation.id, agreedAt: presentation.agreedAt },
      ...{ declinedAt: presentation.declinedAt, cohortId: meeting.cohortId },
      /** The room may know the cycle: its team agreed, or everybody who reads the meeting reads the team. */
      isCycleKnown: sql`(${presentation.agreedAt} is not null or ${meeting.teamId} is not null)`.mapWith(
        Boolean,
      ),
    })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .leftJoin(team, eq(team.id, agendaItem.teamId))
    .leftJoin(school, eq(school.id, team.schoolId))
    .leftJoin(cycle, eq(cycle.id, agendaItem.cycleId))
    .leftJoin(ramp, eq(ramp.id, cycle.rampId))
    .leftJoin(
      presentation,
      and(eq(presentation.meetingId, agendaItem.meetingId), eq(presentation.cycleId, agendaItem.cycleId)),
    )
    .leftJoin(post, and(eq(post.id, agendaItem.postId), forTheRoom))
    .where(eq(agendaItem.meetingId, meetingId))
    .orderBy(asc(agendaItem.position), asc(agendaItem.id));
}

type ItemRow = Awaited<ReturnType<typeof itemRows>>[number];

function subjectOf(row: ItemRow, runs: boolean): Subject {
  const { postId, postTitle, signedAs, teamId, teamName, schoolName, cycleId, cycleNumber, changeIdea } = row;
  if (postId !== null) {
    const isThere = postTitle !== null && signedAs !== null;
    return { kind: 'post', postId, post: isThere ? { title: postTitle, signedAs } : null };
  }
  if (teamId === null || teamName === null || schoolName === null) return { kind: 'none' };
  const mayKnow = runs || row.isCycleKnown;
  const hasCycle = mayKnow && cycleId !== null && cycleNumber !== null && changeIdea !== null;
  return {
    ...{ kind: 'team', teamId, teamName, schoolName },
    cycle: hasCycle ? { id: cycleId, number: cycleNumber, changeIdea } : null,
  };
}

function askedOf({ cohortId, cycleId, presentationId, ...answer }: ItemRow): AskedStanding | null {
  if (cohortId === null || cycleId === null) return null;
  return presentationId === null ? 'not_asked' : stateOf(answer);
}

/**
 * The agenda of a meeting that `findMeeting` gave, in order. Who does not run it reads of a presenting cycle only once its team
 * agreed. Two statements.
 */
export async function loadAgenda(
  db: Connection,
  { id: meetingId, runs }: { id: string; runs: boolean },
): Promise<AgendaItem[]> {
  const items = await itemRows(db, meetingId);
  const rows = await db
    .select({
      ...{ id: agendaStep.id, itemId: agendaStep.itemId, title: agendaStep.title },
      ...{ minutes: agendaStep.minutes, speaks: agendaStep.speaks, silent: agendaStep.silent },
      prompt: agendaStep.prompt,
    })
    .from(agendaStep)
    .innerJoin(agendaItem, eq(agendaItem.id, agendaStep.itemId))
    .where(eq(agendaItem.meetingId, meetingId))
    .orderBy(asc(agendaStep.position), asc(agendaStep.id));
  const steps = new Map<string, Step[]>();
  for (const { itemId, ...step } of rows) steps.set(itemId, [...(steps.get(itemId) ?? []), step]);
  return items.map((row) => {
    const asked = runs ? askedOf(row) : null;
    return {
      ...{ id: row.id, title: row.title, protocolKey: row.protocolKey, focus: row.focus },
      why: runs ? row.why : '',
      subject: subjectOf(row, runs),
      ...(asked === null ? {} : { asked }),
      steps: steps.get(row.id) ?? [],
    };
  });
}
