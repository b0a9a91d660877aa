import { and, eq, inArray, isNotNull, isNull, ne, notInArray, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { activityEvent, notification, post, postComment, review, reviewComment } from '#db/schema';
import type { ActivityKind } from '#db/vocabulary';
import { ownPost, visiblePost } from '~/features/feed/post-scope.server';
import type { Actor } from '~/features/people/actor';
import { readableTeam } from '~/features/people/team-scope.server';

const ofOwnPosts = [
  'post_hidden',
  'post_shown_again',
  'cycle_replicated',
  'replication_decided',
] as const satisfies readonly ActivityKind[];
const ofComments = ['post_commented', 'post_mentioned'] as const satisfies readonly ActivityKind[];

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

/**
 * What of their notifications somebody may see now, for a query of `notification` that has joined `activityEvent`, and to the left of it
 * `post`, `postComment`, `review` and `reviewComment`. A coach whose assignment ended hears that, and nothing else of
 * the team. Looks at nothing of the actor but the teams and cohorts they reach.
 */
export function noticeScope(actor: Actor, audienceIds: string[]): SQL {
  return (
    or(
      and(notInArray(kind, [...ofOwnPosts, ...ofComments]), teamNewsInScope(actor)),
      and(inArray(kind, ofComments), commentInScope(actor, audienceIds)),
      and(inArray(kind, ofOwnPosts), ownStanding(actor)),
      and(eq(kind, 'coach_ended'), toReader),
    ) ?? sql`1 = 0`
  );
}
