import { network } from '#db/schema';
import { notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import type { Actor } from './actor';
import type { NetworkSettings } from './network-settings-form';

/** Writes what holds for everybody in the network. */
export function changeNetworkSettings(
  database: Database,
  actor: Actor,
  { rules, minimumGroup }: NetworkSettings,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    if (!actor.isAdministrator) return notFound;
    await tx.update(network).set({ runChartRules: rules, minimumGroup });
    return { ok: true };
  });
}
