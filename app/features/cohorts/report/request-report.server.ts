import type { Actor, Network } from '~/features/people/actor';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { found } from '~/platform/problem-response.server';
import type { CohortReport } from './report';
import type { ReportClock } from './report-figures.server';
import { findReport } from './report-queries.server';

/** What figures are worked out by, of a network on a day. */
export function reportClock(
  { timeZone, minimumGroup, runChartRules }: Network,
  today: SchoolDay,
): ReportClock {
  return { timeZone, today, minimum: minimumGroup, rules: runChartRules };
}

/** The report of an address, or the not-found page for everybody but its cohort's facilitators. */
export async function reportOf(db: Connection, actor: Actor, reportId: string): Promise<CohortReport> {
  return found(await findReport(db, actor, reportId));
}
