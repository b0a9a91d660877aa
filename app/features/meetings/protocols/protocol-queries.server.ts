import { asc, eq, isNotNull, isNull } from 'drizzle-orm';
import { person, protocol, protocolStep } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import type { Connection } from '~/platform/database.server';
import type { OwnProtocol, Protocol, ProtocolStep } from './protocol';
import { shippedProtocol } from './protocol-library';
import { readsProtocols } from './protocol-policy';

function ownRows(db: Connection) {
  return db
    .select({
      ...{ id: protocol.id, name: protocol.name, about: protocol.about, madeFrom: protocol.madeFrom },
      ...{ version: protocol.version, retiredAt: protocol.retiredAt, changedByName: person.name },
    })
    .from(protocol)
    .innerJoin(person, eq(person.id, protocol.changedBy))
    .$dynamic();
}

type OwnRow = Awaited<ReturnType<typeof ownRows>>[number];
type StepRow = ProtocolStep & { protocolId: string };

function stepRows(db: Connection) {
  return db
    .select({
      ...{ protocolId: protocolStep.protocolId, title: protocolStep.title, minutes: protocolStep.minutes },
      ...{ speaks: protocolStep.speaks, silent: protocolStep.silent, prompt: protocolStep.prompt },
    })
    .from(protocolStep)
    .$dynamic();
}

function ownProtocolOf(row: OwnRow, all: StepRow[]): OwnProtocol {
  const { id, name, about, version, changedByName, retiredAt } = row;
  const steps = all
    .filter(({ protocolId }) => protocolId === id)
    .map(({ protocolId: _protocolId, ...step }) => step);
  const madeFrom = shippedProtocol(row.madeFrom)?.name ?? '';
  return {
    ...{ key: id, name, about, kind: 'protocol', version, changedByName, madeFrom, steps },
    minutes: steps.reduce((sum, { minutes }) => sum + minutes, 0),
    source: madeFrom === '' ? 'The network’s own.' : `The network’s own, made from ${madeFrom}.`,
    isRetired: retiredAt !== null,
  };
}

/** The network's own protocols by name, the offered or the retired ones; none for who may not read the library. */
export async function listOwnProtocols(
  db: Connection,
  actor: Actor,
  which: 'offered' | 'retired' = 'offered',
): Promise<OwnProtocol[]> {
  if (!readsProtocols(actor)) return [];
  const { retiredAt } = protocol;
  const rows = await ownRows(db)
    .where(which === 'offered' ? isNull(retiredAt) : isNotNull(retiredAt))
    .orderBy(asc(protocol.nameKey));
  const steps = await stepRows(db).orderBy(asc(protocolStep.position), asc(protocolStep.id));
  return rows.map((row) => ownProtocolOf(row, steps));
}

/** Retired ones are found too. Null when it is not there or not for this actor. */
export async function findOwnProtocol(
  db: Connection,
  actor: Actor,
  protocolId: string,
): Promise<OwnProtocol | null> {
  if (!readsProtocols(actor)) return null;
  const rows = await ownRows(db).where(eq(protocol.id, protocolId));
  if (!rows[0]) return null;
  const steps = await stepRows(db)
    .where(eq(protocolStep.protocolId, protocolId))
    .orderBy(asc(protocolStep.position), asc(protocolStep.id));
  return ownProtocolOf(rows[0], steps);
}

/** A protocol that may stand in an agenda: shipped, or the network's own and not retired. */
export async function findProtocol(db: Connection, actor: Actor, key: string): Promise<Protocol | null> {
  const shipped = shippedProtocol(key);
  if (shipped) return readsProtocols(actor) ? shipped : null;
  const own = await findOwnProtocol(db, actor, key);
  return own && !own.isRetired ? own : null;
}

/** Ids of an own protocol's steps in order, for its form. */
export async function listStepIds(db: Connection, protocolId: string): Promise<string[]> {
  const rows = await db
    .select({ id: protocolStep.id })
    .from(protocolStep)
    .where(eq(protocolStep.protocolId, protocolId))
    .orderBy(asc(protocolStep.position), asc(protocolStep.id));
  return rows.map(({ id }) => id);
}
