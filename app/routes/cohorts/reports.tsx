import { getFormProps, useForm } from '@conform-to/react';
import { Form, Link, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { lastQuarter } from '~/features/cohorts/report/new-report-span';
import { ReportHeadFields } from '~/features/cohorts/report/report-fields';
import { newReportForm } from '~/features/cohorts/report/report-form';
import type { NewReportForm } from '~/features/cohorts/report/report-form';
import { listReports } from '~/features/cohorts/report/report-queries.server';
import { newReportDraft, startReport } from '~/features/cohorts/report/start-report.server';
import { formKey, useKeptResult } from '~/features/drafts/draft-hooks';
import { DraftLine } from '~/features/drafts/draft-line';
import { findDraft } from '~/features/drafts/draft-queries.server';
import { findCohort } from '~/features/people/cohort-queries.server';
import { facilitates } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { formatDay, formatSpan, schoolDayAt } from '~/lib/school-day';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { found, throwNotFound } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { FormErrors } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import { PageLinks } from '~/ui/page-links';
import type { Route } from './+types/reports';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  if (!facilitates(actor, params.cohort)) throwNotFound();
  const cohort = found(await findCohort(db, actor, params.cohort));
  const asked = Number.parseInt(new URL(request.url).searchParams.get('page') ?? '1', 10) || 1;
  const page = Math.max(1, Math.min(10_000, asked));
  const { timeZone } = network;
  const { reports, pages } = await listReports(db, actor, { cohortId: cohort.id, page });
  return {
    ...{ cohort, page, pages, newId: uuidv7(), span: lastQuarter(cohort, today) },
    reports: reports.map(({ id, title, span, changedByName, changedAt }) => ({
      ...{ id, title, changedByName, time: formatSpan(span.from, span.through, '') },
      changedOn: formatDay(schoolDayAt(changedAt, timeZone), today),
    })),
    draft: await findDraft(db, { personId: actor.personId, timeZone }, newReportDraft(cohort.id)),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  if (!facilitates(actor, params.cohort)) throwNotFound();
  const submission = parseForm(await readForm(request), { schema: newReportForm });
  if (submission.status !== 'success') return answerForm(submission);
  const outcome = await startReport(database, actor, { ...submission.value, cohortId: params.cohort }, now);
  if (!outcome.ok) return answerProblem(submission, outcome.problem);
  throw redirect(`/cohort-reports/${submission.value.id}/edit`);
}

type Loaded = Route.ComponentProps['loaderData'];

function Reports({ cohort, reports, page, pages }: Pick<Loaded, 'cohort' | 'reports' | 'page' | 'pages'>) {
  return (
    <section aria-labelledby="reports">
      <h2 id="reports" className="sr-only">
        Reports so far
      </h2>
      <Card className="py-2!">
        <ul className="divide-y divide-line">
          {reports.map(({ id, title, time, changedByName, changedOn }) => (
            <li key={id} className="py-3">
              <Link
                to={`/cohort-reports/${id}`}
                className="inline-block min-h-6 font-semibold wrap-anywhere"
                dir="auto"
              >
                {title}
              </Link>
              <span className="block text-sm text-soft">
                {time} · changed {changedOn} by <bdi>{changedByName}</bdi>
              </span>
            </li>
          ))}
        </ul>
      </Card>
      <PageLinks
        {...{ page, pages, words: ['Newer', 'Older'] as const }}
        pathOf={(to) => `/cohorts/${cohort.id}/reports?page=${to}`}
      />
    </section>
  );
}

export default function ReportsPage(props: Route.ComponentProps) {
  const { cohort, reports, draft } = props.loaderData;
  return (
    <div className="mx-auto max-w-[820px] space-y-6">
      <title>{`Reports of ${cohort.name} · Boldline`}</title>
      <PageHeader
        above={
          <Link to={`/cohorts/${cohort.id}`} className="inline-block min-h-6 wrap-anywhere">
            <bdi>{cohort.name}</bdi>
          </Link>
        }
        title="Reports"
        lead="For funders and LEAs, on paper, as a PDF or as a table: what the cohort tried and learned in a time, in your words. Only its facilitators see them here."
      />
      {reports.length > 0 ? <Reports {...props.loaderData} /> : null}
      <NewReport key={formKey(0, draft)} {...props} />
    </div>
  );
}

function NewReport({ loaderData, actionData }: Route.ComponentProps) {
  const { cohort, span, draft, newId, reports } = loaderData;
  const kept = useKeptResult(draft);
  const [form, fields] = useForm<NewReportForm>({
    id: 'new-report',
    lastResult: actionData?.result ?? kept,
    defaultValue: { id: newId, ...span },
  });
  return (
    <Card labelledBy="begin">
      <h2 id="begin">{reports.length === 0 ? 'Begin the first report' : 'Begin another report'}</h2>
      <p className="mt-1 max-w-[65ch] text-soft">
        Figures and first sentences are there at once; you edit the words and choose the stories it tells.
      </p>
      <Form method="post" {...getFormProps(form)} className="mt-4 space-y-6">
        <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
        <input type="hidden" name="id" value={fields.id.initialValue ?? newId} />
        <ReportHeadFields fields={fields} />
        <div className="flex flex-wrap items-center justify-between gap-3">
          <DraftLine draft={draft} back={`/cohorts/${cohort.id}/reports`} />
          <Button tone="primary">Begin the report</Button>
        </div>
      </Form>
    </Card>
  );
}
