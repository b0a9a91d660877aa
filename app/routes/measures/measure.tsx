import { Link } from 'react-router';
import { cycleBands } from '~/features/cycles/cycle-bands';
import { listCycleSpans } from '~/features/cycles/cycle-queries.server';
import { findCycleTeam } from '~/features/cycles/cycle-team-queries.server';
import { rowKey } from '~/features/measures/quick-log';
import { listQuickLog } from '~/features/measures/quick-log-queries.server';
import { QuickLogRow } from '~/features/measures/quick-log-row';
import { chartSubject } from '~/features/measures/chart-subject';
import { findMeasure } from '~/features/measures/measure-queries.server';
import { listImports } from '~/features/transfer/imports/import-queries.server';
import { loadSeries } from '~/features/measures/series-queries.server';
import { directionWords, frequencyWords, levelWords } from '~/features/measures/measure-words';
import { worksInTeam } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { formatMeasureValue } from '~/features/run-charts/plotted-value';
import { buildRunChart } from '~/features/run-charts/view/build-run-chart';
import { RunChartFigure } from '~/features/run-charts/view/run-chart-figure';
import { counted } from '~/lib/number-format';
import { formatDay, schoolDayAt } from '~/lib/school-day';
import { found } from '~/platform/problem-response.server';
import { ButtonLink } from '~/ui/button';
import { Card, EmptyState, Notice } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/measure';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const measure = found(await findMeasure(db, actor, params.measure));
  const series = await loadSeries(db, [measure.id]);
  const bands = cycleBands(await listCycleSpans(db, actor, [measure.id]), measure.id);
  const charts = measure.groups.map((group) => ({
    group,
    model: buildRunChart(
      chartSubject(measure, group.id, series, { cycles: bands, rules: network.runChartRules }),
    ),
  }));
  const imports = await listImports(db, measure.id);
  return {
    measure,
    charts,
    team: found(await findCycleTeam(db, actor, measure.teamId, today)),
    mayWrite: worksInTeam(actor, measure.teamId),
    log: worksInTeam(actor, measure.teamId)
      ? await listQuickLog(db, actor, { today, timeZone: network.timeZone, measureId: measure.id })
      : [],
    imports: imports.map((one) => ({
      ...one,
      on: formatDay(schoolDayAt(one.importedAt, network.timeZone), today),
    })),
    said: whatWasDone(new URL(request.url).searchParams),
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
  return search.has('corrected') ? 'The number is corrected. What it said before is in its history.' : null;
}

export default function MeasurePage({ loaderData }: Route.ComponentProps) {
  const { measure, charts, team, mayWrite, imports, said, goalWords, log } = loaderData;
  const empty = charts.every((chart) => chart.model.points.length === 0);
  return (
    <div className="mx-auto max-w-[980px]">
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
              <ButtonLink to={`/imports/new?team=${team.teamId}&measure=${measure.id}`}>Import</ButtonLink>
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
                <ButtonLink to={`/imports/new?team=${team.teamId}&measure=${measure.id}`} tone="primary">
                  Import what you have
                </ButtonLink>
              ) : null
            }
          >
            The first number starts the chart; ten make a first verdict possible. Numbers from before your
            first cycle are your baseline.
          </EmptyState>
        ) : (
          charts.map(({ group, model }) => (
            <Card key={group.id} labelledBy={`group-${group.id}`}>
              <h2 id={`group-${group.id}`} className="mb-3 text-base font-semibold text-soft">
                {group.name}
              </h2>
              <RunChartFigure
                model={model}
                name={`${measure.name}, ${group.name}`}
                {...(mayWrite ? { rowPath: (rowId: string) => `/data-points/${rowId}` } : {})}
              />
            </Card>
          ))
        )}
        {log.length > 0 ? (
          <Card labelledBy="log" className="pb-1!">
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
          <p className="mt-2 max-w-[70ch] whitespace-pre-line">{measure.definition}</p>
        </Card>
        {imports.length > 0 && mayWrite ? (
          <Card labelledBy="imports">
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
                      aria-label={`Take back the import of ${one.fileName}`}
                    >
                      Take back
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
