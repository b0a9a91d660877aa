import { and, eq } from 'drizzle-orm';
import { agendaItem, presentation } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { invalid, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection, Database } from '~/platform/database.server';
import { bumpAgenda, findOpenAgenda, listItemIds } from '../agenda/agenda-change.server';
import { findSubject } from '../agenda/subject-queries.server';
import { writeNewItems } from '../agenda/write-items.server';
import { findProtocol } from '../protocols/protocol-queries.server';
import type { AskForm } from './ask-form';
import { askTeam } from './ask-team.server';

const waiting = 'One answer below needs another look. Nothing was lost.';

/** As many as an agenda holds (`agenda/add-item.server.ts`). */
const mostItems = 40;

type Placed = Outcome<{ itemId: string }>;

/** The item a presentation goes into: one without a subject (or with this cycle already), or a new one at the end. */
async function placeFor(
  tx: Connection,
  actor: Actor,
  { meetingId, form }: { meetingId: string; form: AskForm },
): Promise<Placed> {
  const at = form.place.indexOf(':');
  const [kind, key] = [form.place.slice(0, at), form.place.slice(at + 1)];
  if (kind === 'item') {
    const rows = await tx
      .select({ teamId: agendaItem.teamId, cycleId: agendaItem.cycleId, postId: agendaItem.postId })
      .from(agendaItem)
      .where(and(eq(agendaItem.id, key), eq(agendaItem.meetingId, meetingId)));
    const item = rows[0];
    if (!item) return notFound;
    const isFree = (item.teamId === null && item.postId === null) || item.cycleId === form.cycleId;
    return isFree
      ? { ok: true, itemId: key }
      : invalid(waiting, { place: ['Somebody else presents there by now. Choose another place.'] });
  }
  const protocol = await findProtocol(tx, actor, key);
  if (!protocol) return notFound;
  const there = await tx
    .select({ meetingId: agendaItem.meetingId })
    .from(agendaItem)
    .where(eq(agendaItem.id, form.newItemId));
  if (there[0]) return notFound;
  const itemIds = await listItemIds(tx, meetingId);
  if (itemIds.length >= mostItems) return invalid(`${mostItems} items are the most one agenda can hold.`);
  const item = { id: form.newItemId, title: protocol.name, protocolKey: key, steps: protocol.steps };
  await writeNewItems(tx, meetingId, { from: itemIds.length, items: [item] });
  return { ok: true, itemId: form.newItemId };
}

/**
 * Puts a team's cycle on the agenda and asks the team. Until it agrees, the room sees the team's name. A cycle that is not one
 * of the meeting's teams' is not found. A second submit changes nothing.
 */
export function askPresenter(
  database: Database,
  actor: Actor,
  { meetingId, form }: { meetingId: string; form: AskForm },
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx): Promise<Outcome> => {
    const found = await findOpenAgenda(tx, actor, { meetingId, agendaVersion: null });
    if (!found.ok) return found;
    const same = await tx
      .select({ meetingId: presentation.meetingId })
      .from(presentation)
      .where(eq(presentation.id, form.id));
    if (same[0]) return same[0].meetingId === meetingId ? { ok: true } : notFound;
    const subject = await findSubject(tx, actor, {
      owner: found.meeting,
      subject: `cycle:${form.cycleId}`,
    });
    if (subject?.teamId == null) return notFound;
    const { cycleId } = form;
    const { teamId } = subject;
    const place = await placeFor(tx, actor, { meetingId, form });
    if (!place.ok) return place;
    await askTeam(tx, actor, { id: form.id, meeting: found.meeting, teamId, cycleId }, now);
    await tx
      .update(agendaItem)
      .set({ teamId, cycleId, ...(form.why === undefined ? {} : { why: form.why }) })
      .where(eq(agendaItem.id, place.itemId));
    await bumpAgenda(tx, meetingId);
    return { ok: true };
  });
}
