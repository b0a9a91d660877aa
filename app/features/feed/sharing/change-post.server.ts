import { eq } from 'drizzle-orm';
import { post, postOrigin, postStory } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import { draftForm } from '~/features/drafts/draft';
import { endDraft } from '~/features/drafts/keep-draft.server';
import type { Actor, Network } from '~/features/people/actor';
import { conflict, invalid, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import { signOwnCommentsAsOrigin } from '../conversation/withdraw-comment.server';
import { indexPost } from '../search/search-index.server';
import { recordRelease } from './disclosure-ledger.server';
import { findOwnPost, subjectOfPost } from './own-post.server';
import type { OwnPost } from './own-post.server';
import { preparePost } from './prepare-post.server';
import type { KeptChart, PreparedPost } from './prepare-post.server';
import type { ShareForm } from './share-form';
import { linkedRamp, linkIdea, unseen } from './share-post.server';

export type ChangeInput = {
  postId: string;
  form: ShareForm;
  /** The chart stays as it was shared; otherwise it is released afresh from today's numbers. */
  keepsChart: boolean;
  network: Network;
  today: SchoolDay;
};

/** A chart can only stay where it already went out, and where it is still the same chart. */
function keptChart(
  { post: head, story, origin }: OwnPost,
  { form, keepsChart }: ChangeInput,
): KeptChart | null {
  const series = origin.measureId === null ? '' : `${origin.measureId}/${origin.groupId ?? ''}`;
  const isSame =
    (form.series ?? '') === series &&
    (form.students ?? null) === origin.students &&
    (form.scale ?? null) === head.scale &&
    (form.signature === head.signature || form.signature === 'by_name') &&
    form.pool.toSorted().join() === (JSON.parse(origin.pooledWith) as string[]).toSorted().join();
  if (!keepsChart || head.audience === 'team' || !isSame) return null;
  const { chart, shape, hiddenWhy } = story;
  return { chart, shape, hiddenWhy, shownImprovement: head.shownImprovement, print: origin.print };
}

/** What others would see of an own post once it is changed. */
export async function prepareChange(
  db: Connection,
  actor: Actor,
  input: ChangeInput,
): Promise<Outcome<{ prepared: PreparedPost; own: OwnPost; rampId: string | null }>> {
  const found = await findOwnPost(db, actor, input.postId);
  if (found.kind === 'nothing') return notFound;
  if (found.kind === 'seen') return notAllowed('Only the team that shared a post changes it.');
  const { own } = found;
  const subject = await subjectOfPost(db, actor, own);
  if (!subject) return notFound;
  const { network, today } = input;
  const form = { ...input.form, id: input.postId };
  const kept = keptChart(own, input);
  const outcome = await preparePost(db, actor, { subject, form, network, today, kept });
  if (!outcome.ok) return outcome;
  const prepared = kept === null ? outcome.prepared : withOldOrigin(outcome.prepared, own);
  return { ok: true, prepared, own, rampId: subject.rampId };
}

function withOldOrigin(prepared: PreparedPost, { origin, post: head }: OwnPost): PreparedPost {
  const { cycleId, measureId, groupId, pooledWith, students, print } = origin;
  return {
    ...prepared,
    post: { ...prepared.post, groupId: head.groupId },
    origin: { teamId: origin.teamId, cycleId, measureId, groupId, pooledWith, students, print },
  };
}

/** Changes an own post as it was previewed. The ledger keeps what was released before. */
export function changePost(
  database: Database,
  actor: Actor,
  input: ChangeInput,
  now: number,
): Promise<Outcome> {
  const { postId, form } = input;
  return database.inTransaction(async (tx) => {
    const outcome = await prepareChange(tx, actor, input);
    if (!outcome.ok) return outcome;
    const { prepared, own, rampId } = outcome;
    if (own.post.version !== form.version) return conflict;
    if (own.post.standing === 'withdrawn')
      return invalid('This post is withdrawn. Share it anew from its cycle.');
    const why = unseen(prepared, form);
    if (why !== null) return invalid(why);
    const { ideaName, origin, release } = prepared;
    const ideaId = await linkIdea(tx, actor, { ideaName, rampId: linkedRamp(form, rampId) }, now);
    await tx
      .update(post)
      .set({ ...prepared.post, ideaId, changedAt: now, version: own.post.version + 1 })
      .where(eq(post.id, postId));
    await tx.update(postStory).set(prepared.story).where(eq(postStory.postId, postId));
    await tx.update(postOrigin).set(origin).where(eq(postOrigin.postId, postId));
    if (release && origin.groupId !== null)
      await recordRelease(
        tx,
        release,
        { postId, groupId: origin.groupId, signature: form.signature },
        { releasedBy: actor.personId, releasedAt: now },
      );
    if (form.signature !== 'by_name') await signOwnCommentsAsOrigin(tx, postId);
    await indexPost(tx, postId);
    await recordActivity(
      tx,
      { kind: 'post_changed', actorId: actor.personId, teamId: origin.teamId, postId, detail: form.title },
      now,
    );
    await endDraft(tx, actor.personId, draftForm('post-edit', postId));
    return { ok: true };
  });
}
