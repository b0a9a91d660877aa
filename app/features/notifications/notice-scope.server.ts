import { and, eq, exists, inArray, isNotNull, isNull, ne, notInArray, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import {
  activityEvent,
  commitment,
  meeting,
  meetingInvitation,
  notification,
  post,
  postComment,
  presentation,
  review,
  reviewComment,
} from '#db/schema';
import type { ActivityKind } from '#db/vocabulary';
import { ownPost, visiblePost } from '~/features/feed/post-scope.server';
import { runMeeting } from '~/features/meetings/meeting-scope.server';
import type { Actor } from '~/features/people/actor';
import { ownTeam, readableCohort, readableTeam } from '~/features/people/team-scope.server';

const ofOwnPosts = [
  'post_hidden',
  'post_shown_again',
  'cycle_replicated',
  'replication_decided',
] as const satisfies readonly ActivityKind[];
const ofComments = ['post_commented', 'post_mentioned'] as const satisfies readonly ActivityKind[];

/** A team that is asked to present knows for which meeting, as on the page where it answers. */
export const ofPresentations = [
  'presentation_asked',
  'presentation_agreed',
  'presentation_declined',
] as const satisfies readonly ActivityKind[];
const ofCommitments = [
  'commitment_made',
  'commitment_changed',
  'commitment_kept',
] as const satisfies readonly ActivityKind[];
const ofMeetings = [...ofPresentations, ...ofCommitments, 'meeting_feedback'] as const;

const kind = activityEvent.kind;
const toReader = eq(activityEvent.aboutPersonId, notification.personId);

/** A post's own team hears of it while it stands or is hidden; what is withdrawn takes its talk along. */
const ownStanding = (actor: Actor) => and(ne(post.standing, 'withdrawn'), ownPost(actor));

/** What was said about a post: of the team's own, or to the reader, where the words and the post are still there to see. */
function commentInScope(actor: Actor, audienceIds: string[]): SQL | undefined {
  return and(
    isNull(postComment.withdrawnAt),
    isNotNull(postComment.id),
    or(
      and(toReader, visiblePost(audienceIds)),
      and(ownStanding(actor), or(eq(kind, 'post_commented'), toReader)),
    ),
  );
}

/** What the coach has not handed over yet is the coach's; a request taken back and a comment withdrawn are nobody's. */
function teamNewsInScope(actor: Actor): SQL | undefined {
  const handed = or(
    isNotNull(reviewComment.handedAt),
    actor.coachedTeamIds.length > 0 ? inArray(activityEvent.teamId, actor.coachedTeamIds) : undefined,
  );
  return and(
    readableTeam(actor, activityEvent.teamId),
    or(ne(kind, 'review_requested'), ne(review.stage, 'withdrawn')),
    or(
      ne(kind, 'review_answered'),
      and(isNotNull(reviewComment.id), isNull(reviewComment.withdrawnAt), handed),
    ),
  );
}

const one = { one: sql`1` };

const invitedReader = exists(
  new QueryBuilder()
    .select(one)
    .from(meetingInvitation)
    .where(
      and(
        eq(meetingInvitation.meetingId, activityEvent.meetingId),
        eq(meetingInvitation.personId, notification.personId),
        isNull(meetingInvitation.withdrawnAt),
      ),
    ),
);

/** The meeting of an event, where the reader may read it: as `readableMeeting`, by whose notification it is. */
export const meetingIsRead = (actor: Actor): SQL =>
  exists(
    new QueryBuilder()
      .select(one)
      .from(meeting)
      .where(
        and(
          eq(meeting.id, activityEvent.meetingId),
          or(
            runMeeting(actor),
            and(
              isNotNull(meeting.announcedAt),
              or(
                readableTeam(actor, meeting.teamId),
                and(readableCohort(actor, meeting.cohortId), invitedReader),
              ),
            ),
          ),
        ),
      ),
  );
const meetingIsRun = (actor: Actor) =>
  exists(
    new QueryBuilder()
      .select(one)
      .from(meeting)
      .where(and(eq(meeting.id, activityEvent.meetingId), runMeeting(actor))),
  );

/** Whose page a presentation has: its team, the team's coaches, and those who run the meeting. */
function presentationIsRead(actor: Actor): SQL | undefined {
  const coached = actor.coachedTeamIds;
  return or(
    ownTeam(actor, activityEvent.teamId),
    coached.length > 0 ? inArray(activityEvent.teamId, coached) : undefined,
    meetingIsRun(actor),
  );
}
const presentationIsThere = exists(
  new QueryBuilder().select(one).from(presentation).where(eq(presentation.id, activityEvent.aboutId)),
);
const commitmentIsThere = exists(
  new QueryBuilder().select(one).from(commitment).where(eq(commitment.id, activityEvent.aboutId)),
);

/** What was asked of a team, said to it or taken on by it in a meeting, as long as the page it leads to is there for them. */
function meetingNewsInScope(actor: Actor): SQL | undefined {
  return and(
    readableTeam(actor, activityEvent.teamId),
    or(
      and(inArray(kind, ofPresentations), presentationIsThere, presentationIsRead(actor)),
      and(inArray(kind, ofCommitments), commitmentIsThere),
      and(eq(kind, 'meeting_feedback'), or(isNotNull(activityEvent.cycleId), meetingIsRead(actor))),
    ),
  );
}

/**
 * What of their notifications somebody may see now, for a query of `notification` that has joined `activityEvent`, and to the left of it
 * `post`, `postComment`, `review` and `reviewComment`. A coach whose assignment ended hears that, and nothing else of
 * the team. Looks at nothing of the actor but the teams and cohorts they reach.
 */
export function noticeScope(actor: Actor, audienceIds: string[]): SQL {
  return (
    or(
      and(notInArray(kind, [...ofOwnPosts, ...ofComments, ...ofMeetings]), teamNewsInScope(actor)),
      and(inArray(kind, ofComments), commentInScope(actor, audienceIds)),
      and(inArray(kind, ofOwnPosts), ownStanding(actor)),
      and(inArray(kind, ofMeetings), meetingNewsInScope(actor)),
      and(eq(kind, 'coach_ended'), toReader),
    ) ?? sql`1 = 0`
  );
}
