import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import * as schema from '#db/schema';
import { indexPost } from '~/features/feed/search/search-index.server';
import type { Audience } from '#db/vocabulary';
import type { Connection } from '~/platform/database.server';

type PostRow = typeof schema.post.$inferInsert;
type StoryRow = typeof schema.postStory.$inferInsert;
type OriginRow = typeof schema.postOrigin.$inferInsert;

/** A post as the share command would leave it: for the whole network and by name unless told otherwise. Gives its id. */
export async function addPost(
  tx: Connection,
  origin: Omit<OriginRow, 'postId'>,
  post: Partial<PostRow> = {},
  story: Partial<StoryRow> = {},
): Promise<string> {
  const postId = post.id ?? uuidv7();
  await tx.insert(schema.post).values({
    ...{ kind: 'win', title: 'Sentence frames before writing', audience: 'network', audienceId: 'network' },
    ...{ signature: 'by_name', signedAs: 'Member Person · Own team, School one', sharedAt: Date.now() },
    ...post,
    id: postId,
  });
  await tx.insert(schema.postStory).values({
    ...{ tried: 'Frames with the whole class.', expected: 'More complete paragraphs.' },
    ...{ happened: 'It went up.', advice: 'Let them drop the frame.' },
    ...story,
    postId,
  });
  await tx.insert(schema.postOrigin).values({ ...origin, postId });
  await indexPost(tx, postId);
  return postId;
}

/** What a team's post can be shared with, by audience. */
export async function audiencesOf(
  tx: Connection,
  { teamId, cohortId }: { teamId: string; cohortId: string },
): Promise<Record<Audience, string>> {
  const rows = await tx
    .select({ school: schema.school.id, lea: schema.school.leaId })
    .from(schema.team)
    .innerJoin(schema.school, eq(schema.school.id, schema.team.schoolId))
    .where(eq(schema.team.id, teamId));
  const place = rows[0];
  if (!place) throw new Error('The team is not there');
  return { team: teamId, ...place, cohort: cohortId, network: 'network' };
}
