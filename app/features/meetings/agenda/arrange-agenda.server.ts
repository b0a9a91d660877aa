import { eq } from 'drizzle-orm';
import { agendaItem } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { invalid } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { loadAgenda } from './agenda-queries.server';
import {
  bumpAgenda,
  findOpenAgenda,
  listHeldSteps,
  listItemsWithWords,
  writePositions,
} from './agenda-change.server';
import { heldItems, moved } from './agenda-rules';
import { findItemToChange } from './item-queries.server';

/** Moves an item to a place of the agenda (from 0); the agenda changed since: conflict. */
export function moveItem(
  database: Database,
  actor: Actor,
  { itemId, to, agendaVersion }: { itemId: string; to: number; agendaVersion: number },
): Promise<Outcome<{ meetingId: string }>> {
  return database.inTransaction(async (tx): Promise<Outcome<{ meetingId: string }>> => {
    const item = await findItemToChange(tx, actor, itemId);
    if (!item.ok) return item;
    const { meetingId } = item;
    const found = await findOpenAgenda(tx, actor, { meetingId, agendaVersion });
    if (!found.ok) return found;
    const items = await loadAgenda(tx, { id: meetingId, runs: true });
    const held = heldItems(items, await listHeldSteps(tx, meetingId));
    const from = items.findIndex(({ id }) => id === itemId);
    if (from < held || to < held)
      return invalid('The meeting has been there already: what is past keeps its place.');
    const ids = items.map(({ id }) => id);
    const after = moved(ids, from, to);
    if (after.every((id, index) => id === ids[index])) return { ok: true, meetingId };
    await writePositions(tx, after);
    await bumpAgenda(tx, meetingId);
    return { ok: true, meetingId };
  });
}

/** Takes an item and its steps out of the agenda; not where the meeting has been, nor where people have written. */
export function removeItem(
  database: Database,
  actor: Actor,
  { itemId, agendaVersion }: { itemId: string; agendaVersion: number },
): Promise<Outcome<{ meetingId: string }>> {
  return database.inTransaction(async (tx): Promise<Outcome<{ meetingId: string }>> => {
    const item = await findItemToChange(tx, actor, itemId);
    if (!item.ok) return item;
    const { meetingId } = item;
    const found = await findOpenAgenda(tx, actor, { meetingId, agendaVersion });
    if (!found.ok) return found;
    const items = await loadAgenda(tx, { id: meetingId, runs: true });
    const held = heldItems(items, await listHeldSteps(tx, meetingId));
    if (items.findIndex(({ id }) => id === itemId) < held)
      return invalid('The meeting has been there already: what is past stays.');
    if ((await listItemsWithWords(tx, [itemId])).length > 0)
      return invalid('People have written here already, so it stays. Move it to the end instead.');
    await tx.delete(agendaItem).where(eq(agendaItem.id, itemId));
    await writePositions(
      tx,
      items.flatMap(({ id }) => (id === itemId ? [] : [id])),
    );
    await bumpAgenda(tx, meetingId);
    return { ok: true, meetingId };
  });
}
