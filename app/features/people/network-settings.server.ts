import type { RunChartRules } from '#db/vocabulary';
import { network } from '#db/schema';
import { notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import type { Actor } from './actor';

/** Chooses the rules that every run chart of the network is judged by. */
export function chooseRunChartRules(
  database: Database,
  actor: Actor,
  rules: RunChartRules,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    if (!actor.isAdministrator) return notFound;
    await tx.update(network).set({ runChartRules: rules });
    return { ok: true };
  });
}
