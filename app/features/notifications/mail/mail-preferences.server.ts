import { inArray } from 'drizzle-orm';
import { mailPreference } from '#db/schema';
import type { Connection } from '~/platform/database.server';
import { usualPreference } from '../preference/mail-preference';
import type { MailPreference } from '../preference/mail-preference';

/** `chosenAt` is null for somebody who has chosen nothing. */
export type ChosenPreference = { preference: MailPreference; chosenAt: number | null };

/** SQLite takes some thirty thousand values in a statement. */
const mostAtOnce = 5000;

/** When these people want mail, whether they have chosen or not. */
export async function preferencesOf(
  db: Connection,
  personIds: readonly string[],
  networkTimeZone: string,
): Promise<(personId: string) => ChosenPreference> {
  const rows: (typeof mailPreference.$inferSelect)[] = [];
  for (let from = 0; from < personIds.length; from += mostAtOnce)
    rows.push(
      ...(await db
        .select()
        .from(mailPreference)
        .where(inArray(mailPreference.personId, personIds.slice(from, from + mostAtOnce)))),
    );
  const chosen = new Map(
    rows.map(({ personId, changedAt, rhythm, hour, weekday, timeZone, immediate }) => [
      personId,
      { preference: { rhythm, hour, weekday, timeZone, immediate }, chosenAt: changedAt },
    ]),
  );
  const usual = { preference: usualPreference(networkTimeZone), chosenAt: null };
  return (personId) => chosen.get(personId) ?? usual;
}
