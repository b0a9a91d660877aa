import { and, eq, inArray } from 'drizzle-orm';
import { outgoingMail } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';

/**
 * Lets a mail that was given up, or that may have arrived or not, go once more, under the same Message-ID: mail programs
 * show it once. Asking twice, or for one that is on its way, changes nothing.
 */
export function sendMailAgain(
  database: Database,
  actor: Actor,
  { mailId }: { mailId: string },
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    if (!actor.isAdministrator) return notFound;
    const [known] = await tx
      .select({ id: outgoingMail.id })
      .from(outgoingMail)
      .where(eq(outgoingMail.id, mailId));
    if (!known) return notFound;
    await tx
      .update(outgoingMail)
      .set({ state: 'waiting', attempts: 0, nextTryAt: now })
      .where(and(eq(outgoingMail.id, mailId), inArray(outgoingMail.state, ['unsure', 'given_up'])));
    return { ok: true };
  });
}
