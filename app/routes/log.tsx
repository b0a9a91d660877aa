import { readForm } from '~/platform/read-form.server';
import { data, redirect } from 'react-router';
import { z } from 'zod';
import { listQuickLog } from '~/features/measures/quick-log/quick-log-queries.server';
import { QuickLogRow } from '~/features/measures/quick-log/quick-log-row';
import { rowKey } from '~/features/measures/quick-log/quick-log';
import type { QuickLogAnswer } from '~/features/measures/quick-log/quick-log';
import { recordDataPoint } from '~/features/measures/record-data-point.server';
import { findMeasure } from '~/features/measures/measure-queries.server';
import { safeReturnPath, signedIn } from '~/features/people/request-actor.server';
import { formatMeasureValue, formatRecorded, plottedValue } from '~/features/run-charts/plotted-value';
import { formatWeekday } from '~/lib/school-day';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import { wantsData } from '~/platform/wants-data.server';
import { ButtonLink } from '~/ui/button';
import { Card, EmptyState } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/log';

export async function loader({ context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const items = await listQuickLog(database.reader, actor, { today, timeZone: network.timeZone });
  return { items, today, isMember: actor.memberships.length > 0 };
}

const text = z.string().max(600).default('');
const logForm = z.object({
  id: z.uuid(),
  measureId: z.string(),
  groupId: z.string(),
  date: text,
  note: text,
  value: text,
  numerator: text,
  denominator: text,
  replaceVersion: z.coerce.number().int().optional(),
  keep: z.string().optional(),
});

/** Logs one number; the quick log, the home page and Do all post here. */
export async function action({ request, context }: Route.ActionArgs) {
  const { database, actor, now, today } = signedIn(context);
  const parsed = logForm.safeParse(Object.fromEntries(await readForm(request)));
  if (!parsed.success) throwNotFound();
  const { id, measureId, groupId, replaceVersion = null, keep, ...typed } = parsed.data;
  const back = new URL(request.url).searchParams.get('back');
  if (keep !== undefined) {
    if (!wantsData(request)) throw redirect(safeReturnPath(back));
    return data<QuickLogAnswer>({ row: rowKey({ measureId, groupId }), ok: true, label: keep, kept: true });
  }
  const outcome = await recordDataPoint(
    database,
    actor,
    { id, measureId, groupId, typed, replaceVersion },
    { now, today },
  );
  const row = rowKey({ measureId, groupId });
  if (!outcome.ok && (outcome.problem.kind === 'not_found' || outcome.problem.kind === 'not_allowed'))
    refuse(outcome.problem);
  const measure = await findMeasure(database.reader, actor, measureId);
  if (!measure) throwNotFound();
  if (outcome.ok) {
    const plotted = plottedValue(measure.kind, outcome.values);
    const label = plotted === null ? 'Nothing to show' : formatMeasureValue(measure, plotted);
    if (!wantsData(request)) throw redirect(safeReturnPath(back));
    return data<QuickLogAnswer>({ row, ok: true, label });
  }
  if (outcome.problem.kind === 'exists') {
    const { existing } = outcome.problem;
    const there = formatRecorded(existing);
    return data<QuickLogAnswer>(
      { row, ok: false, kind: 'exists', there, date: existing.date, version: existing.version, typed },
      { status: 409 },
    );
  }
  const fields = outcome.problem.kind === 'invalid' ? (outcome.problem.fields ?? {}) : {};
  return data<QuickLogAnswer>({ row, ok: false, kind: 'invalid', fields, typed }, { status: 400 });
}

export default function Log({ loaderData, actionData }: Route.ComponentProps) {
  const { items, today, isMember } = loaderData;
  const open = items.filter((item) => item.logged === null).length;
  return (
    <div className="mx-auto max-w-[640px]">
      <title>Log numbers · Boldline</title>
      <PageHeader
        title="Log numbers"
        lead={
          open > 0
            ? `${open === 1 ? 'One number is' : `${open} numbers are`} due. ${formatWeekday(today)}.`
            : formatWeekday(today)
        }
      />
      {items.length > 0 ? (
        <Card className="pt-1! pb-1!">
          {items.map((item) => (
            <div key={rowKey(item)} className="first:[&>form]:border-t-0">
              <QuickLogRow
                item={item}
                back="/log"
                posted={actionData?.row === rowKey(item) ? actionData : null}
              />
            </div>
          ))}
        </Card>
      ) : (
        <EmptyState
          title="Nothing is due."
          action={isMember ? <ButtonLink to="/teams">See your team’s measures</ButtonLink> : null}
        >
          {isMember
            ? 'Every number you collect is in for now. The next ones appear here when their day comes.'
            : 'Numbers are logged by the teams themselves.'}
        </EmptyState>
      )}
    </div>
  );
}
