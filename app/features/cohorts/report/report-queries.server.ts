import { and, asc, count, desc, eq } from 'drizzle-orm';
import { cohort, cohortReport, cohortReportPart, cohortReportPost, person } from '#db/schema';
import type { ReportPart } from '#db/vocabulary';
import type { Actor } from '~/features/people/actor';
import type { Connection } from '~/platform/database.server';
import type { CohortReport, PartText, ReportSummary } from './report';
import { ownReport } from './report-scope.server';

const pageSize = 50;

/** The reports of a cohort that the actor facilitates, those of the latest time first, fifty to a page. */
export async function listReports(
  db: Connection,
  actor: Actor,
  { cohortId, page }: { cohortId: string; page: number },
): Promise<{ reports: ReportSummary[]; total: number; pages: number }> {
  const wanted = and(eq(cohortReport.cohortId, cohortId), ownReport(actor));
  const counted = await db.select({ n: count() }).from(cohortReport).where(wanted);
  const total = counted[0]?.n ?? 0;
  const rows = await db
    .select({
      ...{ id: cohortReport.id, title: cohortReport.title, changedAt: cohortReport.changedAt },
      ...{ from: cohortReport.fromDay, through: cohortReport.throughDay, changedByName: person.name },
    })
    .from(cohortReport)
    .innerJoin(person, eq(person.id, cohortReport.changedBy))
    .where(wanted)
    .orderBy(desc(cohortReport.throughDay), desc(cohortReport.createdAt), desc(cohortReport.id))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return {
    reports: rows.map(({ from, through, ...row }) => ({ ...row, span: { from, through } })),
    ...{ total, pages: Math.max(1, Math.ceil(total / pageSize)) },
  };
}

const unwritten: PartText = { words: '', showsFigures: true, isLeftOut: false };

async function loadParts(db: Connection, reportId: string): Promise<Record<ReportPart, PartText>> {
  const rows = await db
    .select({
      ...{ part: cohortReportPart.part, words: cohortReportPart.words },
      ...{ showsFigures: cohortReportPart.showsFigures, isLeftOut: cohortReportPart.isLeftOut },
    })
    .from(cohortReportPart)
    .where(eq(cohortReportPart.reportId, reportId));
  const textOf = (wanted: ReportPart): PartText => {
    const row = rows.find(({ part }) => part === wanted);
    if (!row) return unwritten;
    const { words, showsFigures, isLeftOut } = row;
    return { words, showsFigures, isLeftOut };
  };
  return {
    participation: textOf('participation'),
    tried: textOf('tried'),
    learned: textOf('learned'),
    wins_and_losses: textOf('wins_and_losses'),
    shared_measures: textOf('shared_measures'),
    ideas: textOf('ideas'),
  };
}

/** The posts a report was given, in their order, without asking whether they may still be shown. */
export async function listReportPosts(db: Connection, reportId: string): Promise<string[]> {
  const rows = await db
    .select({ postId: cohortReportPost.postId })
    .from(cohortReportPost)
    .where(eq(cohortReportPost.reportId, reportId))
    .orderBy(asc(cohortReportPost.position), asc(cohortReportPost.postId));
  return rows.map(({ postId }) => postId);
}

/** One report with what was written of it; null when it is not there or not for this actor. */
export async function findReport(
  db: Connection,
  actor: Actor,
  reportId: string,
): Promise<CohortReport | null> {
  const rows = await db
    .select({ report: cohortReport, cohortName: cohort.name, changedByName: person.name })
    .from(cohortReport)
    .innerJoin(cohort, eq(cohort.id, cohortReport.cohortId))
    .innerJoin(person, eq(person.id, cohortReport.changedBy))
    .where(and(eq(cohortReport.id, reportId), ownReport(actor)));
  const row = rows[0];
  if (!row) return null;
  const { id, cohortId, title, fromDay, throughDay, version, changedAt } = row.report;
  return {
    ...{ id, cohortId, title, version, changedAt, span: { from: fromDay, through: throughDay } },
    ...{ cohortName: row.cohortName, changedByName: row.changedByName },
    parts: await loadParts(db, id),
    postIds: await listReportPosts(db, id),
  };
}
