import { and, asc, count, eq, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { commentMention, person, postComment } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { parseMarkdown } from '~/lib/plain-markdown';
import { formatClock, formatDay, schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { readersTellOrigin } from '../feed-policy';
import type { PostCard } from '../post';
import { originName } from './conversation';
import type { Conversation, PostComment } from './conversation';
import { withMentionsStrong } from './mentions';
import { placesOfPeople } from './places-of-people.server';

const pageSize = 50;

/** A withdrawn comment keeps its place as long as it has answers. */
const hasPlace = sql`(${postComment.withdrawnAt} is null or exists (select 1 from ${postComment} r where r.parent_id = ${postComment}.id and r.withdrawn_at is null))`;

const topOf = (postId: string) => and(eq(postComment.postId, postId), isNull(postComment.parentId), hasPlace);

/** The author of a hidden team's comment is looked at for `isMine`, and goes no further. */
function rowsWhere(db: Connection, where: SQL | undefined) {
  return db
    .select({
      ...{ id: postComment.id, parentId: postComment.parentId, body: postComment.body },
      ...{ asOrigin: postComment.asOrigin, authorId: postComment.authorId, name: person.name },
      ...{ commentedAt: postComment.commentedAt, withdrawnAt: postComment.withdrawnAt },
    })
    .from(postComment)
    .innerJoin(person, eq(person.id, postComment.authorId))
    .where(where)
    .orderBy(asc(postComment.commentedAt), asc(postComment.id));
}

type Row = Awaited<ReturnType<typeof rowsWhere>>[number];

async function namesMentioned(db: Connection, commentIds: string[]): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>();
  if (commentIds.length === 0) return names;
  const rows = await db
    .select({ commentId: commentMention.commentId, name: person.name })
    .from(commentMention)
    .innerJoin(person, eq(person.id, commentMention.personId))
    .where(inArray(commentMention.commentId, commentIds));
  for (const { commentId, name } of rows) names.set(commentId, [...(names.get(commentId) ?? []), name]);
  return names;
}

/** On which page a comment of the post, or the comment it answers, stands; 1 where it is not there. */
export async function pageOfComment(db: Connection, postId: string, commentId: string): Promise<number> {
  const rows = await db
    .select({ id: postComment.id, parentId: postComment.parentId })
    .from(postComment)
    .where(and(eq(postComment.id, commentId), eq(postComment.postId, postId)));
  const topId = rows[0]?.parentId ?? rows[0]?.id;
  if (topId === undefined) return 1;
  const tops = await db
    .select({ commentedAt: postComment.commentedAt })
    .from(postComment)
    .where(eq(postComment.id, topId));
  const at = tops[0]?.commentedAt ?? 0;
  const before = await db
    .select({ n: count() })
    .from(postComment)
    .where(
      and(
        topOf(postId),
        or(lt(postComment.commentedAt, at), and(eq(postComment.commentedAt, at), lt(postComment.id, topId))),
      ),
    );
  return Math.floor((before[0]?.n ?? 0) / pageSize) + 1;
}

/** What was said about a post, oldest first, fifty comments with their answers a page. The post passed its scope before. */
export async function loadConversation(
  db: Connection,
  actor: Actor,
  { post, page: asked }: { post: Pick<PostCard, 'id' | 'signature' | 'audience'>; page: number },
  { timeZone, today }: { timeZone: string; today: SchoolDay },
): Promise<Conversation> {
  const counted = await db.select({ n: count() }).from(postComment).where(topOf(post.id));
  const pages = Math.max(1, Math.ceil((counted[0]?.n ?? 0) / pageSize));
  const page = Math.min(asked, pages);
  const tops = await rowsWhere(db, topOf(post.id))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const topIds = tops.map(({ id }) => id);
  const replies =
    topIds.length === 0
      ? []
      : await rowsWhere(
          db,
          and(
            inArray(postComment.parentId, topIds),
            isNotNull(postComment.parentId),
            isNull(postComment.withdrawnAt),
          ),
        );
  const said = [...tops, ...replies].filter(({ withdrawnAt }) => withdrawnAt === null);
  const mentions = await namesMentioned(
    db,
    said.map(({ id }) => id),
  );
  const named = readersTellOrigin(post) ? [] : said.filter(({ asOrigin }) => !asOrigin);
  const places = await placesOfPeople(db, [...new Set(named.map(({ authorId }) => authorId))], today);
  const commentOf = (row: Row): PostComment => ({
    id: row.id,
    ...signatureOf(row, places),
    on: `${formatDay(schoolDayAt(row.commentedAt, timeZone), today)}, ${formatClock(row.commentedAt, timeZone)}`,
    blocks: parseMarkdown(withMentionsStrong(row.body, mentions.get(row.id) ?? [])),
    isMine: row.authorId === actor.personId,
    isWithdrawn: row.withdrawnAt !== null,
  });
  return {
    ...{ page, pages },
    threads: tops.map((top) => ({
      ...commentOf(top),
      replies: replies.filter(({ parentId }) => parentId === top.id).map(commentOf),
      newReplyId: uuidv7(),
    })),
  };
}

function signatureOf(row: Row, places: Map<string, string>) {
  if (row.withdrawnAt !== null) return { signedBy: '', place: '' };
  if (row.asOrigin) return { signedBy: originName, place: '' };
  return { signedBy: row.name, place: places.get(row.authorId) ?? '' };
}
