import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { mailPreference, person } from '#db/schema';
import { findNetwork } from '~/features/people/actor-queries.server';
import { notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection, Database } from '~/platform/database.server';
import type { Seals } from '~/platform/seals.server';
import { usualPreference } from '../preference/mail-preference';
import type { MailPreference } from '../preference/mail-preference';
import { readUnsubscribeSecret, unsubscribePurpose } from './unsubscribe-link';

/** Whose mails a link is about; null for a link that this installation did not make. */
export function personOfLink(seals: Seals, secret: string): string | null {
  const parts = readUnsubscribeSecret(secret);
  return parts && seals.holds(unsubscribePurpose, parts.personId, parts.seal) ? parts.personId : null;
}

/** What the page behind the link says; null when its person is not here any more. */
export async function readMailStanding(
  db: Connection,
  personId: string,
): Promise<{ networkName: string; isOff: boolean } | null> {
  const network = await findNetwork(db);
  const [row] = await db
    .select({ rhythm: mailPreference.rhythm, immediate: mailPreference.immediate })
    .from(person)
    .leftJoin(mailPreference, eq(mailPreference.personId, person.id))
    .where(eq(person.id, personId));
  return network && row
    ? { networkName: network.name, isOff: row.rhythm === 'off' && row.immediate === false }
    : null;
}

type Wanted = Pick<MailPreference, 'rhythm' | 'immediate'>;

const nothing: Wanted = { rhythm: 'off', immediate: false };
const isNothing = ({ rhythm, immediate }: Wanted) => rhythm === 'off' && !immediate;

/** Writes what a person wants, where `applies` to what they want now. */
async function setWanted(
  tx: Connection,
  personId: string,
  { applies, wanted }: { applies: (now: Wanted) => boolean; wanted: Wanted },
  now: number,
): Promise<Outcome> {
  const network = await findNetwork(tx);
  const [known] = await tx
    .select({ rhythm: mailPreference.rhythm, immediate: mailPreference.immediate })
    .from(person)
    .leftJoin(mailPreference, eq(mailPreference.personId, person.id))
    .where(eq(person.id, personId));
  if (!network || !known) return notFound;
  const usual = usualPreference(network.timeZone);
  const today = { rhythm: known.rhythm ?? usual.rhythm, immediate: known.immediate ?? usual.immediate };
  if (!applies(today)) return { ok: true };
  const change = { ...wanted, changedAt: now };
  await tx
    .insert(mailPreference)
    .values({ ...usual, id: uuidv7(), personId, ...change })
    .onConflictDoUpdate({ target: mailPreference.personId, set: change });
  return { ok: true };
}

/** No digest and no immediate mail from now on; hour and time zone are kept. Stopping twice changes nothing. */
export function stopMails(database: Database, personId: string, now: number): Promise<Outcome> {
  const change = { applies: (today: Wanted) => !isNothing(today), wanted: nothing };
  return database.inTransaction((tx) => setWanted(tx, personId, change, now));
}

/** Mails again, Monday to Friday at the hour that was chosen before, and at once. Changes nothing where some still come. */
export function wantMailsAgain(database: Database, personId: string, now: number): Promise<Outcome> {
  const change = { applies: isNothing, wanted: { rhythm: 'daily' as const, immediate: true } };
  return database.inTransaction((tx) => setWanted(tx, personId, change, now));
}
