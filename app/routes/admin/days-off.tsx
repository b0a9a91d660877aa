import { Form, Link, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { isConflict, loadAgainOnConflict } from '~/features/drafts/draft-hooks';
import { DayOffCard } from '~/features/people/day-off-fields';
import { dayOffForm, removeDayOffForm } from '~/features/people/day-off-form';
import { restsWhere } from '~/features/people/day-off-list';
import type { DayOffInList } from '~/features/people/day-off-list';
import { findDayOff, listDaysOff, listLeasToRest } from '~/features/people/days-off-list-queries.server';
import { keepsDaysOff } from '~/features/people/people-policy';
import { removeDayOff } from '~/features/people/remove-day-off.server';
import { signedIn } from '~/features/people/request-actor.server';
import { saveDayOff } from '~/features/people/save-day-off.server';
import { schoolYearOf } from '~/features/run-charts/view/looks/chart-window';
import { formatDay, formatWeekday } from '~/lib/school-day';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { Button } from '~/ui/button';
import { Card, EmptyState, Notice } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/days-off';

/** The school year asked for by the year it begins in, else the present one. */
function yearAsked(asked: string | null, today: string) {
  return schoolYearOf(/^20\d\d$/.test(asked ?? '') ? `${asked}-07-01` : today);
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { database, actor, today } = signedIn(context);
  if (!keepsDaysOff(actor)) throwNotFound();
  const db = database.reader;
  const asked = new URL(request.url).searchParams;
  const year = yearAsked(asked.get('year'), today);
  const changing = asked.get('change');
  return {
    year,
    today,
    first: Number(year.from.slice(0, 4)),
    daysOff: await listDaysOff(db, actor, year),
    leas: await listLeasToRest(db, actor),
    mayRestAll: actor.isAdministrator,
    editing: changing === null ? null : await findDayOff(db, actor, changing),
    newId: uuidv7(),
    isStale: asked.has('meanwhile'),
    said: asked.has('saved') ? 'Saved.' : asked.has('removed') ? 'Removed.' : null,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { database, actor, now, today } = signedIn(context);
  if (!keepsDaysOff(actor)) throwNotFound();
  const form = await readForm(request);
  if (form.get('intent') === 'remove') {
    const submission = parseForm(form, { schema: removeDayOffForm });
    if (submission.status !== 'success') throwNotFound();
    const outcome = await removeDayOff(database, actor, submission.value);
    if (!outcome.ok && outcome.problem.kind !== 'conflict') refuse(outcome.problem);
    const { search } = new URL(request.url);
    throw redirect(`/admin/days-off?${kept(search)}${outcome.ok ? 'removed' : 'meanwhile'}`);
  }
  const submission = parseForm(form, { schema: dayOffForm });
  if (submission.status !== 'success') return answerForm(submission);
  const overwrite = form.get('overwrite');
  const typed = overwrite === null ? submission.value : { ...submission.value, version: Number(overwrite) };
  const outcome = await saveDayOff(database, actor, typed, { now, today });
  if (!outcome.ok) return answerProblem(submission, outcome.problem);
  throw redirect(`/admin/days-off?year=${schoolYearOf(typed.startsOn).from.slice(0, 4)}&saved`);
}

function kept(search: string): string {
  const year = new URLSearchParams(search).get('year');
  return year !== null && /^20\d\d$/.test(year) ? `year=${year}&` : '';
}

export const shouldRevalidate = loadAgainOnConflict;

export default function DaysOff({ loaderData, actionData }: Route.ComponentProps) {
  const { year, first, today, daysOff, leas, mayRestAll, editing, newId, said, isStale } = loaderData;
  const here = `/admin/days-off?year=${first}`;
  return (
    <div className="mx-auto max-w-[820px] space-y-6">
      <title>Days off · Boldline</title>
      <PageHeader
        above={mayRestAll ? <Link to="/admin/settings">Settings</Link> : null}
        title="Days off"
        lead="On these days nobody is late or quiet: numbers, cycles and coaches wait until schools are open again."
      />
      {said ? <Notice role="status">{said}</Notice> : null}
      {isStale ? (
        <Notice tone="attention" role="alert">
          Somebody changed these days meanwhile, so they stay. Look at them once more below.
        </Notice>
      ) : null}
      <section aria-labelledby="year">
        <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
          <h2 id="year">School year {year.name}</h2>
          <nav aria-label="School years" className="flex gap-x-5">
            <Link to={`/admin/days-off?year=${first - 1}`} className="inline-flex min-h-6 items-center">
              Earlier
            </Link>
            <Link to={`/admin/days-off?year=${first + 1}`} className="inline-flex min-h-6 items-center">
              Later
            </Link>
          </nav>
        </div>
        {daysOff.length === 0 ? (
          <EmptyState title="No days off yet.">
            Add the winter break first: it keeps every team from being called quiet in January.
          </EmptyState>
        ) : (
          <Card className="py-1!">
            <ul className="divide-y divide-line">
              {daysOff.map((one) => (
                <DayOffLine key={one.id} one={one} year={first} today={today} />
              ))}
            </ul>
          </Card>
        )}
      </section>
      {mayRestAll || leas.length > 0 ? (
        <DayOffCard
          key={`${editing?.id ?? 'new'}-${editing?.version ?? newId}`}
          {...{ editing, newId, leas, mayRestAll, here }}
          answer={
            actionData
              ? { result: actionData.result, isConflict: isConflict(actionData, editing?.version ?? 0) }
              : null
          }
        />
      ) : null}
    </div>
  );
}

function DayOffLine({ one, year, today }: { one: DayOffInList; year: number; today: string }) {
  const isOneDay = one.startsOn === one.endsOn;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-5 gap-y-1 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-semibold wrap-anywhere">{one.name}</p>
        <p className="text-sm text-soft">
          {formatWeekday(one.startsOn)}
          {isOneDay ? '' : ` to ${formatWeekday(one.endsOn)}`} · {restsWhere(one)}
        </p>
      </div>
      {one.mayChange ? (
        <div className="flex flex-wrap items-start gap-4">
          <Link
            to={`/admin/days-off?year=${year}&change=${one.id}#day-off-title`}
            className="inline-flex min-h-11 items-center"
            aria-label={`Change ${one.name}, ${formatDay(one.startsOn, today)}`}
          >
            Change
          </Link>
          <details suppressHydrationWarning>
            <summary
              className="min-h-11 cursor-pointer py-2.5 text-soft underline hover:text-ink"
              aria-label={`Remove ${one.name}, ${formatDay(one.startsOn, today)}`}
            >
              Remove
            </summary>
            <Form method="post" action={`/admin/days-off?year=${year}`}>
              <input type="hidden" name="id" value={one.id} />
              <input type="hidden" name="version" value={one.version} />
              <Button
                name="intent"
                value="remove"
                aria-label={`Yes, remove ${one.name}, ${formatDay(one.startsOn, today)}`}
              >
                Yes, remove it
              </Button>
            </Form>
          </details>
        </div>
      ) : null}
    </li>
  );
}
