import { and, eq, isNull } from 'drizzle-orm';
import { post, postOrigin, postStory, ramp } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import { draftForm } from '~/features/drafts/draft';
import { endDraft } from '~/features/drafts/keep-draft.server';
import type { Actor, Network } from '~/features/people/actor';
import { worksInTeam } from '~/features/people/people-policy';
import { findOrMakeIdea } from '~/features/feed/ideas/save-change-idea.server';
import { invalid, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import { indexPost } from '../search/search-index.server';
import { recordRelease } from './disclosure-ledger.server';
import { preparePost } from './prepare-post.server';
import type { PreparedPost } from './prepare-post.server';
import type { ShareForm } from './share-form';
import type { ShareSubject } from './share-subject';

export type ShareInput = {
  /** Looked up through the actor's scope, afresh in the transaction. */
  findSubject: (tx: Connection) => Promise<ShareSubject | null>;
  form: ShareForm;
  network: Network;
  today: SchoolDay;
};

const changed = 'Something changed since you looked. This is what others would see now.';

/** A ramp is linked to its idea by a signed post only: the link would stand beside a hidden one and tell whose it is. */
export function linkedRamp({ signature }: ShareForm, rampId: string | null): string | null {
  return signature === 'by_name' ? rampId : null;
}

/** The idea a post is about, made where the catalogue has none of that name; its ramp is linked with the first one. */
export async function linkIdea(
  tx: Connection,
  actor: Actor,
  { ideaName, rampId }: { ideaName: string; rampId: string | null },
  now: number,
): Promise<string | null> {
  if (ideaName.trim() === '') return null;
  const idea = await findOrMakeIdea(tx, actor, { name: ideaName, warrant: '' }, now);
  if (rampId !== null)
    await tx
      .update(ramp)
      .set({ ideaId: idea.id })
      .where(and(eq(ramp.id, rampId), isNull(ramp.ideaId)));
  return idea.id;
}

/** What was shown last must be what is shared, and every question about the words must have been looked at. */
export function unseen({ print, questionsPrint }: PreparedPost, form: ShareForm): string | null {
  if (form.previewed !== print) return changed;
  if (questionsPrint !== '' && form.looked !== questionsPrint)
    return 'Please look at the words marked below first, and say that you have.';
  return null;
}

/**
 * Shares a post of the actor's own team as it was previewed: what others see, whose it is, and the ledger's entry, in one
 * transaction. A second submit changes nothing.
 */
export function sharePost(
  database: Database,
  actor: Actor,
  { findSubject, form, network, today }: ShareInput,
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const there = await tx
      .select({ teamId: postOrigin.teamId })
      .from(postOrigin)
      .where(eq(postOrigin.postId, form.id));
    if (there[0])
      return there[0].teamId !== null && worksInTeam(actor, there[0].teamId) ? { ok: true } : notFound;
    const subject = await findSubject(tx);
    if (!subject) return notFound;
    const outcome = await preparePost(tx, actor, { subject, form, network, today, kept: null });
    if (!outcome.ok) return outcome;
    const { prepared } = outcome;
    const why = unseen(prepared, form);
    if (why !== null) return invalid(why);
    const { ideaName, origin, release } = prepared;
    const ideaId = await linkIdea(tx, actor, { ideaName, rampId: linkedRamp(form, subject.rampId) }, now);
    const postId = form.id;
    await tx.insert(post).values({ id: postId, ...prepared.post, ideaId, sharedAt: now });
    await tx.insert(postStory).values({ postId, ...prepared.story });
    await tx.insert(postOrigin).values({ postId, authorId: actor.personId, ...origin });
    if (release && origin.groupId !== null)
      await recordRelease(
        tx,
        release,
        { postId, groupId: origin.groupId, signature: form.signature },
        { releasedBy: actor.personId, releasedAt: now },
      );
    await indexPost(tx, postId);
    await recordActivity(
      tx,
      {
        ...{ kind: 'post_shared', actorId: actor.personId, teamId: subject.team.id, postId },
        ...{ detail: form.title, ...(subject.cycleId === null ? {} : { cycleId: subject.cycleId }) },
      },
      now,
    );
    await endDraft(tx, actor.personId, shareDraft(subject));
    return { ok: true };
  });
}

/** What a half-written post is kept under. */
export function shareDraft({ cycleId, firstSeries, team }: ShareSubject): string {
  return draftForm('post-new', cycleId ?? firstSeries?.split('/')[0] ?? team.id);
}
