import { and, desc, eq, or } from 'drizzle-orm';
import { post, postOrigin } from '#db/schema';

import type { Actor } from '~/features/people/actor';
import { ownTeam, readableTeam } from '~/features/people/team-scope.server';
import type { Connection } from '~/platform/database.server';
import { audienceIdsOf, visiblePost } from '../post-scope.server';
import type { TeamPost } from './team-post';

const most = 400;

/**
 * What a team shared, newest first, as posts of that team. The team itself sees all that stand. Whoever follows it sees
 * those that they may see anyway and that are signed by name: a hidden signature is hidden from coaches and facilitators too.
 */
export async function listPostsOfTeam(db: Connection, actor: Actor, teamId: string): Promise<TeamPost[]> {
  const audienceIds = await audienceIdsOf(db, actor);
  return db
    .select({
      ...{
        id: post.id,
        kind: post.kind,
        title: post.title,
        signedAs: post.signedAs,
        sharedAt: post.sharedAt,
      },
    })
    .from(postOrigin)
    .innerJoin(post, eq(post.id, postOrigin.postId))
    .where(
      and(
        eq(postOrigin.teamId, teamId),
        readableTeam(actor, postOrigin.teamId),
        eq(post.standing, 'shared'),
        or(ownTeam(actor, postOrigin.teamId), and(eq(post.signature, 'by_name'), visiblePost(audienceIds))),
      ),
    )
    .orderBy(desc(post.sharedAt), desc(post.id))
    .limit(most);
}
