import { and, desc, eq, gte, isNull, ne, or } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { commentMention, person, post, postComment, postHiding, postOrigin } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { ownTeam } from '~/features/people/team-scope.server';
import { plainText } from '~/lib/plain-markdown';
import type { Connection } from '~/platform/database.server';
import { originName } from '../conversation/conversation';
import { audienceIdsOf, ownPost, visiblePost } from '../post-scope.server';
import { excerpt } from './post-news';
import type { PostNews } from './post-news';

const since14Days = 14 * 86_400_000;
const most = 5;

const commentColumns = {
  ...{ id: postComment.id, postId: post.id, title: post.title, body: postComment.body },
  ...{ name: person.name, asOrigin: postComment.asOrigin, at: postComment.commentedAt },
};

/** Comments that others wrote under the own team's posts. */
function ownPostsComments(db: Connection, actor: Actor, recent: SQL | undefined) {
  return db
    .select(commentColumns)
    .from(postOrigin)
    .innerJoin(post, eq(post.id, postOrigin.postId))
    .innerJoin(postComment, eq(postComment.postId, post.id))
    .innerJoin(person, eq(person.id, postComment.authorId))
    .where(and(ownTeam(actor, postOrigin.teamId), recent, ne(postComment.authorId, actor.personId)))
    .orderBy(desc(postComment.commentedAt))
    .limit(most);
}

function mentionsOf(db: Connection, actor: Actor, visible: SQL | undefined, recent: SQL | undefined) {
  return db
    .select(commentColumns)
    .from(commentMention)
    .innerJoin(postComment, eq(postComment.id, commentMention.commentId))
    .innerJoin(post, eq(post.id, postComment.postId))
    .innerJoin(person, eq(person.id, postComment.authorId))
    .where(
      and(
        eq(commentMention.personId, actor.personId),
        recent,
        visible,
        ne(postComment.authorId, actor.personId),
      ),
    )
    .orderBy(desc(postComment.commentedAt))
    .limit(most);
}

async function hiddenPosts(db: Connection, actor: Actor, since: number): Promise<PostNews[]> {
  const rows = await db
    .select({
      ...{ id: postHiding.id, postId: post.id, title: post.title },
      ...{ reason: postHiding.reason, at: postHiding.hiddenAt },
    })
    .from(postOrigin)
    .innerJoin(post, eq(post.id, postOrigin.postId))
    .innerJoin(postHiding, eq(postHiding.postId, post.id))
    .where(
      and(
        ownTeam(actor, postOrigin.teamId),
        eq(post.standing, 'hidden'),
        isNull(postHiding.liftedAt),
        gte(postHiding.hiddenAt, since),
      ),
    )
    .orderBy(desc(postHiding.hiddenAt))
    .limit(most);
  return rows.map(({ id, postId, title, reason, at }) => ({
    ...{ id, kind: 'hidden' as const, by: '', title, at },
    ...{ text: excerpt(reason), path: `/posts/${postId}` },
  }));
}

type CommentRow = Awaited<ReturnType<typeof mentionsOf>>[number];

const newsOf = (kind: 'comment' | 'mention') => (row: CommentRow) => ({
  ...{ id: row.id, kind, title: row.title, at: row.at },
  by: row.asOrigin ? originName : row.name,
  text: excerpt(plainText(row.body)),
  path: `/posts/${row.postId}?comment=${row.id}#comment-${row.id}`,
});

/**
 * What others wrote in the last 14 days under the posts of the actor's teams, where they mention the actor, and which of
 * the team's posts a facilitator hid: the newest five.
 */
export async function listPostNews(db: Connection, actor: Actor, now: number): Promise<PostNews[]> {
  const since = now - since14Days;
  const recent = and(gte(postComment.commentedAt, since), isNull(postComment.withdrawnAt));
  const visible = or(visiblePost(await audienceIdsOf(db, actor)), ownPost(actor));
  const mentions = (await mentionsOf(db, actor, visible, recent)).map(newsOf('mention'));
  const isMember = actor.memberships.length > 0;
  const comments = isMember ? (await ownPostsComments(db, actor, recent)).map(newsOf('comment')) : [];
  const hidden = isMember ? await hiddenPosts(db, actor, since) : [];
  const seen = new Set(mentions.map(({ id }) => id));
  return [...mentions, ...comments.filter(({ id }) => !seen.has(id)), ...hidden]
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
    .slice(0, most);
}
