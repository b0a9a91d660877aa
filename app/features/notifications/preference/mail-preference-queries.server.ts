import { eq } from 'drizzle-orm';
import { mailPreference } from '#db/schema';
import type { Connection } from '~/platform/database.server';
import type { MailPreference } from './mail-preference';
import { usualPreference } from './mail-preference';

/** When a person wants mail; what is usual in the network where they have not chosen. */
export async function findMailPreference(
  db: Connection,
  personId: string,
  networkTimeZone: string,
): Promise<MailPreference> {
  const rows = await db
    .select({
      ...{ rhythm: mailPreference.rhythm, hour: mailPreference.hour, weekday: mailPreference.weekday },
      ...{ timeZone: mailPreference.timeZone, immediate: mailPreference.immediate },
    })
    .from(mailPreference)
    .where(eq(mailPreference.personId, personId));
  return rows[0] ?? usualPreference(networkTimeZone);
}
