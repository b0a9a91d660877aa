import { and, count, eq, isNull } from 'drizzle-orm';
import { commentMention, postComment } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import { questionsPrint } from '~/features/disclosure/free-text/text-question';
import type { Actor } from '~/features/people/actor';
import { invalid, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import { isSignedAsOrigin, readersTellOrigin } from '../feed-policy';
import { findSharedPost } from '../posts/find-shared-post.server';
import type { FoundPost } from '../posts/find-shared-post.server';
import { questionsAbout } from './comment-questions.server';
import { commentProblem, mostReplies } from './comment-rules';
import { mentionedIds } from './mentions';
import { listPeopleWhoSee } from './people-who-see.server';

export type CommentInput = {
  id: string;
  postId: string;
  parentId: string | null;
  body: string;
  /** The questions about its words that the writer has looked at; empty before. */
  looked: string;
};

/** Writes a comment or an answer to one. The second of two equal forms changes nothing. */
export function writeComment(
  database: Database,
  actor: Actor,
  input: CommentInput,
  { now, today }: { now: number; today: SchoolDay },
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const shared = await findSharedPost(tx, actor, input.postId);
    if (!shared) return notFound;
    const known = await tx.select().from(postComment).where(eq(postComment.id, input.id));
    if (known[0]) {
      const isSame = known[0].authorId === actor.personId && known[0].postId === shared.id;
      return isSame ? { ok: true } : notFound;
    }
    const problem = commentProblem(input.body);
    if (problem !== null) return invalid(problem);
    const place = await findPlace(tx, shared.id, input.parentId);
    if (!place.ok) return place;
    const { answeredId } = place;
    const asked = await questionsAbout(tx, actor, shared, { body: input.body, today });
    const print = questionsPrint(asked);
    if (print !== '' && input.looked !== print)
      return invalid([...new Set(asked.map(({ reason }) => reason))].join(' '), { looked: [print] });
    const body = input.body.trim().replaceAll('\r\n', '\n');
    await tx.insert(postComment).values({
      ...{ id: input.id, postId: shared.id, parentId: input.parentId, body },
      ...{ authorId: actor.personId, asOrigin: isSignedAsOrigin(shared), commentedAt: now },
    });
    const mentioned = await mentionPeople(tx, actor, shared, { commentId: input.id, body, today });
    await recordComment(tx, actor, shared, { commentId: input.id, answeredId, mentioned }, now);
    return { ok: true };
  });
}

/** An answer stands under a comment of the same post, one level deep. Gives whose comment it answers; null for none. */
async function findPlace(
  tx: Connection,
  postId: string,
  parentId: string | null,
): Promise<Outcome<{ answeredId: string | null }>> {
  if (parentId === null) return { ok: true, answeredId: null };
  const parents = await tx
    .select({
      ...{ parentId: postComment.parentId, authorId: postComment.authorId },
      withdrawnAt: postComment.withdrawnAt,
    })
    .from(postComment)
    .where(and(eq(postComment.id, parentId), eq(postComment.postId, postId)));
  const parent = parents[0];
  if (!parent) return notFound;
  if (parent.parentId !== null)
    return invalid('An answer has no answers of its own. Write beneath the comment it belongs to.');
  if (parent.withdrawnAt !== null)
    return invalid('This comment was withdrawn meanwhile. You can write a comment of your own.');
  const replies = await tx
    .select({ n: count() })
    .from(postComment)
    .where(and(eq(postComment.parentId, parentId), isNull(postComment.withdrawnAt)));
  return (replies[0]?.n ?? 0) < mostReplies
    ? { ok: true, answeredId: parent.authorId }
    : invalid('This comment has many answers already. Please begin a new one.');
}

async function mentionPeople(
  tx: Connection,
  actor: Actor,
  shared: FoundPost,
  { commentId, body, today }: { commentId: string; body: string; today: SchoolDay },
): Promise<string[]> {
  if (!body.includes('@') || readersTellOrigin(shared)) return [];
  const ids = mentionedIds(body, await listPeopleWhoSee(tx, shared, today)).filter(
    (personId) => personId !== actor.personId,
  );
  if (ids.length > 0)
    await tx.insert(commentMention).values(ids.map((personId) => ({ commentId, personId })));
  return ids;
}

type Written = { commentId: string; answeredId: string | null; mentioned: string[] };

/** One event for the comment, and one for each person it mentions. */
async function recordComment(
  tx: Connection,
  actor: Actor,
  { id: postId, title: detail, teamId }: FoundPost,
  { commentId: aboutId, answeredId, mentioned }: Written,
  now: number,
): Promise<void> {
  if (teamId === null) return;
  const about = { actorId: actor.personId, teamId, postId, aboutId, detail };
  const answered = answeredId === null ? {} : { aboutPersonId: answeredId };
  await recordActivity(tx, { kind: 'post_commented', ...about, ...answered }, now);
  for (const aboutPersonId of mentioned)
    await recordActivity(tx, { kind: 'post_mentioned', ...about, aboutPersonId }, now);
}
