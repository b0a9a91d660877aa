import { getFormProps, useForm } from '@conform-to/react';
import type { SubmissionResult } from '@conform-to/react';
import { Form } from 'react-router';
import { formatDay } from '~/lib/school-day';
import { Button, ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { ConflictChoice } from '~/ui/conflict-choice';
import { FormErrors, SelectField, TextField } from '~/ui/field';
import type { DayOffForm } from './day-off-form';
import { restsWhere } from './day-off-list';
import type { DayOffInList } from './day-off-list';

type Props = {
  /** Null for new ones. */
  editing: DayOffInList | null;
  newId: string;
  leas: { id: string; name: string }[];
  mayRestAll: boolean;
  here: string;
  answer: { result: SubmissionResult; isConflict: boolean } | null;
};

function differencesOf(there: DayOffInList, typed: Record<string, unknown>, leas: Props['leas']) {
  const said = (name: string) => (typeof typed[name] === 'string' ? typed[name] : '');
  const day = (text: string) => (text === '' ? '' : formatDay(text));
  const place = leas.find(({ id }) => id === said('leaId'))?.name ?? 'Whole network';
  return [
    { label: 'Name', theirs: there.name, mine: said('name') },
    { label: 'First day', theirs: day(there.startsOn), mine: day(said('startsOn')) },
    { label: 'Last day', theirs: day(there.endsOn), mine: day(said('endsOn')) },
    { label: 'Where', theirs: restsWhere(there), mine: place },
  ].filter(({ theirs, mine }) => theirs !== mine);
}

/** Adds days off, or changes those that are there. */
export function DayOffCard({ editing, newId, leas, mayRestAll, here, answer }: Props) {
  const [form, fields] = useForm<DayOffForm>({
    id: 'day-off',
    lastResult: answer?.result ?? null,
    defaultValue: editing
      ? { ...editing, leaId: editing.leaId ?? '' }
      : { leaId: mayRestAll ? '' : leas[0]?.id },
  });
  return (
    <Card labelledBy="day-off-title">
      <h2 id="day-off-title">{editing ? `Change “${editing.name}”` : 'Add days off'}</h2>
      <Form method="post" {...getFormProps(form)} className="mt-4 space-y-5">
        {editing && answer?.isConflict ? (
          <ConflictChoice
            by={editing.changedByName}
            differences={differencesOf(editing, answer.result.initialValue ?? {}, leas)}
            version={editing.version}
            takeTheirs={<ButtonLink to={here}>Take theirs</ButtonLink>}
          />
        ) : null}
        <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
        <input type="hidden" name="id" value={fields.id.initialValue ?? editing?.id ?? newId} />
        <input type="hidden" name="version" value={fields.version.initialValue ?? editing?.version ?? 0} />
        <TextField field={fields.name} label="Name" hint="“Winter break”." autoComplete="off" />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField field={fields.startsOn} label="First day" type="date" />
          <TextField field={fields.endsOn} label="Last day" type="date" />
        </div>
        <SelectField field={fields.leaId} label="Where do schools rest?" className="max-w-md">
          {mayRestAll ? <option value="">In the whole network</option> : null}
          {leas.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <div className="flex flex-wrap gap-3">
          <Button tone="primary" name="intent" value="save">
            {editing ? 'Save the change' : 'Add them'}
          </Button>
          {editing ? <ButtonLink to={here}>Leave as it is</ButtonLink> : null}
        </div>
      </Form>
    </Card>
  );
}
