import { eq, inArray } from 'drizzle-orm';
import { agendaItem, agendaStep } from '#db/schema';
import { draftForm } from '~/features/drafts/draft';
import { endDraft } from '~/features/drafts/keep-draft.server';
import type { Actor } from '~/features/people/actor';
import { invalid, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection, Database } from '~/platform/database.server';
import { askTeam } from '../presenters/ask-team.server';
import { writtenSteps } from '../protocols/protocol-form';
import { loadAgenda } from './agenda-queries.server';
import { bumpAgenda, findOpenAgenda, listHeldSteps } from './agenda-change.server';
import type { ItemForm } from './item-form';
import { findItemToChange } from './item-queries.server';
import { storedSubject, subjectValue } from './subject-choices';
import type { StoredSubject } from './subject-choices';
import { findSubject } from './subject-queries.server';

const waiting = 'One answer below needs another look. Nothing was lost.';

type Written = ReturnType<typeof writtenSteps>;

/** Ids are the form's; one that another item has, or that stands twice, is not this form's to write. */
async function areOwnSteps(tx: Connection, itemId: string, ids: string[]): Promise<boolean> {
  if (new Set(ids).size < ids.length) return false;
  const there = await tx
    .select({ of: agendaStep.itemId })
    .from(agendaStep)
    .where(inArray(agendaStep.id, ids));
  return there.every(({ of }) => of === itemId);
}

/** What the meeting has been in stays, first and in its order. */
function keepsHeld(heldOfItem: string[], steps: Written): boolean {
  return heldOfItem.every((id, index) => steps[index]?.id === id);
}

async function writeSteps(
  tx: Connection,
  { itemId, stored, steps }: { itemId: string; stored: string[]; steps: Written },
): Promise<void> {
  const kept = new Set(steps.map(({ id }) => id));
  const gone = stored.filter((id) => !kept.has(id));
  if (gone.length > 0) await tx.delete(agendaStep).where(inArray(agendaStep.id, gone));
  for (const [position, { id, ...words }] of steps.entries())
    await tx
      .insert(agendaStep)
      .values({ id, itemId, position, ...words })
      .onConflictDoUpdate({ target: agendaStep.id, set: { position, ...words } });
}

/**
 * Writes an item's words, subject and steps; the agenda changed since the form was read: conflict. A subject that is not one of
 * the meeting's is invalid, beside its field; what the item has already may stay. In a cohort's meeting the team of a newly
 * chosen cycle is asked to present it (`askId` is the presentation's id).
 */
export function changeItem(
  database: Database,
  actor: Actor,
  { itemId, form, askId }: { itemId: string; form: ItemForm; askId: string },
  now: number,
): Promise<Outcome<{ meetingId: string }>> {
  return database.inTransaction(async (tx): Promise<Outcome<{ meetingId: string }>> => {
    const own = await findItemToChange(tx, actor, itemId);
    if (!own.ok) return own;
    const { meetingId } = own;
    const { agendaVersion, title, focus } = form;
    const found = await findOpenAgenda(tx, actor, { meetingId, agendaVersion });
    if (!found.ok) return found;
    const item = (await loadAgenda(tx, { id: meetingId, runs: true })).find(({ id }) => id === itemId);
    if (!item) return notFound;
    const steps = writtenSteps(form.protocolSteps);
    if (
      !(await areOwnSteps(
        tx,
        itemId,
        steps.map(({ id }) => id),
      ))
    )
      return notFound;
    const stored = item.steps.map(({ id }) => id);
    const heldIds = await listHeldSteps(tx, meetingId);
    if (
      !keepsHeld(
        stored.filter((id) => heldIds.includes(id)),
        steps,
      )
    )
      return invalid('The meeting has been in a step that is missing here. It stays where it was.');
    const isSame = subjectValue(storedSubject(item.subject)) === form.subject;
    const subject: StoredSubject | null = isSame
      ? storedSubject(item.subject)
      : await findSubject(tx, actor, { owner: found.meeting, subject: form.subject });
    if (subject === null)
      return invalid(waiting, { subject: ['Choose a team, cycle or post that this meeting can show.'] });
    if (!isSame && found.meeting.cohortId !== null && subject.teamId !== null && subject.cycleId !== null) {
      const { teamId, cycleId } = subject;
      await askTeam(tx, actor, { id: askId, meeting: found.meeting, teamId, cycleId }, now);
    }
    await tx
      .update(agendaItem)
      .set({ title, focus, ...subject, why: isSame ? item.why : '' })
      .where(eq(agendaItem.id, itemId));
    await writeSteps(tx, { itemId, stored, steps });
    await bumpAgenda(tx, meetingId);
    await endDraft(tx, actor.personId, draftForm('agenda-item', itemId));
    return { ok: true, meetingId };
  });
}
