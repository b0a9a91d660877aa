import { reportCsv } from '~/features/cohorts/report/report-csv';
import { loadFigures } from '~/features/cohorts/report/report-figures.server';
import { reportClock, reportOf } from '~/features/cohorts/report/request-report.server';
import { signedIn } from '~/features/people/request-actor.server';
import { downloadHeaders, fileName } from '~/lib/file-name';
import type { Route } from './+types/data-csv';

/** The figures of a report as they stand on its page, for its cohort's facilitators. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const report = await reportOf(db, actor, params.report);
  const figures = await loadFigures(db, actor, report, reportClock(network, today));
  const name = fileName([report.cohortName, report.title, report.span.through], 'csv');
  return new Response(reportCsv(report, figures), {
    headers: downloadHeaders(name, 'text/csv; charset=utf-8'),
  });
}
