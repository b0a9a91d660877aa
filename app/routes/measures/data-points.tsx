import { data, Form, isRouteErrorResponse, Link } from 'react-router';
import { findCycleTeam } from '~/features/cycles/cycle-team-queries.server';
import { cellKey, gridFields, mostPastedCells } from '~/features/measures/grid/data-grid';
import type { GridAnswer } from '~/features/measures/grid/data-grid';
import { loadDataGrid } from '~/features/measures/grid/data-grid-queries.server';
import { DataGridTable } from '~/features/measures/grid/data-grid-table';
import { readGridForm } from '~/features/measures/grid/grid-form';
import { usesDenominator } from '~/features/measures/measure';
import { findMeasure } from '~/features/measures/measure-queries.server';
import { readPastedBlock } from '~/features/measures/grid/pasted-block';
import { saveGridCells } from '~/features/measures/grid/save-grid-cells.server';
import { worksInTeam } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { notWhileUnreached } from '~/lib/unreached';
import type { Unreached } from '~/lib/unreached';
import { counted } from '~/lib/number-format';
import { addDays, formatClock, formatDay, isSchoolDay } from '~/lib/school-day';
import { found, refuse, throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import { Button, ButtonLink } from '~/ui/button';
import { Card, Notice } from '~/ui/card';
import { useScriptReady } from '~/ui/script-ready';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/data-points';

/** No page of the grid reaches before the calendar does. */
const earliest = '1910-01-01';

function daysOf(request: Request, today: string): { until: string; also: string[] } {
  const search = new URL(request.url).searchParams;
  const to = search.get('to') ?? '';
  const day = search.get('day') ?? '';
  return {
    until: isSchoolDay(to) && to < today && to > earliest ? to : today,
    also: isSchoolDay(day) && day <= today ? [day] : [],
  };
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, today } = signedIn(context);
  const db = database.reader;
  const measure = found(await findMeasure(db, actor, params.measure));
  if (!worksInTeam(actor, measure.teamId))
    refuse({ kind: 'not_allowed', why: 'Only the team itself logs and changes its numbers.' });
  const days = daysOf(request, today);
  return {
    measure,
    today,
    until: days.until,
    grid: await loadDataGrid(db, measure, { ...days, today }),
    team: found(await findCycleTeam(db, actor, measure.teamId, today)),
  };
}

/** Saves typed cells, or a pasted block, each cell for itself. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, network, now, today } = signedIn(context);
  const measure = found(await findMeasure(database.reader, actor, params.measure));
  const form = readGridForm(await readForm(request));
  if (!form) throwNotFound();
  const answer = { note: null, clock: formatClock(now, network.timeZone) };
  const save = (cells: Parameters<typeof saveGridCells>[2]['cells']) =>
    saveGridCells(database, actor, { measureId: measure.id, cells, of: form.of }, { now, today });
  if (form.kind === 'cells') {
    const outcome = await save(form.cells);
    if (!outcome.ok) refuse(outcome.problem);
    const { saved, problems, conflicts } = outcome;
    return reply({ ...answer, saved, problems, conflicts });
  }
  const { days, was } = form;
  const block = readPastedBlock(form.text, form.start, { days, groups: measure.groups, today });
  const outcome = await save(
    block.cells.map((cell) => ({ ...cell, was: was[cellKey(cell.date, cell.groupId)] ?? null })),
  );
  if (!outcome.ok) refuse(outcome.problem);
  const { saved, problems, conflicts } = outcome;
  return reply({ ...answer, note: block.note, saved, problems, conflicts });
}

/** Refused as a whole only when nothing was kept, so that the page loads what others saved along with one's own. */
function reply(answer: GridAnswer) {
  const open = Object.keys(answer.problems).length + Object.keys(answer.conflicts).length;
  return data(answer, { status: open > 0 && answer.saved.length === 0 ? 400 : 200 });
}

/** What others saved is loaded along with one's own, refused or not. */
export function shouldRevalidate(asked: { actionResult?: unknown }) {
  return notWhileUnreached({ ...asked, defaultShouldRevalidate: true });
}

/** What was typed stays on the page when the server cannot be reached. */
export async function clientAction({
  serverAction,
}: Route.ClientActionArgs): Promise<GridAnswer | Unreached> {
  try {
    return await serverAction();
  } catch (problem) {
    if (problem instanceof Response || isRouteErrorResponse(problem)) throw problem;
    return { unreached: true };
  }
}

export default function DataPoints({ loaderData, actionData }: Route.ComponentProps) {
  const { measure, team, grid, today, until } = loaderData;
  const posted = actionData && 'saved' in actionData ? actionData : null;
  const here = `/measures/${measure.id}/data-points`;
  const first = grid.rows[0]?.date ?? until;
  const newest = grid.rows.at(-1)?.date ?? today;
  const ratio = usesDenominator(measure.kind);
  const script = useScriptReady();
  const problems = Object.entries(posted?.problems ?? {});
  return (
    <div className="mx-auto max-w-[1180px]">
      <title>{`Numbers of ${measure.name} · Boldline`}</title>
      <PageHeader
        above={
          <Link to={`/measures/${measure.id}`} className="inline-block min-h-6">
            {measure.name}
          </Link>
        }
        title="Numbers"
        lead={
          ratio
            ? `Type 17/20, or only 17 where the number of students stays the same. ${script ? 'Each cell is saved as you leave it.' : 'Save at the end of the list.'}`
            : script
              ? 'Each cell is saved as you leave it. Arrow keys move; a block from a spreadsheet can be pasted.'
              : 'Save at the end of the list.'
        }
        action={
          <>
            <ButtonLink to={`#${newest}`} tone="primary">
              To the newest day
            </ButtonLink>
            <ButtonLink to={`/imports/new?team=${team.teamId}&measure=${measure.id}`}>
              Import a file
            </ButtonLink>
          </>
        }
      />
      {posted && problems.length > 0 && !script ? (
        <div className="mb-5">
          <Notice tone="attention" role="alert">
            {counted(problems.length, 'cell needs', 'cells need')} another look; all others are saved.
            <ul className="mt-1">
              {problems.map(([key, { message }]) => (
                <li key={key}>
                  <a href={`#${key.split('/')[0] ?? ''}`} className="inline-block min-h-6">
                    {formatDay(key.split('/')[0] ?? '', today)}
                  </a>
                  : {message}
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      ) : null}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,max-content)_minmax(18rem,1fr)]">
        <Card className="overflow-x-clip pb-0!">
          <nav aria-label="Days" className="mb-3 flex flex-wrap items-center justify-between gap-3">
            {grid.earlier ? (
              <ButtonLink to={`${here}?to=${addDays(first, -1)}`} preventScrollReset>
                Earlier days
              </ButtonLink>
            ) : (
              <span />
            )}
            {until < today ? <ButtonLink to={here}>Back to today</ButtonLink> : null}
          </nav>
          <Form method="post" preventScrollReset>
            <DataGridTable
              kind={measure.kind}
              unit={measure.unit}
              columns={grid.columns}
              rows={grid.rows}
              today={today}
              posted={posted}
            />
          </Form>
          {posted && posted.saved.length > 0 ? <UndoForm answer={posted} /> : null}
        </Card>
        <div className="space-y-5">
          <Card labelledBy="another-day">
            <h2 id="another-day" className="text-lg">
              Another day
            </h2>
            <p className="mt-1 text-sm text-soft">For a number from a day that is not in the list.</p>
            <Form method="get" className="mt-3 flex flex-wrap items-end gap-3">
              <label className="font-semibold">
                Day
                <input
                  type="date"
                  name="day"
                  max={today}
                  required
                  className="control mt-1 max-w-52 font-normal"
                />
              </label>
              <Button>Show this day</Button>
            </Form>
          </Card>
          <Card labelledBy="paste">
            <h2 id="paste" className="text-lg">
              Paste from a spreadsheet
            </h2>
            <p id="paste-hint" className="mt-1 text-sm text-soft">
              Copy cells there and paste them into the first cell above, or here. With the days in the first
              column they find their rows by themselves. Up to {mostPastedCells} cells.
            </p>
            <Form method="post" preventScrollReset className="mt-3 space-y-3">
              {grid.columns.map((column) =>
                ratio ? (
                  <input
                    key={column.groupId}
                    type="hidden"
                    name={gridFields.of + column.groupId}
                    value={column.of}
                  />
                ) : null,
              )}
              <input type="hidden" name="days" value={grid.rows.map((row) => row.date).join(',')} />
              <label htmlFor="paste-text" className="sr-only">
                Cells from a spreadsheet
              </label>
              <textarea
                id="paste-text"
                name="paste"
                rows={4}
                aria-describedby="paste-hint"
                className="control font-mono text-sm"
              />
              <label className="block font-semibold">
                First cell
                <select
                  name="from"
                  className="control mt-1 font-normal"
                  defaultValue={`${first}/${grid.columns[0]?.groupId ?? ''}`}
                >
                  {grid.rows.flatMap((row) =>
                    grid.columns.map((column) => (
                      <option key={`${row.date}/${column.groupId}`} value={`${row.date}/${column.groupId}`}>
                        {formatDay(row.date, today)}, {column.name}
                      </option>
                    )),
                  )}
                </select>
              </label>
              <Button>Put them in</Button>
            </Form>
          </Card>
        </div>
      </div>
    </div>
  );
}

/** Takes back what the last form saved, where no script keeps count of the changes. */
function UndoForm({ answer }: { answer: GridAnswer }) {
  return (
    <Form method="post" preventScrollReset className="mt-3">
      {answer.saved.map(({ key, before, after }) => (
        <span key={key}>
          <input type="hidden" name={gridFields.cell + key} value={before} />
          <input type="hidden" name={gridFields.was + key} value={after} />
        </span>
      ))}
      <Button tone="quiet">
        Undo the last {answer.saved.length === 1 ? 'change' : `${answer.saved.length} changes`}
      </Button>
    </Form>
  );
}
