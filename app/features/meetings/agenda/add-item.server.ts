import { eq } from 'drizzle-orm';
import { agendaItem } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { invalid, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import type { ProtocolStep } from '../protocols/protocol';
import { findProtocol } from '../protocols/protocol-queries.server';
import { bumpAgenda, findOpenAgenda, listItemIds, writePositions } from './agenda-change.server';
import { writeNewItems } from './write-items.server';

const mostItems = 40;

const byHand: ProtocolStep = {
  ...{ title: 'Talk', minutes: 10, speaks: 'everyone', silent: 'nobody', prompt: '' },
};

type Input = { meetingId: string; id: string; protocolKey: string };

/**
 * Puts an item at the end of an agenda, whatever its version: what others changed meanwhile stays. Its steps are copies of
 * the protocol's. A second submit of the same form changes nothing.
 */
export function addItem(database: Database, actor: Actor, input: Input): Promise<Outcome> {
  const { meetingId, id, protocolKey } = input;
  return database.inTransaction(async (tx): Promise<Outcome> => {
    const found = await findOpenAgenda(tx, actor, { meetingId, agendaVersion: null });
    if (!found.ok) return found;
    const there = await tx.select({ of: agendaItem.meetingId }).from(agendaItem).where(eq(agendaItem.id, id));
    if (there[0]) return there[0].of === meetingId ? { ok: true } : notFound;
    const protocol = protocolKey === '' ? null : await findProtocol(tx, actor, protocolKey);
    if (protocolKey !== '' && protocol === null) return notFound;
    const itemIds = await listItemIds(tx, meetingId);
    if (itemIds.length >= mostItems) return invalid(`${mostItems} items are the most one agenda can hold.`);
    const item = protocol
      ? { id, title: protocol.name, protocolKey, steps: protocol.steps }
      : { id, title: 'New item', protocolKey: '', steps: [byHand] };
    await writeNewItems(tx, meetingId, { from: itemIds.length, items: [item] });
    await writePositions(tx, [...itemIds, id]);
    await bumpAgenda(tx, meetingId);
    return { ok: true };
  });
}
