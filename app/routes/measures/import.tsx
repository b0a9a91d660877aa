import { useState } from 'react';
import { data, Form, redirect } from 'react-router';
import { parseFormData } from '@remix-run/form-data-parser';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { usesDenominator } from '~/features/measures/measure';
import { findMeasure } from '~/features/measures/measure-queries.server';
import { loadSeries } from '~/features/measures/series-queries.server';
import { worksInTeam } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { formatRecorded } from '~/features/run-charts/plotted-value';
import { largestFile, readDataFile } from '~/features/transfer/imports/data-file';
import { readDataRows } from '~/features/transfer/imports/data-rows';
import { importDataPoints } from '~/features/transfer/imports/import-data-points.server';
import { counted } from '~/lib/number-format';
import { formatDay } from '~/lib/school-day';
import { found, refuse, throwNotFound } from '~/platform/problem-response.server';
import { Button, ButtonLink } from '~/ui/button';
import { Card, Notice } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/import';

/** The platform refuses more before it is read; a form around the file may be a little larger than the file. */
const largestUpload = 16 * 1024 * 1024;

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor } = signedIn(context);
  const measure = found(await findMeasure(database.reader, actor, params.measure));
  if (!worksInTeam(actor, measure.teamId))
    refuse({ kind: 'not_allowed', why: 'Only the team itself imports numbers.' });
  return { measure };
}

const confirmation = z.object({
  importId: z.uuid(),
  fileName: z.string().max(200),
  text: z.string().max(largestFile),
  replace: z.string().optional(),
});

/** First the file is read and shown; then, confirmed, all of it is taken in at once. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now, today } = signedIn(context);
  const db = database.reader;
  const measure = found(await findMeasure(db, actor, params.measure));
  if (!worksInTeam(actor, measure.teamId))
    refuse({ kind: 'not_allowed', why: 'Only the team itself imports numbers.' });
  const form = await parseFormData(request, {
    maxFileSize: largestUpload,
    maxTotalSize: largestUpload,
    maxFiles: 1,
  }).catch(() => null);
  if (!form)
    return data(
      { refused: 'This could not be read. Choose the file again.', preview: null },
      { status: 400 },
    );
  const confirmed = form.has('importId') ? confirmation.safeParse(Object.fromEntries(form)) : null;
  if (confirmed) {
    if (!confirmed.success) throwNotFound();
    const { replace, ...rest } = confirmed.data;
    const outcome = await importDataPoints(
      database,
      actor,
      { ...rest, measure, replace: replace !== undefined },
      { now, today },
    );
    if (outcome.ok) throw redirect(`/measures/${measure.id}?imported=${outcome.count}`);
    if (outcome.problem.kind !== 'invalid') refuse(outcome.problem);
  }
  const file = form.get('file');
  const pasted = confirmed?.success ? confirmed.data.text : null;
  const read =
    pasted !== null
      ? { ok: true as const, text: pasted }
      : readDataFile(file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array());
  if (!read.ok) return data({ refused: read.message, preview: null }, { status: 400 });
  const { rows, messages, skipped } = readDataRows(read.text, {
    kind: measure.kind,
    groups: measure.groups,
    today,
  });
  const fileName = (file instanceof File ? file.name : 'numbers.csv').slice(0, 200);
  if (messages.length > 0)
    return data(
      {
        refused: `Nothing was imported from ${fileName}. Mend ${messages.length === 1 ? 'this line' : 'these lines'} and choose the file again.`,
        preview: {
          messages,
          rows: [],
          total: 0,
          skipped,
          fileName,
          text: '',
          importId: '',
          replaced: 0,
          same: 0,
        },
      },
      { status: 400 },
    );
  if (rows.length === 0)
    return data({ refused: `There is no number in ${fileName}.`, preview: null }, { status: 400 });
  const { points } = await loadSeries(db, [measure.id]);
  const there = new Map(points.map((point) => [`${point.groupId} ${point.date}`, formatRecorded(point)]));
  const compared = rows.map((row) => ({
    ...row,
    reads: formatRecorded(row),
    now: there.get(`${row.groupId} ${row.date}`) ?? null,
  }));
  const replaced = compared.filter((row) => row.now !== null && row.now !== row.reads).length;
  const same = compared.filter((row) => row.now === row.reads).length;
  const shown = compared
    .slice(0, 12)
    .map(({ date, groupName, reads, now: before }) => ({ date, groupName, reads, before }));
  return data({
    refused: null,
    preview: {
      messages,
      rows: shown,
      total: rows.length,
      skipped,
      fileName,
      text: read.text,
      importId: uuidv7(),
      replaced,
      same,
    },
  });
}

export default function Import({ loaderData, actionData }: Route.ComponentProps) {
  const { measure } = loaderData;
  const preview = actionData?.preview;
  const [tooLarge, setTooLarge] = useState(false);
  const columns = usesDenominator(measure.kind) ? 'date,numerator,denominator' : 'date,value';
  const example = usesDenominator(measure.kind) ? '2026-01-12,5,8' : '2026-01-12,46';
  const several = measure.groups.length > 1;
  return (
    <div className="mx-auto max-w-[720px] space-y-5">
      <title>{`Import numbers · ${measure.name} · Boldline`}</title>
      <PageHeader
        above={measure.name}
        title="Import numbers"
        lead="From a spreadsheet, saved as CSV. You see what was read before anything is stored."
      />
      {actionData?.refused ? (
        <Notice tone="attention" role="alert">
          {actionData.refused}
        </Notice>
      ) : null}
      {tooLarge ? (
        <Notice tone="attention" role="alert">
          This file is larger than 1 MB, so it cannot be read at once. Split it, or leave out columns.
        </Notice>
      ) : null}
      {preview && preview.messages.length > 0 ? (
        <Card labelledBy="messages">
          <h2 id="messages">What to mend</h2>
          <ul className="mt-2 space-y-1">
            {preview.messages.map((one) => (
              <li key={one.line}>
                {one.line > 0 ? <span className="font-semibold">Line {one.line}: </span> : null}
                {one.message}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {preview && preview.total > 0 ? (
        <Card labelledBy="preview">
          <h2 id="preview">
            {counted(preview.total, 'number')} read from {preview.fileName}
          </h2>
          <p className="mt-1 text-sm text-soft">
            {preview.skipped > 0
              ? `${counted(preview.skipped, 'row')} without a number skipped: a gap stays a gap. `
              : ''}
            {preview.same > 0 ? `${preview.same} are here already. ` : ''}
          </p>
          <table className="mt-3 w-full text-left text-sm">
            <thead>
              <tr className="border-b border-strong">
                <th scope="col" className="py-1.5 pr-3">
                  Day
                </th>
                <th scope="col" className="py-1.5 pr-3">
                  Group
                </th>
                <th scope="col" className="py-1.5 pr-3">
                  Number
                </th>
                <th scope="col" className="py-1.5 pr-3">
                  Now
                </th>
              </tr>
            </thead>
            <tbody>
              {preview.rows.map((row) => (
                <tr key={row.date + row.groupName} className="border-b border-line">
                  <td className="py-1.5 pr-3 whitespace-nowrap">{formatDay(row.date, '')}</td>
                  <td className="py-1.5 pr-3">{row.groupName}</td>
                  <td className="py-1.5 pr-3">{row.reads}</td>
                  <td className="py-1.5 text-soft">{row.before ?? ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {preview.total > preview.rows.length ? (
            <p className="mt-2 text-sm text-soft">And {preview.total - preview.rows.length} more.</p>
          ) : null}
          <Form method="post" encType="multipart/form-data" className="mt-4 space-y-3">
            <input type="hidden" name="importId" value={preview.importId} />
            <input type="hidden" name="fileName" value={preview.fileName} />
            <input type="hidden" name="text" value={preview.text} />
            {preview.replaced > 0 ? (
              <label className="flex min-h-11 items-start gap-3 py-2">
                <input type="checkbox" name="replace" defaultChecked className="control-radio mt-1 size-4" />
                <span>
                  Replace {counted(preview.replaced, 'number')} that {preview.replaced === 1 ? 'says' : 'say'}{' '}
                  something else now. The old ones stay in the history.
                </span>
              </label>
            ) : null}
            <Button tone="primary">Import {counted(preview.total, 'number')}</Button>
          </Form>
        </Card>
      ) : null}
      <Card labelledBy="choose">
        <h2 id="choose">{preview && preview.total > 0 ? 'Or choose another file' : 'Choose a file'}</h2>
        <p className="mt-2">
          The first line names the columns; one row per day{several ? ' and group' : ''}:
        </p>
        <pre
          className="mt-2 overflow-x-auto rounded-md bg-sunken p-3 text-sm"
          tabIndex={0}
          role="region"
          aria-label="Example"
        >{`${columns}${several ? ',group' : ''}\n${example}${several ? `,${measure.groups[0]?.name ?? ''}` : ''}`}</pre>
        <p className="mt-2 text-sm text-soft">
          Dates as 2026-01-12, 1/12/2026 or 12.1.2026. Commas, semicolons or tabs.{' '}
          {several ? `Groups: ${measure.groups.map((group) => group.name).join(', ')}.` : ''}
        </p>
        <Form method="post" encType="multipart/form-data" className="mt-4 flex flex-wrap items-end gap-3">
          <label className="block font-semibold">
            CSV file
            <input
              type="file"
              name="file"
              accept=".csv,.txt,.tsv,text/csv,text/plain"
              className="control mt-1 font-normal"
              onChange={(event) => setTooLarge((event.target.files?.[0]?.size ?? 0) > largestFile)}
            />
          </label>
          <Button tone={preview && preview.total > 0 ? 'secondary' : 'primary'} disabled={tooLarge}>
            Read the file
          </Button>
        </Form>
      </Card>
      <ButtonLink to={`/measures/${measure.id}`} tone="quiet">
        Back to the chart
      </ButtonLink>
    </div>
  );
}
