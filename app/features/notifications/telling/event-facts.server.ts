import { and, inArray, isNull } from 'drizzle-orm';
import {
  coachAssignment,
  commentMention,
  postComment,
  review,
  reviewAnswer,
  teamMembership,
} from '#db/schema';
import type { ActivityKind } from '#db/vocabulary';
import { inForce } from '~/features/people/in-force.server';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { asksQuestion } from './who-is-told';
import type { EventFacts } from './who-is-told';

type Event = {
  kind: ActivityKind;
  actorId: string;
  teamId: string;
  reviewId: string | null;
  aboutId: string | null;
  aboutPersonId: string | null;
};

function groupedBy<T>(rows: T[], keyOf: (row: T) => string, valueOf: (row: T) => string) {
  const groups = new Map<string, string[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), valueOf(row)]);
  return groups;
}

const present = (ids: (string | null)[]) => [...new Set(ids.flatMap((id) => (id === null ? [] : [id])))];

function listMembers(db: Connection, teamIds: string[], today: SchoolDay) {
  return db
    .select({ teamId: teamMembership.teamId, personId: teamMembership.personId })
    .from(teamMembership)
    .where(and(inArray(teamMembership.teamId, teamIds), inForce(teamMembership.endedOn, today)));
}

function listCoaches(db: Connection, teamIds: string[], today: SchoolDay) {
  return db
    .select({ teamId: coachAssignment.teamId, personId: coachAssignment.personId })
    .from(coachAssignment)
    .where(and(inArray(coachAssignment.teamId, teamIds), inForce(coachAssignment.endedOn, today)));
}

async function listReviews(db: Connection, ids: string[]) {
  if (ids.length === 0) return [];
  return db
    .select({ id: review.id, requestedBy: review.requestedBy, coachId: review.coachId })
    .from(review)
    .where(inArray(review.id, ids));
}

async function listThreads(db: Connection, commentIds: string[]) {
  if (commentIds.length === 0) return [];
  return db
    .selectDistinct({ commentId: reviewAnswer.commentId, authorId: reviewAnswer.authorId })
    .from(reviewAnswer)
    .where(inArray(reviewAnswer.commentId, commentIds));
}

async function listComments(db: Connection, ids: string[]) {
  if (ids.length === 0) return { bodies: [], mentions: [] };
  return {
    bodies: await db
      .select({ id: postComment.id, body: postComment.body })
      .from(postComment)
      .where(and(inArray(postComment.id, ids), isNull(postComment.withdrawnAt))),
    mentions: await db.select().from(commentMention).where(inArray(commentMention.commentId, ids)),
  };
}

/** The facts of many events, in six statements however many they are. */
export async function loadEventFacts(
  db: Connection,
  events: readonly Event[],
  today: SchoolDay,
): Promise<(event: Event) => EventFacts> {
  const teamIds = present(events.map(({ teamId }) => teamId));
  const members = groupedBy(
    await listMembers(db, teamIds, today),
    ({ teamId }) => teamId,
    ({ personId }) => personId,
  );
  const coaches = groupedBy(
    await listCoaches(db, teamIds, today),
    ({ teamId }) => teamId,
    ({ personId }) => personId,
  );
  const reviewRows = await listReviews(db, present(events.map(({ reviewId }) => reviewId)));
  const reviews = new Map(reviewRows.map((row) => [row.id, row]));
  const ofComments = events.filter(({ kind }) => kind === 'post_commented' || kind === 'post_mentioned');
  const { bodies, mentions } = await listComments(db, present(ofComments.map(({ aboutId }) => aboutId)));
  const words = new Map(bodies.map(({ id, body }) => [id, body]));
  const mentioned = groupedBy(
    mentions,
    ({ commentId }) => commentId,
    ({ personId }) => personId,
  );
  const answered = events.filter(({ kind }) => kind === 'review_answered');
  const threads = groupedBy(
    await listThreads(db, present(answered.map(({ aboutId }) => aboutId))),
    ({ commentId }) => commentId,
    ({ authorId }) => authorId,
  );
  return ({ actorId, teamId, reviewId, aboutId, aboutPersonId }) => ({
    ...{ actorId, aboutPersonId },
    memberIds: members.get(teamId) ?? [],
    coachIds: coaches.get(teamId) ?? [],
    askedBy: members.get(teamId)?.find((id) => id === reviews.get(reviewId ?? '')?.requestedBy) ?? null,
    reviewCoachId: reviews.get(reviewId ?? '')?.coachId ?? null,
    threadIds: threads.get(aboutId ?? '') ?? [],
    mentionedIds: mentioned.get(aboutId ?? '') ?? [],
    asksQuestion: asksQuestion(words.get(aboutId ?? '') ?? ''),
  });
}
