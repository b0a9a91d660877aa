import { and, eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { draft, draftEnding } from '#db/schema';
import { formatClock } from '~/lib/school-day';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import type { DraftState } from './draft';

const draftQuery = perConnection((db) =>
  db
    .select({ id: draft.id, fields: draft.fields, savedAt: draft.savedAt })
    .from(draft)
    .where(and(eq(draft.personId, sql.placeholder('personId')), eq(draft.form, sql.placeholder('form'))))
    .prepare(),
);

const endingQuery = perConnection((db) =>
  db
    .select({ times: draftEnding.times })
    .from(draftEnding)
    .where(
      and(
        eq(draftEnding.personId, sql.placeholder('personId')),
        eq(draftEnding.form, sql.placeholder('form')),
      ),
    )
    .prepare(),
);

/** How often this person's draft of this form has ended. */
export async function countEndings(db: Connection, personId: string, form: string): Promise<number> {
  const rows = await endingQuery(db).execute({ personId, form });
  return rows[0]?.times ?? 0;
}

/** What this person has kept of this form, and the id under which to go on keeping it. */
export async function findDraft(
  db: Connection,
  who: { personId: string; timeZone: string },
  form: string,
): Promise<DraftState> {
  const rows = await draftQuery(db).execute({ personId: who.personId, form });
  const ended = await countEndings(db, who.personId, form);
  const found = rows[0];
  if (!found) return { form, draftId: uuidv7(), ended, kept: null };
  return {
    form,
    draftId: found.id,
    ended,
    kept: { fields: found.fields, savedClock: formatClock(found.savedAt, who.timeZone) },
  };
}
