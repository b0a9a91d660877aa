import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { changeIdea } from '#db/schema';
import { draftForm } from '~/features/drafts/draft';
import { endDraft } from '~/features/drafts/keep-draft.server';
import type { Actor } from '~/features/people/actor';
import { conflict, invalid, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection, Database } from '~/platform/database.server';
import type { ChangeIdeaForm } from '~/features/theory/change-idea-form';
import { ideaNameKey, keepsIdeas } from '~/features/theory/change-idea-rules';
import { indexIdea } from '../search/search-index.server';

const onlyFacilitators =
  'Only facilitators write in the network’s ideas. A team adds one when it shares a test.';
const waiting = 'One answer below needs another look. Nothing was lost.';
const taken = {
  name: ['There is an idea of this name already. Find it in the list, or name this one otherwise.'],
};

async function idOfName(tx: Connection, name: string): Promise<string | null> {
  const rows = await tx
    .select({ id: changeIdea.id })
    .from(changeIdea)
    .where(eq(changeIdea.nameKey, ideaNameKey(name)));
  return rows[0]?.id ?? null;
}

const versionOf = async (tx: Connection, id: string) =>
  (await tx.select({ version: changeIdea.version }).from(changeIdea).where(eq(changeIdea.id, id)))[0]
    ?.version;

/** Adds an idea to the catalogue; a second submit of the same form changes nothing. A name that is taken is invalid. */
export function addIdea(
  database: Database,
  actor: Actor,
  form: ChangeIdeaForm,
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    if (!keepsIdeas(actor)) return notAllowed(onlyFacilitators);
    const { id, version: _version, ...words } = form;
    if ((await versionOf(tx, id)) !== undefined) return { ok: true };
    if ((await idOfName(tx, words.name)) !== null) return invalid(waiting, taken);
    const stamps = { changedBy: actor.personId, createdAt: now, changedAt: now };
    await tx.insert(changeIdea).values({ id, ...words, nameKey: ideaNameKey(words.name), ...stamps });
    await indexIdea(tx, id);
    await endDraft(tx, actor.personId, draftForm('idea-new', actor.personId));
    return { ok: true };
  });
}

/** Writes an idea over the version the form was read at; changed since: conflict. A name that is taken is invalid. */
export function changeIdeaWords(
  database: Database,
  actor: Actor,
  form: ChangeIdeaForm,
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const { id, version, ...words } = form;
    const stored = await versionOf(tx, id);
    if (stored === undefined) return notFound;
    if (!keepsIdeas(actor)) return notAllowed(onlyFacilitators);
    if (stored !== version) return conflict;
    const holder = await idOfName(tx, words.name);
    if (holder !== null && holder !== id) return invalid(waiting, taken);
    await tx
      .update(changeIdea)
      .set({
        ...{ ...words, nameKey: ideaNameKey(words.name), version: version + 1 },
        ...{ changedBy: actor.personId, changedAt: now },
      })
      .where(eq(changeIdea.id, id));
    await indexIdea(tx, id);
    await endDraft(tx, actor.personId, draftForm('idea', id));
    return { ok: true };
  });
}

/** The idea of this name, made when there is none yet: how a team's sharing adds to the catalogue. Inside its transaction. */
export async function findOrMakeIdea(
  tx: Connection,
  actor: Pick<Actor, 'personId'>,
  { name, warrant }: { name: string; warrant: string },
  now: number,
): Promise<{ id: string }> {
  const known = await idOfName(tx, name);
  if (known !== null) return { id: known };
  const id = uuidv7();
  await tx.insert(changeIdea).values({
    ...{
      id,
      name: name.normalize('NFC').trim().replaceAll(/\s+/g, ' '),
      nameKey: ideaNameKey(name),
      warrant,
    },
    ...{ changedBy: actor.personId, createdAt: now, changedAt: now },
  });
  await indexIdea(tx, id);
  return { id };
}
