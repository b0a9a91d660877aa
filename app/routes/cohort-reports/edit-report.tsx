import { FormProvider, getFormProps, useForm } from '@conform-to/react';
import { Form, Link, redirect } from 'react-router';
import { reportParts } from '#db/vocabulary';
import { changeReport } from '~/features/cohorts/report/change-report.server';
import { PostChoice } from '~/features/cohorts/report/post-choice';
import { placeWords, savedPlaces, typedPlaces } from '~/features/cohorts/report/post-places';
import { mostPosts } from '~/features/cohorts/report/report-bounds';
import { reportDifferences } from '~/features/cohorts/report/report-differences';
import { LookedField, PartFields, ReportHeadFields } from '~/features/cohorts/report/report-fields';
import { reportForm } from '~/features/cohorts/report/report-form';
import type { ReportForm } from '~/features/cohorts/report/report-form';
import { loadReportToEdit } from '~/features/cohorts/report/report-to-edit.server';
import { startOfForm } from '~/features/cohorts/report/report-start';
import { reportClock, reportOf } from '~/features/cohorts/report/request-report.server';
import { answerKeepingDraft } from '~/features/drafts/answer-keeping-draft.server';
import { draftForm } from '~/features/drafts/draft';
import { formKey, isConflict, loadAgainOnConflict, useKeptResult } from '~/features/drafts/draft-hooks';
import { DraftConflict, EditFoot } from '~/features/drafts/edit-frame';
import { findDraft } from '~/features/drafts/draft-queries.server';
import { signedIn } from '~/features/people/request-actor.server';
import { answerForm } from '~/platform/form-answer.server';
import { throwNotFound } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { Card } from '~/ui/card';
import { FormErrors } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/edit-report';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const report = await reportOf(db, actor, params.report);
  const who = { personId: actor.personId, timeZone: network.timeZone };
  return {
    report,
    ...(await loadReportToEdit(db, actor, report, reportClock(network, today))),
    draft: await findDraft(db, who, draftForm('cohort-report', report.id)),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, network, now, today } = signedIn(context);
  await reportOf(database.reader, actor, params.report);
  const formData = await readForm(request);
  const submission = parseForm(formData, { schema: reportForm });
  if (submission.status !== 'success') return answerForm(submission);
  if (submission.value.id !== params.report) throwNotFound();
  const overwrite = formData.get('overwrite');
  const form = overwrite === null ? submission.value : { ...submission.value, version: Number(overwrite) };
  const outcome = await changeReport(database, actor, form, { ...reportClock(network, today), now });
  if (!outcome.ok)
    return answerKeepingDraft(
      database,
      { submission, problem: outcome.problem },
      { personId: actor.personId, form: draftForm('cohort-report', params.report), fields: formData },
      now,
    );
  throw redirect(`/cohort-reports/${params.report}`);
}

export const shouldRevalidate = loadAgainOnConflict;

export default function EditReport(props: Route.ComponentProps) {
  const { report, draft } = props.loaderData;
  return <ReportEditor key={formKey(report.version, draft)} {...props} />;
}

function ReportEditor({ loaderData, actionData }: Route.ComponentProps) {
  const { report, drafted, posts, draft } = loaderData;
  const { id, version, title, cohortName } = report;
  const kept = useKeptResult(draft);
  const typed = (actionData?.result ?? kept)?.initialValue;
  const [form, fields] = useForm<ReportForm>({
    id: 'report',
    lastResult: actionData?.result ?? kept,
    defaultValue: startOfForm(report, drafted),
  });
  const parts = fields.parts.getFieldset();
  const here = `/cohort-reports/${id}/edit`;
  const isAsked = fields.looked.errors !== undefined;
  const messages = form.errors?.join(' ') ?? '';
  return (
    <div className="mx-auto max-w-[820px]">
      <p className="hidden print:block">
        This is where the report is written. Print the page its readers see: go back to the report first.
      </p>
      <div className="print:hidden">
        <title>{`Edit ${title} · Boldline`}</title>
        <PageHeader
          above={
            <Link to={`/cohort-reports/${id}`} className="inline-block min-h-6 wrap-anywhere">
              <bdi>{title}</bdi>
            </Link>
          }
          title="Edit the report"
          lead={`${cohortName}. It is read outside the network: write for somebody who does not know your teams.`}
        />
        <FormProvider context={form.context}>
          <Form method="post" {...getFormProps(form)}>
            <Card className="space-y-6">
              {actionData && isConflict(actionData, version) ? (
                <DraftConflict
                  by={report.changedByName}
                  differences={reportDifferences(
                    report,
                    { drafted, posts },
                    actionData.result.initialValue ?? {},
                  )}
                  version={version}
                  {...{ draft, here }}
                />
              ) : null}
              <FormErrors
                errors={isAsked ? undefined : form.errors}
                fieldCount={Object.keys(form.allErrors).filter((name) => name !== '').length}
              />
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="version" value={fields.version.initialValue ?? version} />
              <ReportHeadFields fields={fields} />
              {reportParts.map((part) => {
                const { words, figures, leftOut, drafted: before } = parts[part].getFieldset();
                const text = before.initialValue ?? drafted[part];
                return (
                  <PartFields
                    key={part}
                    {...{ part, words, figures, leftOut, drafted: { name: before.name, text } }}
                  >
                    {part === 'wins_and_losses' ? (
                      <PostChoice
                        posts={posts}
                        places={typedPlaces(typed?.posts) ?? savedPlaces(report.postIds)}
                        placeWords={placeWords(Math.min(mostPosts, posts.length))}
                      />
                    ) : null}
                  </PartFields>
                );
              })}
              <LookedField field={fields.looked} message={messages} />
              <EditFoot {...{ draft, here }} back={`/cohort-reports/${id}`}>
                Save the report
              </EditFoot>
            </Card>
          </Form>
        </FormProvider>
      </div>
    </div>
  );
}
