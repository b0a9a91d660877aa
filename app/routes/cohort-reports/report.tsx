import { Link } from 'react-router';
import { readReport } from '~/features/cohorts/report/report-reading.server';
import { ReportView } from '~/features/cohorts/report/report-view';
import { partWords } from '~/features/cohorts/report/report-words';
import { reportClock, reportOf } from '~/features/cohorts/report/request-report.server';
import { signedIn } from '~/features/people/request-actor.server';
import { counted } from '~/lib/number-format';
import { ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import { PrintButton } from '~/ui/print-button';
import type { Route } from './+types/report';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const report = await reportOf(db, actor, params.report);
  const clock = { ...reportClock(network, today), networkName: network.name };
  return { report: await readReport(db, actor, report, clock) };
}

export default function ReportPage({ loaderData: { report } }: Route.ComponentProps) {
  const { id, cohortId, cohortName, networkName, title, time, fallenOut, leftOut } = report;
  return (
    <div className="mx-auto max-w-[820px] print:max-w-none">
      <title>{`${title} · Boldline`}</title>
      <PageHeader
        above={
          <>
            <Link to={`/cohorts/${cohortId}/reports`} className="inline-block min-h-6 print:hidden">
              Reports of <bdi>{cohortName}</bdi>
            </Link>
            <span className="hidden print:inline">{networkName}</span>
          </>
        }
        title={
          <span className="wrap-anywhere">
            <bdi>{title}</bdi>
          </span>
        }
        lead={
          <span>
            <bdi>{cohortName}</bdi> · {time}
          </span>
        }
        action={
          <>
            <ButtonLink to={`/cohort-reports/${id}/edit`}>Edit</ButtonLink>
            <ButtonLink to={`/cohort-reports/${id}/data.csv`} reloadDocument>
              Figures as CSV
            </ButtonLink>
            <PrintButton>Print or save as PDF</PrintButton>
          </>
        }
      />
      <div className="mb-6 space-y-3 print:hidden">
        <p className="max-w-[70ch] text-sm text-soft">
          Only the cohort’s facilitators find this page. Everything on it may be handed on: it holds no number
          about a small group of students, and no story beyond what its team told the whole network.
        </p>
        {leftOut.length > 0 ? (
          <p className="max-w-[70ch] text-sm">
            Left out of this report: {leftOut.map((part) => partWords[part].name).join(', ')}.
          </p>
        ) : null}
        {fallenOut > 0 ? (
          <Notice>
            {counted(fallenOut, 'chosen post is', 'chosen posts are')} no longer shared with the whole network
            and left out here.
          </Notice>
        ) : null}
      </div>
      <ReportView report={report} />
    </div>
  );
}
