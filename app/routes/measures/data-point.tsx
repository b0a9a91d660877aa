import { readForm } from '~/platform/read-form.server';
import { data, Form, redirect } from 'react-router';
import { z } from 'zod';
import { correctDataPoint, deleteDataPoint } from '~/features/measures/correct-data-point.server';
import { excludePoint, includePoint } from '~/features/measures/chart-marks/exclude-point.server';
import { usesDenominator } from '~/features/measures/measure';
import { findDataPoint } from '~/features/measures/data-point-queries.server';
import { findMeasure } from '~/features/measures/measure-queries.server';
import { loadSeries } from '~/features/measures/series-queries.server';
import { worksInTeam } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { formatRecorded } from '~/features/run-charts/plotted-value';
import { formatClock, formatDay, schoolDayAt } from '~/lib/school-day';
import { found, refuse, throwNotFound } from '~/platform/problem-response.server';
import { loadAgainOnConflict } from '~/features/drafts/draft-hooks';
import { Button, ButtonLink } from '~/ui/button';
import { Card, Notice } from '~/ui/card';
import { TextField } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/data-point';

const endings = {
  replaced: 'replaced',
  corrected: 'corrected',
  deleted: 'deleted',
  import_undone: 'taken back with its import',
};

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, network } = signedIn(context);
  const { point, history } = found(await findDataPoint(database.reader, actor, params.dataPoint));
  const measure = found(await findMeasure(database.reader, actor, point.measureId));
  const { excludedPoints } = await loadSeries(database.reader, [measure.id]);
  const leftOut = excludedPoints.find((one) => one.groupId === point.groupId && one.date === point.date);
  const on = (instant: number) =>
    `${formatDay(schoolDayAt(instant, network.timeZone))}, ${formatClock(instant, network.timeZone)}`;
  return {
    point,
    measure,
    leftOut: leftOut?.reason ?? null,
    groupName: measure.groups.find((group) => group.id === point.groupId)?.name ?? '',
    mayWrite: worksInTeam(actor, measure.teamId),
    recorded: `${point.recordedByName}, ${on(point.recordedAt)}`,
    history: history.map((one) => ({
      id: one.id,
      said: formatRecorded(one),
      by: one.recordedByName,
      how: endings[one.endedHow],
      on: on(one.endedAt),
    })),
  };
}

const text = z.string().max(600).default('');
const longestReason = 120;
const pointForm = z.object({
  version: z.coerce.number().int().default(0),
  date: text,
  value: text,
  numerator: text,
  denominator: text,
  note: text,
  reason: text,
  intent: z.enum(['correct', 'delete', 'exclude', 'include']),
});

const saidAfter = { correct: 'corrected', delete: 'deleted', exclude: 'leftOut', include: 'counted' };

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now, today } = signedIn(context);
  const parsed = pointForm.safeParse(Object.fromEntries(await readForm(request)));
  if (!parsed.success) throwNotFound();
  const { version, intent, ...typed } = parsed.data;
  const pointId = params.dataPoint;
  const reason = typed.reason.trim();
  if (intent === 'exclude' && (reason === '' || reason.length > longestReason)) {
    const message =
      reason === '' ? 'Say why it should not count.' : `Please keep this under ${longestReason} characters.`;
    const fields: Record<string, string[]> = { reason: [message] };
    return data({ conflict: false, version, fields, typed }, { status: 400 });
  }
  const carryOut = {
    correct: () => correctDataPoint(database, actor, { pointId, version, typed }, { now, today }),
    delete: () => deleteDataPoint(database, actor, { pointId, version }, now),
    exclude: () => excludePoint(database, actor, { pointId, reason }, now),
    include: () => includePoint(database, actor, { pointId }, now),
  };
  const outcome = await carryOut[intent]();
  if (outcome.ok) throw redirect(`/measures/${outcome.measureId}?${saidAfter[intent]}`);
  const { problem } = outcome;
  if (problem.kind === 'not_found' || problem.kind === 'not_allowed') refuse(problem);
  const fields: Record<string, string[]> = problem.kind === 'invalid' ? (problem.fields ?? {}) : {};
  return data(
    { conflict: problem.kind === 'conflict', version, fields, typed },
    { status: problem.kind === 'conflict' ? 409 : 400 },
  );
}

export const shouldRevalidate = loadAgainOnConflict;

export default function DataPointPage({ loaderData, actionData }: Route.ComponentProps) {
  const { point, measure, leftOut, groupName, mayWrite, recorded, history } = loaderData;
  const typed = actionData?.typed;
  const field = (
    name: 'date' | 'value' | 'numerator' | 'denominator' | 'note' | 'reason',
    initial: string,
  ) => ({
    id: name,
    name,
    initialValue: typed?.[name] ?? initial,
    errors: actionData?.fields[name],
  });
  const number = (value: number | null) => (value === null ? '' : String(value));
  return (
    <div className="mx-auto max-w-[640px] space-y-5">
      <title>{`A number of ${measure.name} · Boldline`}</title>
      <PageHeader
        above={measure.name}
        title={`${formatRecorded(point)}, ${formatDay(point.date)}`}
        lead={`${groupName}. Logged by ${recorded}.`}
      />
      {actionData?.conflict && actionData.version !== point.version ? (
        <Notice tone="attention" role="alert">
          Somebody changed this number while you were here: it now says {formatRecorded(point)}. What you
          typed is still below; save again to replace it.
        </Notice>
      ) : null}
      {mayWrite ? (
        <Card labelledBy="correct">
          <h2 id="correct">Correct it</h2>
          <Form method="post" className="mt-4 space-y-4" key={point.version}>
            <input type="hidden" name="version" value={point.version} />
            {usesDenominator(measure.kind) ? (
              <div className="grid grid-cols-2 gap-4">
                <TextField
                  field={field('numerator', number(point.numerator))}
                  label="How many"
                  inputMode="decimal"
                />
                <TextField
                  field={field('denominator', number(point.denominator))}
                  label={measure.kind === 'rate' ? 'In how many' : 'Out of how many'}
                  inputMode="decimal"
                />
              </div>
            ) : (
              <TextField
                field={field('value', number(point.value))}
                label={measure.unit ? `Number (${measure.unit})` : 'Number'}
                inputMode="decimal"
                inputClassName="max-w-52"
              />
            )}
            <TextField field={field('date', point.date)} label="Day" type="date" inputClassName="max-w-52" />
            <TextField field={field('note', point.note)} label="Note" optional />
            <div className="flex flex-wrap justify-between gap-3">
              <Button tone="primary" name="intent" value="correct">
                Save the correction
              </Button>
            </div>
          </Form>
          <details suppressHydrationWarning className="mt-5 border-t border-line pt-4">
            <summary className="inline-block min-h-6">Delete this number</summary>
            <Form method="post" className="mt-3">
              <input type="hidden" name="version" value={point.version} />
              <p>It goes from the chart. The history keeps it, with your name.</p>
              <Button name="intent" value="delete" className="mt-3">
                Delete {formatRecorded(point)}, {formatDay(point.date)}
              </Button>
            </Form>
          </details>
        </Card>
      ) : null}
      {mayWrite ? (
        <Card labelledBy="leave-out">
          <h2 id="leave-out">{leftOut === null ? 'Leave it out of the middle line' : 'It is left out'}</h2>
          <p className="mt-1 text-sm text-soft">
            {leftOut === null
              ? 'For a day that everybody would call a freak: a fire, a broken test. The point stays on the chart, with the reason, and counts for nothing.'
              : `Because: ${leftOut}`}
          </p>
          <Form method="post" className="mt-3 space-y-3">
            {leftOut === null ? (
              <TextField field={field('reason', '')} label="Why" maxLength={120} autoComplete="off" />
            ) : null}
            <Button name="intent" value={leftOut === null ? 'exclude' : 'include'}>
              {leftOut === null ? 'Leave it out' : 'Count it again'}
            </Button>
          </Form>
        </Card>
      ) : leftOut === null ? null : (
        <p>It is left out of the middle line: {leftOut}</p>
      )}
      {history.length > 0 ? (
        <Card labelledBy="history">
          <h2 id="history">What it said before</h2>
          <ul className="mt-2 divide-y divide-line">
            {history.map((one) => (
              <li key={one.id} className="py-2">
                <span className="font-semibold">{one.said}</span>{' '}
                <span className="text-soft">
                  by {one.by}; {one.how} {one.on}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      <ButtonLink to={`/measures/${measure.id}`} tone="quiet">
        Back to the chart
      </ButtonLink>
    </div>
  );
}
