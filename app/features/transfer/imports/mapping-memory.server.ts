import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { importMapping } from '#db/schema';
import type { Connection } from '~/platform/database.server';
import type { ColumnFacts } from './column-facts';
import type { Mapping } from './mapping';
import { mappingShape } from './mapping-shape';

/** A file is the same kind of file when it has the same column names, in whatever order. */
const columnsKey = (columns: ColumnFacts[]) =>
  JSON.stringify(columns.map(({ name }) => name.toLowerCase()).toSorted());

/** How the team read a file with these columns before; null when it never did. */
export async function findMapping(
  db: Connection,
  teamId: string,
  columns: ColumnFacts[],
): Promise<Mapping | null> {
  const rows = await db
    .select({ mapping: importMapping.mapping })
    .from(importMapping)
    .where(and(eq(importMapping.teamId, teamId), eq(importMapping.columns, columnsKey(columns))));
  const kept = rows[0];
  if (!kept) return null;
  const read = mappingShape.safeParse(JSON.parse(kept.mapping));
  return read.success ? read.data : null;
}

/** Keeps how a file was read, for the next one with these columns. */
export async function rememberMapping(
  tx: Connection,
  input: { teamId: string; columns: ColumnFacts[]; mapping: Mapping },
  by: { personId: string; now: number },
): Promise<void> {
  const said = { mapping: JSON.stringify(input.mapping), savedBy: by.personId, savedAt: by.now };
  await tx
    .insert(importMapping)
    .values({ id: uuidv7(), teamId: input.teamId, columns: columnsKey(input.columns), ...said })
    .onConflictDoUpdate({ target: [importMapping.teamId, importMapping.columns], set: said });
}
