import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import {
  agendaItem,
  contribution,
  meeting,
  meetingNote,
  meetingRoom,
  person,
  post,
  postOrigin,
} from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { ownTeam, readableTeam } from '~/features/people/team-scope.server';
import { groupedBy } from '~/lib/grouped-by';
import type { Connection } from '~/platform/database.server';
import { readableMeeting } from '../meeting-scope.server';
import type { Feedback, Said } from './feedback';

const most = 12;

/** While a meeting goes on its feedback is in the room; afterwards it is with the team. */
function isOver(now: number): SQL | undefined {
  return or(isNotNull(meetingRoom.endedAt), lte(sql`${meeting.startsAt} + ${meeting.minutes} * 60000`, now));
}

/**
 * Items of which a team is told: it presents by name, and whoever reads the team reads on; or its post stands there. Whose
 * post it is, behind a hidden signature, only the team itself knows: not its coaches, not its facilitators.
 */
function toldTo(actor: Actor): SQL | undefined {
  return or(
    and(isNotNull(agendaItem.teamId), readableTeam(actor, agendaItem.teamId)),
    and(
      isNotNull(postOrigin.teamId),
      or(
        ownTeam(actor, postOrigin.teamId),
        and(eq(post.signature, 'by_name'), readableTeam(actor, postOrigin.teamId)),
      ),
    ),
  );
}

function itemRows(db: Connection, actor: Actor, where: SQL | undefined, now: number) {
  return db
    .select({
      ...{ itemId: agendaItem.id, itemTitle: agendaItem.title, postTitle: post.title },
      ...{ meetingId: meeting.id, title: meeting.title, day: meeting.day },
      notes: sql<string>`coalesce(${meetingNote.words}, '')`,
      mayOpen: sql<number>`${readableMeeting(actor)}`,
    })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .leftJoin(meetingRoom, eq(meetingRoom.meetingId, meeting.id))
    .leftJoin(meetingNote, eq(meetingNote.itemId, agendaItem.id))
    .leftJoin(postOrigin, eq(postOrigin.postId, agendaItem.postId))
    .leftJoin(post, eq(post.id, agendaItem.postId))
    .where(and(where, toldTo(actor), isOver(now), isNull(meeting.cancelledAt)))
    .orderBy(desc(meeting.startsAt), asc(agendaItem.position))
    .limit(most);
}

async function saidAbout(db: Connection, itemIds: string[]): Promise<Map<string, Said[]>> {
  if (itemIds.length === 0) return new Map();
  const rows = await db
    .select({
      ...{ itemId: contribution.itemId, id: contribution.id, kind: contribution.kind },
      ...{ body: contribution.body, authorName: person.name },
    })
    .from(contribution)
    .innerJoin(person, eq(person.id, contribution.authorId))
    .where(and(inArray(contribution.itemId, itemIds), isNull(contribution.withdrawnAt)))
    .orderBy(asc(contribution.writtenAt), asc(contribution.id));
  return groupedBy(
    rows.map(({ itemId, ...said }) => ({ itemId, ...said })),
    ({ itemId }) => itemId,
  );
}

async function feedbackWhere(
  db: Connection,
  actor: Actor,
  where: SQL | undefined,
  now: number,
): Promise<Feedback[]> {
  const items = await itemRows(db, actor, where, now);
  const said = await saidAbout(
    db,
    items.map(({ itemId }) => itemId),
  );
  return items
    .map(({ itemId, itemTitle, postTitle, meetingId, title, day, notes, mayOpen }) => ({
      ...{ itemId, postTitle, notes, itemTitle: mayOpen > 0 ? itemTitle : null },
      meeting: mayOpen > 0 ? { id: meetingId, title, day } : null,
      said: (said.get(itemId) ?? []).map(({ id, kind, body, authorName }) => ({
        id,
        kind,
        body,
        authorName,
      })),
    }))
    .filter((one) => one.said.length > 0 || one.notes.trim() !== '');
}

/** What meetings said about a cycle that its team presented, or about the team's post on it; the newest first. */
export function listFeedbackOfCycle(
  db: Connection,
  actor: Actor,
  { cycleId, now }: { cycleId: string; now: number },
): Promise<Feedback[]> {
  const posts = new QueryBuilder()
    .select({ postId: postOrigin.postId })
    .from(postOrigin)
    .where(eq(postOrigin.cycleId, cycleId));
  const about = or(eq(agendaItem.cycleId, cycleId), inArray(agendaItem.postId, posts));
  return feedbackWhere(db, actor, about, now);
}

/** What meetings since an instant said to a team about what is no single cycle of its own; the newest first. */
export function listFeedbackOfTeam(
  db: Connection,
  actor: Actor,
  { teamId, since, now }: { teamId: string; since: number; now: number },
): Promise<Feedback[]> {
  const posts = new QueryBuilder()
    .select({ postId: postOrigin.postId })
    .from(postOrigin)
    .where(and(eq(postOrigin.teamId, teamId), isNull(postOrigin.cycleId)));
  const about = or(
    and(eq(agendaItem.teamId, teamId), isNull(agendaItem.cycleId)),
    inArray(agendaItem.postId, posts),
  );
  return feedbackWhere(
    db,
    actor,
    and(about, gte(meeting.startsAt, since), ne(meeting.kind, 'team_meeting')),
    now,
  );
}
