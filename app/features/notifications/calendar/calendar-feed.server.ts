import { findNetwork, loadActor } from '~/features/people/actor-queries.server';
import { readsTeams } from '~/features/people/people-policy';
import { schoolDayAt } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { Seals } from '~/platform/seals.server';
import { findPersonOfCalendar } from './calendar-address.server';
import { listCalendarEntries } from './calendar-queries.server';
import { calendarText } from './calendar-text.server';

/** The calendar behind a secret, as text; null for a wrong or renewed secret, and for somebody who has no team today. */
export async function findCalendarFeed(
  db: Connection,
  secret: string,
  seals: Seals,
  { now, publicUrl }: { now: number; publicUrl: string },
): Promise<string | null> {
  const who = await findPersonOfCalendar(db, secret, seals);
  const network = who === null ? null : await findNetwork(db);
  if (who === null || network === null) return null;
  const today = schoolDayAt(now, network.timeZone);
  const actor = await loadActor(db, who, today);
  if (!readsTeams(actor)) return null;
  const entries = await listCalendarEntries(db, actor, { today, now });
  return calendarText(entries, { name: `Boldline · ${network.name}`, publicUrl, now });
}
