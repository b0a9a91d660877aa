import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '~/features/people/actor';
import type { Connection } from '~/platform/database.server';
import { lookAtColumns, noDatesMessage } from './column-facts';
import { readDataFile } from './data-file';
import { readDataTable } from './data-table';
import { giveWay } from './import-progress.server';
import type { ImportTeam } from './import-team-queries.server';
import { findMapping } from './mapping-memory.server';
import { mappingAsBefore, suggestMapping } from './mapping-suggestion';
import { keepWaitingFile } from './waiting-files.server';

type Whose = { actor: Actor; team: ImportTeam; preferred: string | null };
export type UploadOutcome = { ok: true; importId: string } | { ok: false; message: string };

const longestName = 120;

/**
 * Reads an uploaded file and keeps it waiting in memory, with how it was read last time or how it is probably meant.
 * Refuses what is no table, or holds no dates, and says why.
 */
export async function takeUpload(
  db: Connection,
  { actor, team, preferred }: Whose,
  { name, bytes }: { name: string; bytes: Uint8Array },
  now: number,
): Promise<UploadOutcome> {
  if (team.measures.length === 0)
    return {
      ok: false,
      message: 'There is no measure yet. Add one first: every number belongs to a measure.',
    };
  const read = readDataFile(bytes);
  if (!read.ok) return read;
  const made = await readDataTable(read.text, giveWay);
  if (!made.ok) return made;
  const fileName = name.replaceAll(/[\u0000-\u001f]/g, '').slice(0, longestName) || 'numbers.csv';
  const columns = lookAtColumns(made.table);
  const noDates = noDatesMessage(columns, fileName);
  if (noDates !== null) return { ok: false, message: noDates };
  const { teamId } = team.team;
  const before = await findMapping(db, teamId, columns);
  const importId = uuidv7();
  keepWaitingFile({
    ...{ importId, personId: actor.personId, teamId, fileName, text: read.text },
    ...{
      rowCount: made.table.rows.length,
      columns,
      revision: 0,
      replace: false,
      measureId: preferred,
      uploadedAt: now,
    },
    asLastTime: before !== null,
    mapping: before
      ? mappingAsBefore(before, columns, team.measures, preferred)
      : suggestMapping(columns, team.measures, preferred),
  });
  return { ok: true, importId };
}
