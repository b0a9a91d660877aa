import { v7 as uuidv7 } from 'uuid';
import { agendaItem, agendaStep } from '#db/schema';
import type { Connection } from '~/platform/database.server';
import type { ProtocolStep } from '../protocols/protocol';

/** An item still without a subject; an id is made where none comes with a form. */
export type NewItem = { id?: string; title: string; protocolKey: string; steps: readonly ProtocolStep[] };

/** Writes items with copies of their steps at the end of an agenda; `from` is the first one's position. Inside a transaction. */
export async function writeNewItems(
  tx: Connection,
  meetingId: string,
  { from, items }: { from: number; items: readonly NewItem[] },
): Promise<void> {
  for (const [index, item] of items.entries()) {
    const { id = uuidv7(), title, protocolKey, steps } = item;
    await tx.insert(agendaItem).values({ id, meetingId, position: from + index, title, protocolKey });
    for (const [position, { title: name, minutes, speaks, silent, prompt }] of steps.entries())
      await tx
        .insert(agendaStep)
        .values({ id: uuidv7(), itemId: id, position, title: name, minutes, speaks, silent, prompt });
  }
}
