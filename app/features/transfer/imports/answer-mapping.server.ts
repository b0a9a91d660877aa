import type { Actor } from '~/features/people/actor';
import type { Problem } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Database } from '~/platform/database.server';
import { parseForm } from '~/platform/read-form.server';
import { findImport } from './import-queries.server';
import { importNumbers } from './import-numbers.server';
import { findImportTeam } from './import-team-queries.server';
import { groupsOf } from './mapping';
import type { Mapping } from './mapping';
import { idsIn, mappingForm, mappingOf } from './mapping-form';
import { completeMapping } from './complete-mapping';
import { suggestMapping } from './mapping-suggestion';
import { findWaitingFile } from './waiting-files.server';
import type { WaitingFile } from './waiting-files.server';

export type MappingAnswer =
  | { kind: 'done' }
  | { kind: 'shown'; said: string | null; status: 200 | 400 | 404 }
  | { kind: 'problem'; problem: Problem };

type Input = { teamId: string; importId: string; form: FormData };
type When = { now: number; today: SchoolDay };

const gone: MappingAnswer = { kind: 'shown', said: null, status: 404 };
const missing: MappingAnswer = { kind: 'problem', problem: { kind: 'not_found' } };

/** Choosing the other layout begins with what is likely there. */
function fittingLayout(chosen: Mapping, file: WaitingFile, likely: () => Mapping): Mapping {
  if (chosen.layout === file.mapping.layout || chosen.layout === 'long') return chosen;
  return { ...chosen, measures: likely().measures };
}

/**
 * Takes what was chosen on the mapping page: reads the waiting file so from now on, or imports it when that was asked
 * and nothing in the reading is new to the person who confirms it.
 */
export async function answerMapping(
  database: Database,
  actor: Actor,
  { teamId, importId, form }: Input,
  { now, today }: When,
): Promise<MappingAnswer> {
  const file = findWaitingFile({ importId, personId: actor.personId, teamId }, now);
  if (!file) return (await findImport(database.reader, teamId, importId)) ? { kind: 'done' } : gone;
  const team = await findImportTeam(database.reader, actor, { teamId, preferred: file.measureId, today });
  if (!team.ok) return { kind: 'problem', problem: team.problem };
  const submission = parseForm(form, { schema: mappingForm });
  if (submission.status !== 'success')
    return { kind: 'shown', said: 'This could not be read. Choose again below.', status: 400 };
  const chosen = mappingOf(submission.value);
  const ids = idsIn(chosen);
  const has = (list: { id: string }[], wanted: string[]) =>
    wanted.every((id) => list.some((one) => one.id === id));
  if (!has(team.measures, ids.measures) || !has(groupsOf(team.measures), ids.groups)) return missing;
  const { columns, mapping: before } = file;
  const likely = () => suggestMapping(columns, team.measures, file.measureId);
  file.mapping = completeMapping(fittingLayout(chosen, file, likely), columns, team.measures);
  file.replace = submission.value.existing === 'replace';
  const changed = JSON.stringify(file.mapping) !== JSON.stringify(before);
  const seen = submission.value.revision === file.revision && !changed;
  if (changed) Object.assign(file, { asLastTime: false, revision: file.revision + 1 });
  if (submission.value.step !== 'import') return { kind: 'shown', said: null, status: 200 };
  if (!seen)
    return {
      kind: 'shown',
      said: 'You changed how the file is read. Look at the numbers once more, then import them.',
      status: 200,
    };
  const outcome = await importNumbers(
    database,
    actor,
    { file: { ...file }, measures: team.measures, replace: file.replace },
    { now, today },
  );
  if (outcome.ok) return { kind: 'done' };
  if (outcome.problem.kind === 'invalid')
    return { kind: 'shown', said: outcome.problem.message, status: 400 };
  return { kind: 'problem', problem: outcome.problem };
}
