import { data, Link, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { findCycleTeam } from '~/features/cycles/cycle-team-queries.server';
import { MeasureChartNav } from '~/features/cycles/measure-chart-nav';
import { loadMeasureCharts } from '~/features/cycles/measure-charts.server';
import { OneChart } from '~/features/cycles/one-chart';
import { chartMarkForm } from '~/features/measures/chart-marks/chart-mark-form';
import type { ChartMarkAnswer } from '~/features/measures/chart-marks/chart-mark-form';
import { chartViewPath, readChartView } from '~/features/measures/chart-view';
import { markChart } from '~/features/measures/chart-marks/mark-chart.server';
import { DefinitionHistory } from '~/features/measures/definition-history';
import { findMeasure } from '~/features/measures/measure-queries.server';
import { listMeasureVersions } from '~/features/measures/measure-version-queries.server';
import { directionWords, frequencyWords, levelWords } from '~/features/measures/measure-words';
import { rowKey } from '~/features/measures/quick-log/quick-log';
import { listQuickLog } from '~/features/measures/quick-log/quick-log-queries.server';
import { QuickLogRow } from '~/features/measures/quick-log/quick-log-row';
import { worksInTeam } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { formatMeasureValue } from '~/features/run-charts/plotted-value';
import { GapFigure } from '~/features/run-charts/view/looks/gap-figure';
import { RunChartFigure } from '~/features/run-charts/view/run-chart-figure';
import { listImports } from '~/features/transfer/imports/import-queries.server';
import { counted } from '~/lib/number-format';
import { formatDay, schoolDayAt } from '~/lib/school-day';
import { found, refuse, throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import { ButtonLink } from '~/ui/button';
import { Card, EmptyState, Notice } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/measure';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const measure = found(await findMeasure(db, actor, params.measure));
  const search = new URL(request.url).searchParams;
  const view = readChartView(
    search,
    measure.groups.map((group) => group.id),
  );
  const mayWrite = worksInTeam(actor, measure.teamId);
  const imports = await listImports(db, measure.id);
  return {
    versions: await listMeasureVersions(db, measure.id),
    timeZone: network.timeZone,
    ...{ measure, view, mayWrite, today },
    charts: await loadMeasureCharts(db, actor, measure, { view, rules: network.runChartRules, today }),
    team: found(await findCycleTeam(db, actor, measure.teamId, today)),
    newIds: mayWrite ? { annotation: uuidv7(), phase: uuidv7(), baseline: uuidv7() } : null,
    log: mayWrite
      ? await listQuickLog(db, actor, { today, timeZone: network.timeZone, measureId: measure.id })
      : [],
    imports: imports.map((one) => ({
      ...one,
      on: formatDay(schoolDayAt(one.importedAt, network.timeZone), today),
    })),
    said: whatWasDone(search),
    goalWords:
      measure.goal === null
        ? null
        : formatMeasureValue(measure, measure.goal) +
          (measure.goalOn === null ? '' : ` by ${formatDay(measure.goalOn, today)}`),
  };
}

/** What the last page did, for a line at the top of this one. */
function whatWasDone(search: URLSearchParams): string | null {
  if (search.has('deleted')) return 'The number is deleted. Its history keeps it.';
  if (search.has('leftOut')) return 'The point stays on the chart and counts for nothing.';
  if (search.has('counted')) return 'The point counts again.';
  return search.has('corrected') ? 'The number is corrected. What it said before is in its history.' : null;
}

/** Sets and removes marks on the charts. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, network, now, today } = signedIn(context);
  const form = await readForm(request);
  const typed = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const parsed = chartMarkForm.safeParse(typed);
  const answer = (fields: Record<string, string[]>) =>
    data<ChartMarkAnswer>({ intent: typed.intent ?? '', fields, typed }, { status: 400 });
  if (!parsed.success) {
    const fields: Record<string, string[]> = {};
    for (const issue of parsed.error.issues) {
      const [name] = issue.path;
      if (typeof name !== 'string' || !(name in typed)) throwNotFound();
      (fields[name] ??= []).push(issue.message);
    }
    return answer(fields);
  }
  const outcome = await markChart(
    database,
    actor,
    { measureId: params.measure, form: parsed.data },
    { rules: network.runChartRules, now, today },
  );
  if (!outcome.ok) {
    if (outcome.problem.kind === 'invalid') return answer(outcome.problem.fields ?? {});
    refuse(outcome.problem);
  }
  const url = new URL(request.url);
  throw redirect(url.pathname.replace(/\.data$/, '') + url.search);
}

export default function MeasurePage({ loaderData, actionData }: Route.ComponentProps) {
  const { measure, charts, view, team, mayWrite, today, newIds, imports, said, goalWords, log } = loaderData;
  const { versions, timeZone } = loaderData;
  const empty =
    charts.kind === 'side_by_side'
      ? charts.charts.every((chart) => chart.model.points.length === 0)
      : charts.kind === 'one' && charts.model.points.length === 0;
  const importPath = `/imports/new?team=${team.teamId}&measure=${measure.id}`;
  return (
    <div className="mx-auto max-w-[1180px]">
      <title>{`${measure.name} · Boldline`}</title>
      <PageHeader
        above={
          <Link to={`/teams/${team.teamId}`} className="inline-block min-h-6">
            {team.schoolName} · {team.teamName}
          </Link>
        }
        title={measure.name}
        lead={`${levelWords[measure.level].name} measure. ${frequencyWords[measure.frequency]}. ${directionWords[measure.direction]}${goalWords === null ? '' : `; goal ${goalWords}`}.`}
        action={
          mayWrite ? (
            <>
              <ButtonLink to="#log" tone="primary">
                Log a number
              </ButtonLink>
              <ButtonLink to={`/measures/${measure.id}/data-points`}>All numbers</ButtonLink>
              <ButtonLink to={importPath}>Import</ButtonLink>
              <ButtonLink to={`/measures/${measure.id}/edit`}>Change</ButtonLink>
            </>
          ) : null
        }
      />
      {said ? <Notice role="status">{said}</Notice> : null}
      <div className="mt-4 space-y-5">
        {empty ? (
          <EmptyState
            title="No numbers yet."
            action={
              mayWrite ? (
                <ButtonLink to={importPath} tone="primary">
                  Import what you have
                </ButtonLink>
              ) : null
            }
          >
            The first number starts the chart; ten make a first verdict possible. Numbers from before your
            first cycle are your baseline.
          </EmptyState>
        ) : (
          <>
            <MeasureChartNav measureId={measure.id} groups={measure.groups} view={view} />
            {charts.kind === 'side_by_side' ? (
              <div className="grid items-start gap-5 lg:grid-cols-2">
                {charts.charts.map(({ group, model }) => (
                  <Card key={group.id} labelledBy={`group-${group.id}`} className="min-w-0">
                    <h2 id={`group-${group.id}`} className="mb-3 text-base font-semibold text-soft">
                      <Link
                        to={chartViewPath(measure.id, { groupId: group.id })}
                        className="inline-block min-h-6"
                      >
                        {group.name}
                      </Link>
                    </h2>
                    <RunChartFigure
                      model={model}
                      name={`${measure.name}, ${group.name}`}
                      {...(mayWrite ? { rowPath: (rowId: string) => `/data-points/${rowId}` } : {})}
                    />
                    {mayWrite && model.points.length > 0 ? (
                      <p className="mt-2 text-sm print:hidden">
                        <Link
                          to={`/posts/new?measure=${measure.id}&group=${group.id}&kind=win`}
                          className="inline-flex min-h-6 items-center"
                        >
                          Share this chart
                        </Link>
                      </p>
                    ) : null}
                  </Card>
                ))}
              </div>
            ) : null}
            {charts.kind === 'one' ? (
              <OneChart
                key={charts.group.id}
                measureId={measure.id}
                measureName={measure.name}
                name={`${measure.name}, ${charts.group.name}`}
                chart={charts}
                answer={actionData ?? null}
                {...{ today, newIds }}
              />
            ) : null}
            {charts.kind === 'gap' ? (
              <Card labelledBy="gap">
                <h2 id="gap" className="mb-3 text-base font-semibold text-soft">
                  {charts.group.name} and {charts.complement.name.toLowerCase()}
                </h2>
                <GapFigure
                  lines={charts.lines}
                  gap={charts.gap}
                  gapName={charts.gapName}
                  aboveZero={charts.aboveZero}
                  sentence={charts.sentence}
                  name={measure.name}
                />
              </Card>
            ) : null}
          </>
        )}
        {log.length > 0 ? (
          <Card labelledBy="log" className="pb-1! print:hidden">
            <h2 id="log" className="scroll-mt-4 pb-3">
              Log a number
            </h2>
            {log.map((item) => (
              <QuickLogRow key={rowKey(item)} item={item} back={`/measures/${measure.id}`} posted={null} />
            ))}
          </Card>
        ) : null}
        <Card labelledBy="definition">
          <h2 id="definition">Operational definition</h2>
          <DefinitionHistory {...{ versions, today, timeZone }} />
        </Card>
        {imports.length > 0 && mayWrite ? (
          <Card labelledBy="imports" className="print:hidden">
            <h2 id="imports">Imports</h2>
            <ul className="mt-2 divide-y divide-line">
              {imports.map((one) => (
                <li key={one.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
                  <span>
                    {one.fileName}
                    <span className="block text-sm text-soft">
                      {counted(one.rowCount, 'number')}, {one.importedByName}, {one.on}
                    </span>
                  </span>
                  {one.undoneAt === null ? (
                    <ButtonLink
                      to={`/imports/${one.id}?team=${team.teamId}`}
                      aria-label={`Open the import of ${one.fileName}`}
                    >
                      Open
                    </ButtonLink>
                  ) : (
                    <span className="text-sm text-soft">taken back</span>
                  )}
                </li>
              ))}
            </ul>
          </Card>
        ) : null}
      </div>
    </div>
  );
}
