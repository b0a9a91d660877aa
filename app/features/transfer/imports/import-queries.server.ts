import { and, asc, desc, eq } from 'drizzle-orm';
import { dataImport, dataImportMeasure, dataImportReport, measure, person } from '#db/schema';
import type { Connection } from '~/platform/database.server';
import { linesInReport } from './import-report';
import type { ImportResult, ImportSummary } from './import-rules';

/** The newest ten imports that brought numbers for a measure that `findMeasure` gave. */
export async function listImports(db: Connection, measureId: string): Promise<ImportSummary[]> {
  return db
    .select({
      id: dataImport.id,
      fileName: dataImport.fileName,
      rowCount: dataImportMeasure.rowCount,
      importedAt: dataImport.importedAt,
      importedByName: person.name,
      undoneAt: dataImport.undoneAt,
    })
    .from(dataImportMeasure)
    .innerJoin(dataImport, eq(dataImport.id, dataImportMeasure.importId))
    .innerJoin(person, eq(person.id, dataImport.importedBy))
    .where(eq(dataImportMeasure.measureId, measureId))
    .orderBy(desc(dataImport.importedAt))
    .limit(10);
}

/** An import of a team that `findImportTeam` gave; null when it is not there. */
export async function findImport(
  db: Connection,
  teamId: string,
  importId: string,
): Promise<ImportResult | null> {
  const rows = await db
    .select({
      id: dataImport.id,
      fileName: dataImport.fileName,
      rowCount: dataImport.rowCount,
      importedAt: dataImport.importedAt,
      importedByName: person.name,
      undoneAt: dataImport.undoneAt,
      report: dataImportReport.text,
    })
    .from(dataImport)
    .innerJoin(person, eq(person.id, dataImport.importedBy))
    .leftJoin(dataImportReport, eq(dataImportReport.importId, dataImport.id))
    .where(and(eq(dataImport.id, importId), eq(dataImport.teamId, teamId)));
  const found = rows[0];
  if (!found) return null;
  const measures = await db
    .select({ id: measure.id, name: measure.name, rowCount: dataImportMeasure.rowCount })
    .from(dataImportMeasure)
    .innerJoin(measure, eq(measure.id, dataImportMeasure.measureId))
    .where(eq(dataImportMeasure.importId, importId))
    .orderBy(asc(measure.createdAt), asc(measure.id));
  const { report, ...summary } = found;
  return { ...summary, measures, lines: report === null ? null : linesInReport(report) };
}

/** The report of an import of a team that `findImportTeam` gave, as CSV; null when it is not there, or no longer. */
export async function findReport(
  db: Connection,
  teamId: string,
  importId: string,
): Promise<{ fileName: string; text: string } | null> {
  const rows = await db
    .select({ fileName: dataImport.fileName, text: dataImportReport.text })
    .from(dataImportReport)
    .innerJoin(dataImport, eq(dataImport.id, dataImportReport.importId))
    .where(and(eq(dataImport.id, importId), eq(dataImport.teamId, teamId)));
  return rows[0] ?? null;
}
