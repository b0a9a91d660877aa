import { and, asc, gte, lte, sql } from 'drizzle-orm';
import { dayOff } from '#db/schema';
import { addDays } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import type { DayOff } from './days-off';

/** How far back somebody may be told of a silence, and how far ahead of a break, in days. */
const back = 400;
const ahead = 400;

const aboutQuery = perConnection((db) =>
  db
    .select({ leaId: dayOff.leaId, name: dayOff.name, startsOn: dayOff.startsOn, endsOn: dayOff.endsOn })
    .from(dayOff)
    .where(and(gte(dayOff.endsOn, sql.placeholder('from')), lte(dayOff.startsOn, sql.placeholder('to'))))
    .orderBy(asc(dayOff.startsOn))
    .prepare(),
);

/** The days off about a day, of the network and of every LEA: which of them hold for a team says `daysOffOf`. */
export async function listDaysOffAbout(db: Connection, today: SchoolDay): Promise<DayOff[]> {
  return aboutQuery(db).execute({ from: addDays(today, -back), to: addDays(today, ahead) });
}
