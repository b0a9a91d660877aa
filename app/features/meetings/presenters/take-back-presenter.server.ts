import { and, eq } from 'drizzle-orm';
import { agendaItem } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { bumpAgenda, findOpenAgenda } from '../agenda/agenda-change.server';
import { subjectValue } from '../agenda/subject-choices';
import type { TakeBackForm } from './take-back-form';

/**
 * Frees an item of the agenda from who presents in it: the item stays, without a subject, and what the team was asked rests. An
 * item of another meeting is not found. Where somebody else presents in it by now, or nobody, nothing changes.
 */
export function takeBackPresenter(
  database: Database,
  actor: Actor,
  { meetingId, form }: { meetingId: string; form: TakeBackForm },
): Promise<Outcome> {
  return database.inTransaction(async (tx): Promise<Outcome> => {
    const found = await findOpenAgenda(tx, actor, { meetingId, agendaVersion: null });
    if (!found.ok) return found;
    const [item] = await tx
      .select({ teamId: agendaItem.teamId, cycleId: agendaItem.cycleId, postId: agendaItem.postId })
      .from(agendaItem)
      .where(and(eq(agendaItem.id, form.itemId), eq(agendaItem.meetingId, meetingId)));
    if (!item) return notFound;
    if (subjectValue(item) !== form.subject) return { ok: true };
    await tx
      .update(agendaItem)
      .set({ teamId: null, cycleId: null, postId: null, why: '' })
      .where(eq(agendaItem.id, form.itemId));
    await bumpAgenda(tx, meetingId);
    return { ok: true };
  });
}
