import { and, eq, like } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { cycle, ramp, team } from '#db/schema';
import { readChosenSeries } from '~/features/feed/sharing/chart-to-share.server';
import { aboutOneStudent, preparePost } from '~/features/feed/sharing/prepare-post.server';
import { shareForm } from '~/features/feed/sharing/share-form';
import { sharePost } from '~/features/feed/sharing/share-post.server';
import { shareStart } from '~/features/feed/sharing/share-start';
import { findCycleToShare } from '~/features/feed/sharing/share-subject-queries.server';
import type { Connection } from '~/platform/database.server';
import type { PostStory } from './post-story';
import { accepted, actorOf, dayOf } from '../demo-stage';
import type { Stage } from '../demo-stage';

async function findCycleOf(tx: Connection, story: PostStory): Promise<string> {
  const rows = await tx
    .select({ id: cycle.id })
    .from(cycle)
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .innerJoin(team, eq(team.id, cycle.teamId))
    .where(
      and(eq(team.name, story.team), like(ramp.changeIdea, `${story.ramp}%`), eq(cycle.number, story.cycle)),
    );
  const [found, other] = rows;
  if (!found || other) throw new Error(`“${story.key}” names no cycle of the demo, or several.`);
  return found.id;
}

/** Shares a cycle as its team would: the form as it begins, the story's words on top, previewed, nothing asked, shared. */
export async function shareStory(stage: Stage, story: PostStory, at: number): Promise<void> {
  const { database, tx, network } = stage;
  const actor = await actorOf(stage, `${story.team}/${story.by}`);
  const cycleId = await findCycleOf(tx, story);
  const subject = await findCycleToShare(tx, actor, cycleId);
  if (!subject) throw new Error(`“${story.key}” is not its author’s to share.`);
  const { shape, students } = await readChosenSeries(tx, subject, network);
  const { ideaName, setting, audience = 'network', signature = 'by_name' } = story;
  const size = story.students ?? students;
  const form = shareForm.parse({
    ...{ ...shareStart(subject, story.kind, shape), id: uuidv7({ msecs: at }), version: 0 },
    ...{ ideaName, setting, audience, signature, ...(size === null ? {} : { students: size }) },
    ...story.words,
  });
  const shared = { network, today: dayOf(stage, at) };
  const { prepared } = accepted(
    await preparePost(tx, actor, { subject, form, ...shared, kept: null }),
    story.key,
  );
  const asked = prepared.asked.filter((one) => one !== aboutOneStudent);
  if (asked.length > 0) throw new Error(`“${story.key}” raises a question: ${JSON.stringify(asked)}`);
  const outcome = await sharePost(
    database,
    actor,
    {
      findSubject: (connection) => findCycleToShare(connection, actor, cycleId),
      form: { ...form, previewed: prepared.print, looked: prepared.questionsPrint },
      ...shared,
    },
    at,
  );
  accepted(outcome, story.key);
  stage.postIds.set(story.key, form.id);
}
