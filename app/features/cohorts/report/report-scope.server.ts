import { and, eq, inArray, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { cohortReport } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import type { Connection } from '~/platform/database.server';

/** A report is its cohort's facilitators'; it leaves by paper and file, and nobody else finds it here. */
export function ownReport({ facilitatedCohortIds: cohorts }: Actor): SQL {
  return cohorts.length > 0 ? inArray(cohortReport.cohortId, cohorts) : sql`1 = 0`;
}

export type ReportRow = typeof cohortReport.$inferSelect;

/** Null when it is not there or not for this actor. */
export async function findOwnReport(
  tx: Connection,
  actor: Actor,
  reportId: string,
): Promise<ReportRow | null> {
  const rows = await tx
    .select()
    .from(cohortReport)
    .where(and(eq(cohortReport.id, reportId), ownReport(actor)));
  return rows[0] ?? null;
}
