import { eq } from 'drizzle-orm';
import { dayOff } from '#db/schema';
import { conflict, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import type { Actor } from './actor';
import { findDayOff } from './days-off-list-queries.server';
import { keepsDaysOff } from './people-policy';

/** Removes days off as they were when the page was read. Those that are gone already stay gone. */
export function removeDayOff(
  database: Database,
  actor: Actor,
  { id, version }: { id: string; version: number },
): Promise<Outcome> {
  return database.inTransaction(async (tx): Promise<Outcome> => {
    if (!keepsDaysOff(actor)) return notFound;
    const there = await findDayOff(tx, actor, id);
    if (!there) {
      const foreign = await tx.select({ id: dayOff.id }).from(dayOff).where(eq(dayOff.id, id));
      return foreign.length > 0 ? notFound : { ok: true };
    }
    if (!there.mayChange) return notAllowed('Administrators keep the days of the whole network.');
    if (there.version !== version) return conflict;
    await tx.delete(dayOff).where(eq(dayOff.id, id));
    return { ok: true };
  });
}
