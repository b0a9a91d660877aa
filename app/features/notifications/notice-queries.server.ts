import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import {
  activityEvent,
  coachAssignment,
  coachHandover,
  commitment,
  cycle,
  measure,
  meeting,
  notification,
  nudge,
  person,
  post,
  postComment,
  postHiding,
  presentation,
  ramp,
  replication,
  review,
  reviewAnswer,
  reviewComment,
  reviewStep,
  school,
  team,
} from '#db/schema';
import { audienceIdsOf } from '~/features/feed/post-scope.server';
import { excerpt } from '~/features/feed/news/post-news';
import type { Actor } from '~/features/people/actor';
import { followsTeams } from '~/features/people/people-policy';
import { readableTeam } from '~/features/people/team-scope.server';
import { plainText } from '~/lib/plain-markdown';
import type { Connection } from '~/platform/database.server';
import { discreet } from './discreet-words';
import type { Notice } from './notice';
import { meetingIsRead, noticeScope, ofPresentations } from './notice-scope.server';
import { noticePath, noticePlace, noticeSentence } from './notice-words';
import type { NoticeFacts } from './notice-words';

/** Some by their ids; all unread ones; or the `newest` so many, unread ones only where said, older than the one with the id `before`. */
export type NoticesWanted =
  { ids: string[] } | { unread: true } | { newest: number; before: string | null; unread?: boolean };

const about = alias(person, 'about');
const [triedCycle, triedTeam, triedSchool] = [
  alias(cycle, 'tried_cycle'),
  alias(team, 'tried_team'),
  alias(school, 'tried_school'),
];

const event = activityEvent;
const textOf = (query: SQL) => sql<string | null>`(${query})`;
/** The note of the step of which the event tells; the newest until then, since both carry the same instant. */
const stepNote = textOf(
  sql`select s.note from ${reviewStep} s where s.review_id = ${event.reviewId} and s.taken_at <= ${event.happenedAt} order by s.taken_at desc, s.id desc limit 1`,
);
const handedIn = (kind: 'ask' | 'suggest') =>
  sql<number>`(select count(*) from ${reviewComment} h where h.review_id = ${event.reviewId} and h.kind = ${kind} and h.withdrawn_at is null and h.handed_at <= ${event.happenedAt} and h.handed_at >= (select max(s.taken_at) from ${reviewStep} s where s.review_id = ${event.reviewId} and s.taken_at <= ${event.happenedAt}))`;
const answerBody = textOf(
  sql`select a.body from ${reviewAnswer} a where a.comment_id = ${reviewComment.id} and a.author_id = ${event.actorId} and a.answered_at <= ${event.happenedAt} order by a.answered_at desc limit 1`,
);
const hidingReason = textOf(
  sql`select h.reason from ${postHiding} h where h.post_id = ${event.postId} and h.hidden_at <= ${event.happenedAt} order by h.hidden_at desc limit 1`,
);
/** The handover of which a coach's end tells; both carry the same instant. */
const nextCoachName = textOf(
  sql`select n.name from ${coachHandover} h join ${coachAssignment} c on c.id = h.assignment_id join ${person} n on n.id = h.next_coach_id where h.team_id = ${event.teamId} and c.person_id = ${event.aboutPersonId} and h.handed_over_at = ${event.happenedAt}`,
);
/** A meeting's title, for who may read the meeting now; for the team that is asked to present in it too. */
const titleFor = (actor: Actor) =>
  textOf(
    sql`select m.title from ${meeting} m where m.id = ${event.meetingId} and (${inArray(event.kind, ofPresentations)} or ${meetingIsRead(actor)})`,
  );
const tookOn = textOf(sql`select c.what from ${commitment} c where c.id = ${event.aboutId}`);
const declinedWhy = textOf(
  sql`select p.declined_why from ${presentation} p where p.id = ${event.aboutId} and p.declined_at is not null`,
);
const isEarlierReview =
  sql`exists (select 1 from ${review} r where r.team_id = ${review.teamId} and r.cycle_id = ${review.cycleId} and r.began_at > ${review.beganAt})`.mapWith(
    Boolean,
  );

function noticeRows(db: Connection, actor: Actor, where: SQL | undefined) {
  return db
    .select({
      ...{ id: notification.id, urgency: notification.urgency, readAt: notification.readAt },
      ...{ kind: event.kind, detail: event.detail, happenedAt: event.happenedAt },
      ...{ actorName: person.name, aboutName: about.name, aboutPersonId: event.aboutPersonId },
      readsTeam: sql`${readableTeam(actor, event.teamId)}`.mapWith(Boolean),
      ...{ teamId: team.id, teamName: team.name, schoolName: school.name },
      ...{ cycleId: event.cycleId, cycleNumber: cycle.number, changeIdea: ramp.changeIdea },
      ...{ measureId: event.measureId, measureName: measure.name },
      ...{ reviewId: event.reviewId, isEarlierReview, reviewCommentId: reviewComment.id },
      ...{ asks: review.asks, feedbackAt: review.feedbackAt, stepNote, answerBody, hidingReason },
      ...{ questions: handedIn('ask'), ideas: handedIn('suggest') },
      ...{ nextCoachName, meetingTitle: titleFor(actor), tookOn, declinedWhy },
      ...{ meetingId: event.meetingId, aboutId: event.aboutId },
      ...{ nudgeBody: nudge.body, nudgePath: nudge.path },
      ...{ postId: event.postId, postTitle: post.title },
      ...{ commentId: postComment.id, commentBody: postComment.body, asOrigin: postComment.asOrigin },
      ...{ tellsWho: replication.tellsWho, triedTeam: triedTeam.name, triedSchool: triedSchool.name },
    })
    .from(notification)
    .innerJoin(event, eq(event.id, notification.eventId))
    .innerJoin(person, eq(person.id, event.actorId))
    .innerJoin(team, eq(team.id, event.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .leftJoin(about, eq(about.id, event.aboutPersonId))
    .leftJoin(cycle, eq(cycle.id, event.cycleId))
    .leftJoin(ramp, eq(ramp.id, cycle.rampId))
    .leftJoin(measure, eq(measure.id, event.measureId))
    .leftJoin(review, eq(review.id, event.reviewId))
    .leftJoin(reviewComment, eq(reviewComment.id, event.aboutId))
    .leftJoin(nudge, eq(nudge.id, event.aboutId))
    .leftJoin(post, eq(post.id, event.postId))
    .leftJoin(postComment, eq(postComment.id, event.aboutId))
    .leftJoin(
      replication,
      and(eq(replication.cycleId, event.aboutId), eq(replication.fromPostId, event.postId)),
    )
    .leftJoin(triedCycle, eq(triedCycle.id, replication.cycleId))
    .leftJoin(triedTeam, eq(triedTeam.id, triedCycle.teamId))
    .leftJoin(triedSchool, eq(triedSchool.id, triedTeam.schoolId))
    .where(where)
    .orderBy(desc(notification.toldAt), desc(notification.id));
}

type Row = Awaited<ReturnType<typeof noticeRows>>[number];

/** The coach had read the cycle before it was asked for. */
function asksAgain({ feedbackAt, happenedAt }: Row): boolean {
  return feedbackAt !== null && feedbackAt <= happenedAt;
}

function wordsOf(row: Row): string {
  const { kind } = row;
  if (kind === 'post_commented' || kind === 'post_mentioned') return plainText(row.commentBody ?? '');
  if (kind === 'post_hidden') return row.hidingReason ?? '';
  if (kind === 'nudge_sent') return row.nudgeBody ?? '';
  if (kind === 'commitment_made' || kind === 'commitment_changed' || kind === 'commitment_kept')
    return row.tookOn ?? '';
  if (kind === 'presentation_declined') return row.declinedWhy ?? '';
  if (kind === 'review_requested') return (asksAgain(row) ? row.stepNote : row.asks) ?? '';
  if (kind === 'review_answered') return row.answerBody ?? '';
  return kind === 'review_returned' || kind === 'review_done' ? (row.stepNote ?? '') : '';
}

/** In the app all is said; a mail leaves the team. */
export type NoticeManner = 'app' | 'mail';

function noticeOf(row: Row, actor: Actor, manner: NoticeManner): Notice {
  const whole: NoticeFacts = {
    ...row,
    followsTeams: followsTeams(actor),
    asksAgain: asksAgain(row),
    asked: { questions: row.questions, ideas: row.ideas },
    isAboutReader: row.aboutPersonId === actor.personId,
    asOrigin: row.asOrigin ?? false,
    triedBy: row.tellsWho === true ? `${row.triedTeam ?? ''}, ${row.triedSchool ?? ''}` : null,
    words: excerpt(wordsOf(row)),
  };
  const facts = manner === 'mail' ? discreet(whole, actor.name) : whole;
  return {
    ...{ id: row.id, kind: row.kind, urgency: row.urgency, happenedAt: row.happenedAt },
    ...{ sentence: noticeSentence(facts), excerpt: facts.words ?? '' },
    ...{ place: noticePlace(facts), path: noticePath(facts), read: row.readAt !== null },
  };
}

const unread = isNull(notification.readAt);

/** Later notifications of the same person never stand before an earlier one. */
function olderThan(before: string, personId: string): SQL {
  return sql`(${notification.toldAt}, ${notification.id}) < (select b.told_at, b.id from ${notification} b where b.id = ${before} and b.person_id = ${personId})`;
}

function wantedOnly(wanted: NoticesWanted, personId: string): SQL | undefined {
  if ('ids' in wanted) return inArray(notification.id, wanted.ids);
  if (!('newest' in wanted)) return unread;
  return and(
    wanted.unread === true ? unread : undefined,
    wanted.before === null ? undefined : olderThan(wanted.before, personId),
  );
}

/**
 * What a person is told, newest first, in the words and the scope that hold for them now: what they may no longer see is
 * left out. Two statements, however many there are.
 */
export async function loadNotices(
  db: Connection,
  actor: Actor,
  wanted: NoticesWanted,
  manner: NoticeManner = 'app',
): Promise<Notice[]> {
  if ('ids' in wanted && wanted.ids.length === 0) return [];
  const scope = noticeScope(actor, await audienceIdsOf(db, actor));
  const mine = eq(notification.personId, actor.personId);
  const query = noticeRows(db, actor, and(mine, wantedOnly(wanted, actor.personId), scope));
  const rows = 'newest' in wanted ? await query.limit(wanted.newest) : await query;
  return rows.map((row) => noticeOf(row, actor, manner));
}
