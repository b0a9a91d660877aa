import { parseFormData } from '@remix-run/form-data-parser';
import { data, redirect } from 'react-router';
import { signedIn } from '~/features/people/request-actor.server';
import { ChooseFile } from '~/features/transfer/imports/choose-file';
import { findImportTeam } from '~/features/transfer/imports/import-team-queries.server';
import { takeUpload } from '~/features/transfer/imports/take-upload.server';
import { refuse } from '~/platform/problem-response.server';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/new-import';

/** The platform refuses more before it is read; a form around the file may be a little larger than the file. */
const largestUpload = 16 * 1024 * 1024;

function wanted(request: Request): { teamId: string; preferred: string | null } {
  const search = new URL(request.url).searchParams;
  return { teamId: search.get('team') ?? '', preferred: search.get('measure') };
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { database, actor, today } = signedIn(context);
  const { teamId, preferred } = wanted(request);
  const found = await findImportTeam(database.reader, actor, { teamId, preferred, today });
  if (!found.ok) refuse(found.problem);
  const { team, allMeasures } = found;
  return {
    team: { id: teamId, name: `${team.schoolName} · ${team.teamName}` },
    measure: allMeasures.find(({ id }) => id === preferred) ?? null,
    hasMeasures: allMeasures.length > 0,
  };
}

/** Reads the file and goes on to the page that says how it is meant; nothing is stored yet. */
export async function action({ request, context }: Route.ActionArgs) {
  const { database, actor, now, today } = signedIn(context);
  const { teamId, preferred } = wanted(request);
  const found = await findImportTeam(database.reader, actor, { teamId, preferred, today });
  if (!found.ok) refuse(found.problem);
  const form = await parseFormData(request, {
    maxFileSize: largestUpload,
    maxTotalSize: largestUpload,
    maxFiles: 1,
  }).catch(() => null);
  if (!form) return data({ refused: 'This could not be read. Choose the file again.' }, { status: 400 });
  const file = form.get('file');
  const outcome = await takeUpload(
    database.reader,
    { actor, team: found, preferred },
    file instanceof File
      ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
      : { name: '', bytes: new Uint8Array() },
    now,
  );
  if (!outcome.ok) return data({ refused: outcome.message }, { status: 400 });
  throw redirect(`/imports/${outcome.importId}?team=${teamId}`);
}

export default function NewImport({ loaderData, actionData }: Route.ComponentProps) {
  const { team, measure, hasMeasures } = loaderData;
  return (
    <div className="mx-auto max-w-[720px] space-y-5">
      <title>Import numbers · Boldline</title>
      <PageHeader
        above={team.name}
        title="Import numbers"
        lead="From a spreadsheet, saved as CSV. You see what was read, and how, before anything is stored."
      />
      <ChooseFile
        teamId={team.id}
        measure={measure}
        hasMeasures={hasMeasures}
        refused={actionData?.refused ?? null}
      />
    </div>
  );
}
