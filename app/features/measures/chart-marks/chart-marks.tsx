import { useId } from 'react';
import type { ReactNode, RefObject } from 'react';
import { Form } from 'react-router';
import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { Button } from '~/ui/button';
import { ChoiceField, FieldErrors, TextField } from '~/ui/field';
import type { ChartMarkAnswer } from './chart-mark-form';

/** Ids that the forms give to what they make. */
export type NewMarkIds = { annotation: string; phase: string; baseline: string };

type FormState = { answer: ChartMarkAnswer | null; intent: string };

/** One field of a mark's form, with what was typed into it and what is wrong with it. */
function fieldOf({ answer, intent }: FormState, name: string, initialValue?: string) {
  const here = answer?.intent === intent ? answer : null;
  return {
    id: `${intent}-${name}`,
    name,
    initialValue: here?.typed[name] ?? initialValue,
    errors: here?.fields[name],
  };
}

function Fold({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <details suppressHydrationWarning open={open} className="border-t border-line py-2">
      <summary className="inline-block min-h-6 py-1 font-semibold">{title}</summary>
      <div className="pt-2 pb-3">{children}</div>
    </details>
  );
}

type AnnotateProps = {
  newId: string;
  today: SchoolDay;
  /** The day that was tapped on the time axis. */
  day: SchoolDay | null;
  answer: ChartMarkAnswer | null;
  text: RefObject<HTMLInputElement | null>;
};

/** Notes an event or a change on the time axis; a tap on the axis fills in the day. */
export function AnnotateForm({ newId, today, day, answer, text }: AnnotateProps) {
  const state = { answer, intent: 'annotate' };
  return (
    <Fold title="Note something that happened" open={answer?.intent === 'annotate' || day !== null}>
      <Form method="post" preventScrollReset className="space-y-4">
        <input type="hidden" name="intent" value="annotate" />
        <input type="hidden" name="id" value={newId} />
        <ChoiceField
          field={fieldOf(state, 'kind', 'event')}
          label="What was it?"
          choices={[
            { value: 'event', label: 'Something that happened', hint: 'testing week, a substitute, snow' },
            { value: 'change', label: 'A change we made', hint: 'a new routine or material' },
          ]}
        />
        <div className="grid gap-4 sm:grid-cols-[13rem_1fr]">
          <TextField
            key={day ?? 'none'}
            field={fieldOf(state, 'date', day ?? '')}
            label="Day"
            type="date"
            max={today}
          />
          <TextField
            field={fieldOf(state, 'text')}
            label="In a few words"
            maxLength={120}
            autoComplete="off"
            ref={text}
          />
        </div>
        <Button>Put it on the chart</Button>
      </Form>
    </Fold>
  );
}

type PhaseProps = {
  newId: string;
  groupId: string;
  reasons: string[];
  firstDay: SchoolDay | null;
  lastDay: SchoolDay | null;
  suggestion: { startsOn: SchoolDay } | null;
  answer: ChartMarkAnswer | null;
};

/** Begins a phase with a median of its own; a person says why. */
export function PhaseForm({ newId, groupId, reasons, firstDay, lastDay, suggestion, answer }: PhaseProps) {
  const state = { answer, intent: 'begin_phase' };
  const listId = useId();
  return (
    <Fold title="Begin a new phase" open={answer?.intent === 'begin_phase'}>
      <p className="mb-3 max-w-[65ch] text-sm text-soft">
        A phase has a middle line of its own. Begin one when the work has changed for good and you know why;
        never only to make the chart look better.
      </p>
      <Form method="post" preventScrollReset className="space-y-4">
        <input type="hidden" name="intent" value="begin_phase" />
        <input type="hidden" name="id" value={newId} />
        <input type="hidden" name="groupId" value={groupId} />
        <div className="grid gap-4 sm:grid-cols-[13rem_1fr]">
          <TextField
            field={fieldOf(state, 'startsOn', suggestion?.startsOn)}
            label="First day"
            type="date"
            min={firstDay ?? undefined}
            max={lastDay ?? undefined}
          />
          <TextField
            field={fieldOf(state, 'reason')}
            label="Why: a cycle, or something that happened"
            list={listId}
            maxLength={120}
            autoComplete="off"
          />
          <datalist id={listId}>
            {reasons.map((reason) => (
              <option key={reason} value={reason} />
            ))}
          </datalist>
        </div>
        <Button>Begin the phase</Button>
      </Form>
    </Fold>
  );
}

type FreezeProps = {
  newId: string;
  groupId: string;
  choices: { throughDate: SchoolDay; points: number; few: boolean }[];
  today: SchoolDay;
  answer: ChartMarkAnswer | null;
};

/** Carries a steady baseline forward. */
export function FreezeForm({ newId, groupId, choices, today, answer }: FreezeProps) {
  const state = { answer, intent: 'freeze' };
  const usual = choices.find(({ few }) => !few) ?? choices.at(-1);
  const field = fieldOf(state, 'throughDate', usual?.throughDate);
  return (
    <Fold title="Freeze the baseline" open={answer?.intent === 'freeze'}>
      {choices.length === 0 ? (
        <p className="max-w-[65ch] text-sm text-soft">
          A baseline can be frozen from ten points on, while they show no change of their own and the chart
          has no later phases. That is not so yet.
        </p>
      ) : (
        <Form method="post" preventScrollReset className="space-y-4">
          <input type="hidden" name="intent" value="freeze" />
          <input type="hidden" name="id" value={newId} />
          <input type="hidden" name="groupId" value={groupId} />
          <p className="max-w-[65ch] text-sm text-soft">
            The median of the first points is carried forward, and later points are held against it. A frozen
            baseline alarms more easily, most of all one of fewer than twelve points.
          </p>
          <div className="max-w-96">
            <label htmlFor={field.id} className="block font-semibold">
              Last day of the baseline
            </label>
            <select
              id={field.id}
              name={field.name}
              defaultValue={field.initialValue}
              className="control mt-1.5"
              aria-invalid={field.errors?.length ? true : undefined}
              aria-describedby={field.errors?.length ? `${field.id}-error` : undefined}
            >
              {choices.map(({ throughDate, points, few }) => (
                <option key={throughDate} value={throughDate}>
                  {formatDay(throughDate, today)}: {points} points{few ? ', which are few' : ''}
                </option>
              ))}
            </select>
            <FieldErrors field={field} />
          </div>
          <Button>Freeze it</Button>
        </Form>
      )}
    </Fold>
  );
}

/** One mark in a list, with the button that takes it off. */
export function MarkRow({
  children,
  remove,
}: {
  children: ReactNode;
  remove: { fields: Record<string, string>; words: string; about: string } | null;
}) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 border-t border-line py-1.5">
      <span className="min-w-0 flex-1 basis-64">{children}</span>
      {remove ? (
        <Form method="post" preventScrollReset>
          {Object.entries(remove.fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button tone="quiet" aria-label={`${remove.words}: ${remove.about}`}>
            {remove.words}
          </Button>
        </Form>
      ) : null}
    </li>
  );
}
