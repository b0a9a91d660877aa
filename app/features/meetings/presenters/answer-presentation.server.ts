import { and, eq, sql } from 'drizzle-orm';
import { agendaItem, meeting, presentation } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import { draftForm } from '~/features/drafts/draft';
import { endDraft } from '~/features/drafts/keep-draft.server';
import { recordRelease } from '~/features/feed/sharing/disclosure-ledger.server';
import { printOf } from '~/features/feed/sharing/prepare-post.server';
import type { Actor, Network } from '~/features/people/actor';
import { conflict, invalid, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import { touchRoom } from '../live/touch-room.server';
import type { DeclineForm, PresentForm } from './present-form';
import type { Presentation } from './presentation';
import { findPresentation } from './presentation-queries.server';
import { notLookedAtWords, offAgendaWords } from './presentation-words';
import { prepareStoryboard } from './prepare-storyboard.server';
import type { PreparedStoryboard } from './prepare-storyboard.server';

/** What a half-worded storyboard is kept under. */
export const presentDraft = (presentationId: string) => draftForm('present', presentationId);

const changed = 'Something changed since you looked. This is what the room would see now.';

/** What was shown last must be what the room sees, and every question about the words must have been looked at. */
export function notSeenYet(prepared: PreparedStoryboard, form: PresentForm): string | null {
  const { print, questionsPrint, asked } = prepared;
  if (form.previewed !== print) return changed;
  if (questionsPrint !== '' && form.looked !== questionsPrint) return notLookedAtWords(asked);
  return null;
}

/** Why a presentation cannot be answered at all any more; null while it can. A yes can be taken back from off the agenda too. */
export function tooLateWords({ state, meeting: of }: Pick<Presentation, 'state' | 'meeting'>): string | null {
  if (of.cancelledAt !== null) return 'This meeting was cancelled.';
  if (of.isOver) return 'This meeting is over.';
  return state === 'declined' ? 'Your team has said no. The facilitator can ask again.' : null;
}

/** Why a team cannot agree to present any more, or not for now; null while it can. */
export function cannotAgreeWords(presentation: Pick<Presentation, 'state' | 'meeting' | 'isOnAgenda'>) {
  return tooLateWords(presentation) ?? (presentation.isOnAgenda ? null : offAgendaWords(presentation));
}

async function findOwn(
  tx: Connection,
  actor: Actor,
  presentationId: string,
): Promise<Outcome<{ found: Presentation }>> {
  const found = await findPresentation(tx, actor, presentationId);
  if (!found) return notFound;
  if (!found.isOwn) return notAllowed('Only the team itself says what it presents.');
  return { ok: true, found };
}

const stored = async (tx: Connection, presentationId: string) =>
  (
    await tx
      .select({ shown: presentation.shown, agreedBy: presentation.agreedBy })
      .from(presentation)
      .where(eq(presentation.id, presentationId))
  )[0];

/** The same form once more: what it agreed to is what stands. */
async function isSecondSubmit(
  tx: Connection,
  actor: Actor,
  { id, version }: Presentation,
  form: PresentForm,
): Promise<boolean> {
  if (version !== form.version + 1) return false;
  const row = await stored(tx, id);
  return (
    row?.shown != null && row.agreedBy === actor.personId && printOf(JSON.parse(row.shown)) === form.previewed
  );
}

type AgreeInput = { presentationId: string; form: PresentForm; network: Network; today: SchoolDay };

/**
 * Agrees to present a cycle of the actor's own team as it was previewed: what the room sees and the ledger's entry, in one
 * transaction. Agreeing once more changes what the room sees. A second submit changes nothing.
 */
export function agreeToPresent(
  database: Database,
  actor: Actor,
  { presentationId, form, network, today }: AgreeInput,
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const own = await findOwn(tx, actor, presentationId);
    if (!own.ok) return own;
    const { found } = own;
    if (await isSecondSubmit(tx, actor, found, form)) return { ok: true };
    // What came off the agenda says so, whatever version the form was read at.
    const why = cannotAgreeWords(found);
    if (!found.isOnAgenda && why !== null) return invalid(why);
    if (found.version !== form.version) return conflict;
    if (why !== null) return invalid(why);
    const outcome = await prepareStoryboard(tx, actor, { presentation: found, form, network, today });
    if (!outcome.ok) return outcome;
    const { prepared } = outcome;
    const unseen = notSeenYet(prepared, form);
    if (unseen !== null) return invalid(unseen);
    const agreed = { agreedBy: actor.personId, agreedAt: now, version: found.version + 1 };
    await tx
      .update(presentation)
      .set({ shown: JSON.stringify(prepared.shown), ...agreed })
      .where(eq(presentation.id, presentationId));
    if (prepared.release)
      await recordRelease(
        tx,
        prepared.release.entry,
        { presentationId, groupId: prepared.release.groupId, signature: 'by_name' },
        { releasedBy: actor.personId, releasedAt: now },
      );
    if (found.state === 'asked') await tellOf(tx, actor, { found, kind: 'presentation_agreed' }, now);
    await touchRoom(tx, found.meetingId);
    await endDraft(tx, actor.personId, presentDraft(presentationId));
    return { ok: true };
  });
}

function tellOf(
  tx: Connection,
  actor: Actor,
  { found, kind }: { found: Presentation; kind: 'presentation_agreed' | 'presentation_declined' },
  now: number,
): Promise<void> {
  const { id, teamId, cycleId, meetingId, askedBy, meeting: of } = found;
  return recordActivity(
    tx,
    {
      ...{ kind, actorId: actor.personId, teamId, cycleId, meetingId },
      ...{ aboutPersonId: askedBy, aboutId: id, detail: of.title },
    },
    now,
  );
}

/**
 * Says no, this time, or no longer: the room sees nothing of the cycle, and the items it stood in are free again. What was
 * released stays in the ledger. A second submit changes nothing.
 */
export function declineToPresent(
  database: Database,
  actor: Actor,
  { presentationId, form }: { presentationId: string; form: DeclineForm },
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const own = await findOwn(tx, actor, presentationId);
    if (!own.ok) return own;
    const { found } = own;
    if (found.state === 'declined') return { ok: true };
    if (found.version !== form.version) return conflict;
    const late = tooLateWords(found);
    if (late !== null) return invalid(late);
    const declined = { declinedBy: actor.personId, declinedAt: now, declinedWhy: form.why ?? '' };
    await tx
      .update(presentation)
      .set({ shown: null, agreedBy: null, agreedAt: null, ...declined, version: found.version + 1 })
      .where(eq(presentation.id, presentationId));
    await tx
      .update(agendaItem)
      .set({ teamId: null, cycleId: null, why: '' })
      .where(and(eq(agendaItem.meetingId, found.meetingId), eq(agendaItem.cycleId, found.cycleId)));
    await tx
      .update(meeting)
      .set({ agendaVersion: sql`${meeting.agendaVersion} + 1` })
      .where(eq(meeting.id, found.meetingId));
    await tellOf(tx, actor, { found, kind: 'presentation_declined' }, now);
    await touchRoom(tx, found.meetingId);
    await endDraft(tx, actor.personId, presentDraft(presentationId));
    return { ok: true };
  });
}
