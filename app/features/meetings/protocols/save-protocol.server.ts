import { eq, inArray } from 'drizzle-orm';
import { protocol, protocolStep } from '#db/schema';
import { draftForm } from '~/features/drafts/draft';
import { endDraft } from '~/features/drafts/keep-draft.server';
import type { Actor } from '~/features/people/actor';
import { conflict, invalid, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection, Database } from '~/platform/database.server';
import { writtenSteps } from './protocol-form';
import type { ProtocolForm } from './protocol-form';
import { shippedProtocol, shippedProtocols } from './protocol-library';
import { keepsProtocols, readsProtocols } from './protocol-policy';
import { protocolNameKey } from './protocol-rules';

const waiting = 'One answer below needs another look. Nothing was lost.';
const taken = { name: ['There is a protocol of this name already. Name this one otherwise.'] };

/** Who has no library finds nothing; who only reads it may not write. */
function mayKeep(actor: Actor): Outcome {
  if (!readsProtocols(actor)) return notFound;
  return keepsProtocols(actor)
    ? { ok: true }
    : notAllowed('Facilitators and administrators write the network’s own protocols.');
}

async function storedHead(tx: Connection, id: string) {
  const rows = await tx
    .select({ version: protocol.version, retiredAt: protocol.retiredAt })
    .from(protocol)
    .where(eq(protocol.id, id));
  return rows[0] ?? null;
}

async function isTaken(tx: Connection, { id, name }: { id: string; name: string }): Promise<boolean> {
  const key = protocolNameKey(name);
  if (shippedProtocols.some((one) => protocolNameKey(one.name) === key)) return true;
  const rows = await tx.select({ id: protocol.id }).from(protocol).where(eq(protocol.nameKey, key));
  return rows.some((row) => row.id !== id);
}

/** Ids are the form's; one that another protocol has, or that stands twice, is not this form's to write. */
async function stepsProblem(tx: Connection, form: ProtocolForm): Promise<Outcome> {
  const ids = writtenSteps(form.protocolSteps).map(({ id }) => id);
  if (new Set(ids).size < ids.length) return invalid('This is not one of our forms.');
  const there = await tx
    .select({ of: protocolStep.protocolId })
    .from(protocolStep)
    .where(inArray(protocolStep.id, ids));
  return there.every(({ of }) => of === form.id) ? { ok: true } : notFound;
}

async function writeSteps(tx: Connection, form: ProtocolForm): Promise<void> {
  await tx.delete(protocolStep).where(eq(protocolStep.protocolId, form.id));
  const rows = writtenSteps(form.protocolSteps).map((step, position) => ({
    ...step,
    position,
    protocolId: form.id,
  }));
  await tx.insert(protocolStep).values(rows);
}

/** Adds a protocol of the network's own; a second submit of the same form changes nothing. A name that is taken is invalid. */
export function addProtocol(
  database: Database,
  actor: Actor,
  form: ProtocolForm,
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx): Promise<Outcome> => {
    const allowed = mayKeep(actor);
    if (!allowed.ok) return allowed;
    if ((await storedHead(tx, form.id)) !== null) return { ok: true };
    if (await isTaken(tx, form)) return invalid(waiting, taken);
    const sound = await stepsProblem(tx, form);
    if (!sound.ok) return sound;
    const { id, name, about = '' } = form;
    const madeFrom = shippedProtocol(form.madeFrom ?? '')?.key ?? '';
    const by = { createdBy: actor.personId, createdAt: now, changedBy: actor.personId, changedAt: now };
    await tx.insert(protocol).values({ id, name, nameKey: protocolNameKey(name), about, madeFrom, ...by });
    await writeSteps(tx, form);
    await endDraft(tx, actor.personId, draftForm('protocol-new', actor.personId));
    return { ok: true };
  });
}

/** Writes an own protocol over the version the form was read at; changed since: conflict. Agendas keep their copies. */
export function changeProtocol(
  database: Database,
  actor: Actor,
  form: ProtocolForm,
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx): Promise<Outcome> => {
    const stored = readsProtocols(actor) ? await storedHead(tx, form.id) : null;
    if (stored === null) return notFound;
    const allowed = mayKeep(actor);
    if (!allowed.ok) return allowed;
    if (stored.version !== form.version) return conflict;
    if (await isTaken(tx, form)) return invalid(waiting, taken);
    const sound = await stepsProblem(tx, form);
    if (!sound.ok) return sound;
    const { id, name, about = '' } = form;
    const stamp = { changedBy: actor.personId, changedAt: now, version: stored.version + 1 };
    await tx
      .update(protocol)
      .set({ name, nameKey: protocolNameKey(name), about, ...stamp })
      .where(eq(protocol.id, id));
    await writeSteps(tx, form);
    await endDraft(tx, actor.personId, draftForm('protocol', id));
    return { ok: true };
  });
}

type Retirement = { protocolId: string; version: number; wanted: 'retired' | 'offered' };

/** Offers an own protocol no longer, or again. Already so: nothing changes. Changed since it was read: conflict. */
export function retireProtocol(
  database: Database,
  actor: Actor,
  { protocolId, version, wanted }: Retirement,
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx): Promise<Outcome> => {
    const stored = readsProtocols(actor) ? await storedHead(tx, protocolId) : null;
    if (stored === null) return notFound;
    const allowed = mayKeep(actor);
    if (!allowed.ok) return allowed;
    if ((stored.retiredAt !== null) === (wanted === 'retired')) return { ok: true };
    if (stored.version !== version) return conflict;
    const stamp = { changedBy: actor.personId, changedAt: now, version: version + 1 };
    await tx
      .update(protocol)
      .set({ retiredAt: wanted === 'retired' ? now : null, ...stamp })
      .where(eq(protocol.id, protocolId));
    return { ok: true };
  });
}
