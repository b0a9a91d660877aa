import { studentGroup } from '#db/schema';
import { eq } from 'drizzle-orm';
import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { PostCard, SharedPrediction } from '../post';
import { chartOf, sectionsOf, shapeBeside } from '../posts/post-card-queries.server';
import type { PreparedPost } from './prepare-post.server';

async function groupNameOf(db: Connection, groupId: string | null): Promise<string | null> {
  if (groupId === null) return null;
  const rows = await db
    .select({ name: studentGroup.name })
    .from(studentGroup)
    .where(eq(studentGroup.id, groupId));
  return rows[0]?.name ?? null;
}

/** The post as others would see it, drawn by the same view. */
export async function previewCard(
  db: Connection,
  { post, story, ideaName }: PreparedPost,
  { id, today }: { id: string; today: SchoolDay },
): Promise<PostCard> {
  const { kind, title, audience, signature, signedAs, decision, verdict, setting, scale } = post;
  return {
    ...{ id, version: 0, kind, title, audience, signature, signedAs, standing: 'shared', synthesisId: null },
    ...{
      comments: 0,
      triedBy: 0,
      isPinned: false,
      isOwn: true,
      mayTry: false,
      hasMovedOn: false,
      mine: [],
      changedOn: null,
    },
    sharedOn: formatDay(today),
    decision: decision ?? null,
    verdict: verdict ?? null,
    sections: sectionsOf(kind, story),
    predictions: JSON.parse(story.predictions) as SharedPrediction[],
    chart: chartOf(story.chart),
    ...{ shape: shapeBeside(story), hiddenWhy: story.hiddenWhy },
    context: {
      ...{ grades: post.grades ?? '', subject: post.subject ?? '', setting: setting ?? null },
      ...{ scale: scale ?? null, groupName: await groupNameOf(db, post.groupId ?? null) },
    },
    idea: ideaName === '' ? null : { id: '', name: ideaName },
  };
}
