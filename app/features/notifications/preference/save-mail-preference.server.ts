import { v7 as uuidv7 } from 'uuid';
import { mailPreference } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import type { MailPreference } from './mail-preference';

/** Keeps when the actor wants mail; the last word holds. */
export async function saveMailPreference(
  database: Database,
  { personId }: Actor,
  chosen: MailPreference,
  now: number,
): Promise<Outcome> {
  const row = { ...chosen, changedAt: now };
  await database.inTransaction(async (tx) => {
    await tx
      .insert(mailPreference)
      .values({ id: uuidv7(), personId, ...row })
      .onConflictDoUpdate({ target: mailPreference.personId, set: row });
  });
  return { ok: true };
}
