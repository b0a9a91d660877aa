import { findMeasure } from '~/features/measures/measure-queries.server';
import { loadSeries } from '~/features/measures/series-queries.server';
import { signedIn } from '~/features/people/request-actor.server';
import { measureCsv } from '~/features/transfer/exports/measure-csv';
import { downloadHeaders, fileName } from '~/lib/file-name';
import { found } from '~/platform/problem-response.server';
import type { Route } from './+types/data-csv';

/** The numbers of a measure as a file: of all its groups, or of `?group=`. For whoever may read the measure. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, today } = signedIn(context);
  const db = database.reader;
  const measure = found(await findMeasure(db, actor, params.measure));
  const wanted = new URL(request.url).searchParams.get('group');
  const group = wanted === null ? null : found(measure.groups.find(({ id }) => id === wanted));
  const csv = measureCsv(measure, group ? [group] : measure.groups, await loadSeries(db, [measure.id]));
  const name = fileName([measure.name, ...(group ? [group.name] : []), today], 'csv');
  return new Response(csv, { headers: downloadHeaders(name, 'text/csv; charset=utf-8') });
}
