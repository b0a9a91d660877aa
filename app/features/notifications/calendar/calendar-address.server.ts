import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { calendarFeed, person } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { readsTeams } from '~/features/people/people-policy';
import { notAllowed } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection, Database } from '~/platform/database.server';
import type { Seals } from '~/platform/seals.server';

type Feed = { id: string; personId: string; edition: number };

const purpose = 'calendar';
const sealed = ({ personId, edition }: Feed) => `${personId} ${edition}`;

const dashed = (hex: string) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

const feedColumns = {
  ...{ id: calendarFeed.id, personId: calendarFeed.personId, edition: calendarFeed.edition },
};

/** A person's calendar address: which edition, and its secret; null where they have made none. */
export async function findCalendarAddress(
  db: Connection,
  personId: string,
  seals: Seals,
): Promise<{ edition: number; secret: string } | null> {
  const rows = await db.select(feedColumns).from(calendarFeed).where(eq(calendarFeed.personId, personId));
  const feed = rows[0];
  if (!feed) return null;
  return { edition: feed.edition, secret: feed.id.replaceAll('-', '') + seals.make(purpose, sealed(feed)) };
}

/** Whose calendar a secret opens, with or without the ending `.ics`; null for one that is wrong or was renewed. */
export async function findPersonOfCalendar(
  db: Connection,
  secret: string,
  seals: Seals,
): Promise<{ id: string; name: string; email: string } | null> {
  const match = /^([0-9a-f]{32})([\w-]{43})(\.ics)?$/.exec(secret);
  const [, hex, seal] = match ?? [];
  if (hex === undefined || seal === undefined) return null;
  const rows = await db
    .select({ feed: feedColumns, who: { id: person.id, name: person.name, email: person.email } })
    .from(calendarFeed)
    .innerJoin(person, eq(person.id, calendarFeed.personId))
    .where(eq(calendarFeed.id, dashed(hex)));
  const row = rows[0];
  if (!row || !seals.holds(purpose, sealed(row.feed), seal)) return null;
  return row.who;
}

/**
 * Makes the actor's address, or a new one: the old one is closed at once. `seen` is the edition that the page showed, 0 for
 * none, so that a form sent twice renews once.
 */
export function renewCalendarAddress(
  database: Database,
  actor: Actor,
  { seen }: { seen: number },
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    if (!readsTeams(actor)) return notAllowed('A calendar is for people who work with a team.');
    const mine = eq(calendarFeed.personId, actor.personId);
    const rows = await tx.select({ edition: calendarFeed.edition }).from(calendarFeed).where(mine);
    const edition = rows[0]?.edition ?? 0;
    if (edition !== seen) return { ok: true };
    const made = { edition: edition + 1, renewedAt: now };
    if (edition > 0) await tx.update(calendarFeed).set(made).where(mine);
    else await tx.insert(calendarFeed).values({ id: uuidv7(), personId: actor.personId, ...made });
    return { ok: true };
  });
}
