import { desc, eq } from 'drizzle-orm';
import { dataImport, dataImportMeasure, person } from '#db/schema';
import type { Connection } from '~/platform/database.server';

export type ImportSummary = {
  id: string;
  fileName: string;
  rowCount: number;
  importedAt: number;
  importedByName: string;
  undoneAt: number | null;
};

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
