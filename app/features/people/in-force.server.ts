import { gt, isNull, or, sql } from 'drizzle-orm';
import type { Placeholder, SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { SchoolDay } from '~/lib/school-day';

/** A membership or an assignment closes its door on the day it ends: in force without such a day, or before it. */
export function inForce(endedOn: SQLiteColumn, today: SchoolDay | Placeholder): SQL {
  return or(isNull(endedOn), gt(endedOn, today)) ?? sql`1 = 1`;
}
