import { renderToStaticMarkup } from 'react-dom/server';
import { cycleBands } from '~/features/cycles/cycle-bands';
import { listCycleSpans } from '~/features/cycles/cycle-list-queries.server';
import { findCycleTeam } from '~/features/cycles/cycle-team-queries.server';
import { chartSubject } from '~/features/measures/chart-subject';
import { findMeasure } from '~/features/measures/measure-queries.server';
import { loadSeries } from '~/features/measures/series-queries.server';
import { signedIn } from '~/features/people/request-actor.server';
import { buildRunChart } from '~/features/run-charts/view/build-run-chart';
import { ChartPicture } from '~/features/run-charts/view/picture/chart-picture';
import { downloadHeaders, fileName } from '~/lib/file-name';
import { formatDay, formatSpan } from '~/lib/school-day';
import { found } from '~/platform/problem-response.server';
import type { Route } from './+types/chart-svg';

/** One chart as a picture that stands on its own: of `?group=`, else of the measure's first group. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const measure = found(await findMeasure(db, actor, params.measure));
  const wanted = new URL(request.url).searchParams.get('group');
  const group = found(wanted === null ? measure.groups[0] : measure.groups.find(({ id }) => id === wanted));
  const team = found(await findCycleTeam(db, actor, measure.teamId, today));
  const cycles = cycleBands(await listCycleSpans(db, actor, [measure.id]), measure.id);
  const series = await loadSeries(db, [measure.id]);
  const model = buildRunChart(
    chartSubject(measure, group.id, series, { cycles, rules: network.runChartRules }),
  );
  const dates = model.points.filter(({ y }) => y !== null).map(({ date }) => date);
  const [first, last] = [dates[0], dates.at(-1)];
  const text = {
    measure: measure.name,
    group: group.name,
    definition: measure.definition,
    source: `${team.teamName}, ${team.schoolName}. Boldline, made on ${formatDay(today, '')}.`,
    span: first === undefined || last === undefined ? '' : formatSpan(first, last, ''),
  };
  const svg = renderToStaticMarkup(<ChartPicture model={model} text={text} />);
  const name = fileName([measure.name, group.name, today], 'svg');
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`, {
    headers: downloadHeaders(name, 'image/svg+xml; charset=utf-8'),
  });
}
